"""Announcements: what the owner of a topic states, once, for many regions."""

import uuid
from typing import ClassVar

from django.db import models

from selaras.facts.models import FactVersion
from selaras.institutions.hosts import portal_url
from selaras.institutions.models import Institution, Topic


class Announcement(models.Model):
    """A published statement. It is never edited: what it set is in `AnnouncedFact`.

    `key` is the caller's own name for the act of announcing: publishing the same key twice
    publishes once. `digest` (SHA-256 of the content) tells a repetition from a reuse.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField("kunci", max_length=100, unique=True)
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

    class Meta:
        ordering: ClassVar = ["-published_at"]
        verbose_name = "pengumuman"
        verbose_name_plural = "pengumuman"

    def __str__(self) -> str:
        return self.title

    @property
    def url(self) -> str:
        return portal_url(f"/pengumuman/{self.slug}/")


class AnnouncedFact(models.Model):
    """One fact that an announcement set, and what had held there before."""

    announcement = models.ForeignKey(Announcement, models.PROTECT, related_name="facts")
    version = models.OneToOneField(FactVersion, models.PROTECT, related_name="+")
    previous = models.ForeignKey(FactVersion, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.announcement_id}: {self.version_id}"
