"""What was published without review, and is reviewed after."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from selaras.review.models.base import AboutVersion


class EmergencyPublication(AboutVersion):
    """Who skipped review, when and why; another person says afterwards whether it may stand."""

    class Outcome(models.TextChoices):
        WAITING = "waiting", "menunggu tinjauan"
        CONFIRMED = "confirmed", "dibenarkan"
        SENT_BACK = "sent_back", "ditarik kembali"

    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    published_at = models.DateTimeField(default=timezone.now)
    reason = models.CharField("alasan", max_length=300)
    outcome = models.CharField(
        "hasil tinjauan", max_length=10, choices=Outcome, default=Outcome.WAITING
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True)
    note = models.TextField("catatan", blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["subject_kind", "subject_key", "version"], name="emergency_version"
            ),
            models.Index(fields=["institution", "outcome"], name="emergency_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.get_outcome_display()})"
