"""One round of review: a version that somebody submitted, and what became of it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from selaras.review.models.base import AboutVersion


class Round(AboutVersion):
    """A version waits for an approver, or was decided. An approval holds until it is ended."""

    class State(models.TextChoices):
        WAITING = "waiting", "menunggu"
        APPROVED = "approved", "disetujui"
        RETURNED = "returned", "dikembalikan"
        TAKEN_BACK = "taken_back", "ditarik penulis"
        ENDED = "ended", "persetujuan dibatalkan"
        EXEMPT = "exempt", "tanpa tinjauan"

    state = models.CharField("keadaan", max_length=10, choices=State, default=State.WAITING)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    submitted_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    comment = models.TextField("catatan", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_key"],
                condition=Q(state="waiting"),
                name="round_waiting_once",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["subject_kind", "subject_key", "version"], name="round_version"),
            models.Index(fields=["institution", "state", "submitted_at"], name="round_waiting"),
            models.Index(fields=["submitted_by", "state"], name="round_submitter"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.get_state_display()})"
