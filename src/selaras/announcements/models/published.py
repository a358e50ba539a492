"""What was announced, or is planned to become public at its second."""

import uuid
from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from selaras.announcements.models.manuscripts import Manuscript, Relation
from selaras.common.clock import now
from selaras.facts.models import FactVersion
from selaras.institutions.hosts import portal_url
from selaras.institutions.models import Institution, Region, Topic


class Announcement(models.Model):
    """A statement of its topic's owner. It is never edited: what it set is in `AnnouncedFact`.

    It is public from `published_at`, which may lie ahead; nothing runs at that second. `key` is
    the caller's own name for the act of announcing: publishing the same key twice publishes
    once. `digest` (SHA-256 of the content) tells a repetition from a reuse. What was called off
    never became public; what was recalled stays readable, with the reason.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField("kunci", max_length=100)
    digest = models.CharField(max_length=64)
    slug = models.SlugField(max_length=120, unique=True)
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="announcements")
    speaker = models.ForeignKey(Institution, models.PROTECT, related_name="announcements")
    speaker_name = models.CharField("disampaikan oleh", max_length=200)
    title = models.CharField("judul", max_length=200)
    summary = models.TextField("ringkasan")
    instrument = models.CharField("dasar hukum", max_length=300)
    instrument_url = models.URLField(max_length=500, blank=True)
    valid_from = models.DateTimeField("berlaku sejak")
    valid_to = models.DateTimeField("berlaku sampai", null=True)
    published_at = models.DateTimeField("diumumkan", db_index=True)
    manuscript = models.ForeignKey(
        Manuscript, models.PROTECT, null=True, related_name="announcements"
    )
    version = models.PositiveIntegerField("versi naskah", null=True)
    relation = models.CharField("hubungan", max_length=10, choices=Relation, default=Relation.NEW)
    correction = models.TextField("yang dikoreksi", blank=True)
    emergency = models.BooleanField("darurat", default=False)
    drill = models.BooleanField("latihan", default=False)
    called_off_at = models.DateTimeField("dibatalkan", null=True)
    recalled_at = models.DateTimeField("ditarik", null=True)
    recall_reason = models.TextField("alasan penarikan", blank=True)

    class Meta:
        ordering: ClassVar = ["-published_at"]
        verbose_name = "pengumuman"
        verbose_name_plural = "pengumuman"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["key"], condition=Q(called_off_at=None), name="announcement_key_once"
            ),
            models.CheckConstraint(
                condition=Q(called_off_at=None) | Q(called_off_at__lt=F("published_at")),
                name="announcement_called_off_before",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def change_key(self) -> str:
        """By what the ledger knows that something about it has changed."""
        return f"announcement:{self.pk}"

    @property
    def url(self) -> str:
        return portal_url(f"/pengumuman/{self.slug}/")

    @property
    def is_public(self) -> bool:
        return self.called_off_at is None and self.published_at <= now()

    @property
    def is_planned(self) -> bool:
        return self.called_off_at is None and self.published_at > now()

    def stands_at(self, moment: datetime) -> bool:
        """Whether it is public and says something at that moment."""
        ended = self.recalled_at is not None or (self.valid_to and self.valid_to <= moment)
        return self.called_off_at is None and self.published_at <= moment and not ended


class AnnouncedFact(models.Model):
    """One fact that an announcement set, and what had held there before.

    While the announcement lies ahead, `previous` is brought up to date by what is stated
    until then.
    """

    announcement = models.ForeignKey(Announcement, models.PROTECT, related_name="facts")
    version = models.OneToOneField(FactVersion, models.PROTECT, related_name="+")
    previous = models.ForeignKey(FactVersion, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.announcement_id}: {self.version_id}"


class Audience(models.Model):
    """A region that an announcement concerns, with all below it. National is a region."""

    announcement = models.ForeignKey(Announcement, models.CASCADE, related_name="audience")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["announcement", "region"], name="audience_once")
        ]

    def __str__(self) -> str:
        return f"{self.announcement_id}: {self.region_id}"


class Replacement(models.Model):
    """That for one region a later announcement stands in the place of an earlier one."""

    later = models.ForeignKey(Announcement, models.CASCADE, related_name="replaces")
    earlier = models.ForeignKey(Announcement, models.PROTECT, related_name="replaced_by")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["later", "earlier", "region"], name="replaced_once"),
            models.CheckConstraint(condition=~Q(later=F("earlier")), name="replaces_another"),
        ]

    def __str__(self) -> str:
        return f"{self.later_id} → {self.earlier_id} ({self.region_id})"
