"""Who speaks about what, and for whom a person may act."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from selaras.institutions.models.bodies import Institution


class Topic(models.Model):
    """A subject with exactly one speaker."""

    key = models.SlugField(max_length=100, unique=True)
    label = models.CharField(max_length=200)
    owner = models.ForeignKey(Institution, models.PROTECT, related_name="topics")
    demonstration = models.BooleanField("data peragaan", default=False)

    class Meta:
        ordering: ClassVar = ["key"]
        verbose_name = "topik"
        verbose_name_plural = "topik"

    def __str__(self) -> str:
        return self.label


class Membership(models.Model):
    """A person's role in an institution for `[valid_from, valid_to)`; no row, no right."""

    class Role(models.TextChoices):
        WRITER = "writer", "penulis"
        AUTHOR = "author", "penyusun pengumuman"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    institution = models.ForeignKey(Institution, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "institution", "role", "valid_from"], name="membership_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_from__lt=F("valid_to")),
                name="membership_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.institution} ({self.role})"
