"""An announcement while people work on it. What was saved is kept; only versions are reviewed."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from selaras.institutions.models import Institution, Topic


class Relation(models.TextChoices):
    """What a new announcement is to an earlier one."""

    NEW = "new", "pengumuman baru"
    SUPERSEDES = "supersedes", "menggantikan seluruhnya"
    AMENDS = "amends", "mengubah sebagian"
    CORRECTS = "corrects", "mengoreksi"


class Manuscript(models.Model):
    """`number` is that of its newest version; `key` becomes the announcement's."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField("kunci", max_length=100, unique=True)
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="manuscripts")
    speaker = models.ForeignKey(Institution, models.PROTECT, related_name="manuscripts")
    number = models.PositiveIntegerField(default=0)
    title = models.CharField("judul", max_length=200, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    discarded_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "naskah pengumuman"
        verbose_name_plural = "naskah pengumuman"
        indexes: ClassVar = [
            models.Index(fields=["speaker", "-changed_at"], name="manuscript_newest")
        ]

    def __str__(self) -> str:
        return self.title or self.key


class ManuscriptVersion(models.Model):
    """What the author had typed when it was saved, right or wrong: nothing of it is lost."""

    manuscript = models.ForeignKey(Manuscript, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    fingerprint = models.CharField(max_length=64)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["manuscript", "number"], name="manuscript_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.manuscript_id} v{self.number}"
