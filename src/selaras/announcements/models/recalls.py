"""Taking back what was announced by mistake: somebody asks, somebody else confirms."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from selaras.announcements.models.published import Announcement


class Recall(models.Model):
    """`restores` says that what held before shall hold again; `reach` what it had reached then."""

    class State(models.TextChoices):
        WAITING = "waiting", "menunggu pengesahan"
        CONFIRMED = "confirmed", "ditarik"
        DECLINED = "declined", "tidak jadi ditarik"

    announcement = models.ForeignKey(Announcement, models.PROTECT, related_name="recalls")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    reason = models.TextField("alasan")
    restores = models.BooleanField("kembalikan nilai sebelumnya", default=False)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    reach = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["announcement"], condition=Q(state="waiting"), name="recall_waiting_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.announcement_id}: {self.state}"
