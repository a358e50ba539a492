"""Several pages, and an announcement or none, that become public together at one second."""

from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from selaras.announcements.models import Announcement
from selaras.institutions.models import Institution

ON_TIME = timedelta(seconds=5)


class Release(models.Model):
    """All of it goes, or none.

    `document` is the announcement as its author wrote it, `seal` what it said when the release
    was made ready. `next_at` is when the worker looks at it again, and `leased_until` until when
    one worker has it for itself.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Draf"
        READY = "ready", "Siap"
        RELEASED = "released", "Dirilis"
        FAILED = "failed", "Gagal"
        CANCELLED = "cancelled", "Dibatalkan"

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="+")
    title = models.CharField("judul", max_length=200)
    goes_at = models.DateTimeField("waktu rilis")
    document = models.TextField("naskah pengumuman", blank=True)
    seal = models.CharField(max_length=200, blank=True)
    state = models.CharField("keadaan", max_length=10, choices=State, default=State.DRAFT)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    changed_at = models.DateTimeField(default=timezone.now)
    armed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    armed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    released_at = models.DateTimeField(null=True)
    announcement = models.ForeignKey(Announcement, models.SET_NULL, null=True, related_name="+")
    troubled = models.BooleanField(default=False)
    problem = models.TextField(blank=True)
    checked_at = models.DateTimeField(null=True)
    next_at = models.DateTimeField(null=True)
    leased_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "rilis bersama"
        verbose_name_plural = "rilis bersama"
        indexes: ClassVar = [
            models.Index(fields=["next_at"], name="release_next", condition=Q(state="ready")),
            models.Index(fields=["institution", "state", "goes_at"], name="release_state"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether its content may still be changed."""
        return self.state in (self.State.DRAFT, self.State.FAILED)

    @property
    def is_late(self) -> bool:
        """It went when a worker was there again, not at its second."""
        return self.released_at is not None and self.released_at - self.goes_at > ON_TIME


class ReleaseItem(models.Model):
    """One page with exactly one version of it. The title stays when the page is gone.

    `url_path` and `was_live` are as they were when the page was chosen: what changes of it is told.
    `armed` is true while the release is ready: the database lets only one ready release hold
    a page.
    """

    release = models.ForeignKey(Release, models.CASCADE, related_name="items")
    page = models.ForeignKey(
        "wagtailcore.Page", models.SET_NULL, null=True, related_name="release_items"
    )
    revision = models.PositiveBigIntegerField()
    fingerprint = models.CharField(max_length=64)
    title = models.CharField("judul", max_length=255)
    url_path = models.TextField()
    was_live = models.BooleanField(default=False)
    armed = models.BooleanField(default=False)
    problem = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["release", "page"], name="release_page_once"),
            models.UniqueConstraint(
                fields=["page"], condition=Q(armed=True), name="release_holds_page_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title
