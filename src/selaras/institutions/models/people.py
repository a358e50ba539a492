"""Who was invited, by which links, and what a new person has done first."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from selaras.institutions.models.bodies import Institution
from selaras.institutions.models.speaking import Membership

Person = settings.AUTH_USER_MODEL


class Invitation(models.Model):
    """Somebody is asked to take roles in an institution, for `[valid_from, valid_to)`.

    Without `valid_from` from the day on which it is accepted; without an inviter by a command.
    `roles` is a list of values of `Membership.Role`. It waits until it is accepted or revoked,
    or until `expires_at`. `ticket` makes that a form sent twice invites once.
    """

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="invitations")
    invited_by = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    name = models.CharField("nama", max_length=150)
    email = models.EmailField("alamat surel")
    roles = models.JSONField("peran")
    valid_from = models.DateField("mulai", null=True)
    valid_to = models.DateField("sampai sebelum", null=True)
    ticket = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-created_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_from__lt=F("valid_to")),
                name="invitation_period",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(revoked_at__isnull=True),
                name="invitation_ends_once",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["email"], name="invitation_email")]

    def __str__(self) -> str:
        return f"{self.name} – {self.institution}"

    @property
    def offered(self) -> list[Membership.Role]:
        """The roles in their usual order."""
        return [role for role in Membership.Role if role.value in self.roles]


class InvitationLink(models.Model):
    """A link that opens an invitation; only the digest of its token is kept."""

    invitation = models.ForeignKey(Invitation, models.CASCADE, related_name="links")
    digest = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return f"{self.invitation}: {self.digest[:8]}"


class FirstStep(models.Model):
    """What a new person has done of the first steps, or that she put the list away."""

    AWAY = "-"

    user = models.ForeignKey(Person, models.CASCADE, related_name="first_steps")
    key = models.CharField(max_length=60)
    done_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "key"], name="first_step_once")
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.key}"
