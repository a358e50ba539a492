"""Announcements as hashes of their words, and the texts that were copied from them."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from selaras.alignment.models.texts import CheckedText
from selaras.announcements.models import Announcement


class AnnouncedWords(models.Model):
    """That the words of an announcement are indexed.

    `family` is the same for an announcement and those that took its place: what only one family
    says is its own, what several say is common.
    """

    announcement = models.OneToOneField(
        Announcement, models.CASCADE, primary_key=True, related_name="+"
    )
    family = models.UUIDField(default=uuid.uuid4)
    indexed_at = models.DateTimeField()

    class Meta:
        verbose_name = "kata pengumuman"
        verbose_name_plural = "kata pengumuman"
        indexes: ClassVar = [models.Index(fields=["family"], name="announced_family")]

    def __str__(self) -> str:
        return str(self.announcement_id)


class Shingle(models.Model):
    """One run of six words of an announcement; see `copies.shingles`."""

    hash = models.BigIntegerField()
    words = models.ForeignKey(AnnouncedWords, models.CASCADE, related_name="shingles")

    class Meta:
        verbose_name = "penggalan pengumuman"
        verbose_name_plural = "penggalan pengumuman"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["hash", "words"], name="shingle_once")
        ]

    def __str__(self) -> str:
        return f"{self.hash} ({self.words_id})"


class CommonShingle(models.Model):
    """A run of words that unrelated announcements share: it tells nothing, and is not indexed."""

    hash = models.BigIntegerField(primary_key=True)

    class Meta:
        verbose_name = "penggalan umum"
        verbose_name_plural = "penggalan umum"

    def __str__(self) -> str:
        return str(self.hash)


class StoredCopy(models.Model):
    """A part of a text that repeats an announcement, judged for the region of the text.

    `announcement` is the version that it repeats, `current` what stands in its place today, null
    where nothing does. `start` and `end` are code points of the part. `share` is how much of the
    whole text it is, from 0 to 1. The passage is kept, so that it can be judged again when another
    version appears without reading the text again.
    """

    class State(models.TextChoices):
        CURRENT = "current", "sesuai versi terbaru"
        OLD = "old", "versi lama"
        WITHDRAWN = "withdrawn", "pengumuman ditarik"

    text = models.ForeignKey(CheckedText, models.CASCADE, related_name="copies")
    part = models.CharField(max_length=100, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    passage = models.TextField()
    words = models.PositiveIntegerField()
    share = models.FloatField()
    announcement = models.ForeignKey(Announcement, models.CASCADE, related_name="+")
    current = models.ForeignKey(Announcement, models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=State)
    judged_at = models.DateTimeField()

    class Meta:
        verbose_name = "salinan pengumuman"
        verbose_name_plural = "salinan pengumuman"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["text", "part", "announcement"], name="copy_once"),
            models.CheckConstraint(condition=Q(share__gte=0, share__lte=1), name="copy_share"),
        ]

    def __str__(self) -> str:
        return f"{self.text_id}: {self.announcement_id} ({self.state})"

    @property
    def is_old(self) -> bool:
        return self.state != self.State.CURRENT
