"""Who speaks about what, and for whom a person may act."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from selaras.institutions.models.bodies import Institution
from selaras.institutions.models.regions import Region


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
        APPROVER = "approver", "penyetuju"
        EMERGENCY = "emergency", "penerbit darurat"
        ADMINISTRATOR = "administrator", "pengelola instansi"
        AUDITOR = "auditor", "pemeriksa audit"
        AUTHOR = "author", "penyusun pengumuman"
        PLATFORM = "platform", "pengelola platform"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    institution = models.ForeignKey(Institution, models.CASCADE, related_name="memberships")
    role = models.CharField("peran", max_length=15, choices=Role)
    valid_from = models.DateField("mulai")
    valid_to = models.DateField("sampai sebelum", null=True, blank=True)

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
        indexes: ClassVar = [models.Index(fields=["institution", "role"])]

    def __str__(self) -> str:
        return f"{self.user} – {self.institution} ({self.role})"


class Oversight(models.Model):
    """For `[valid_from, valid_to)` the viewer's members may read what is written in a region.

    The region stands for itself and all below it. No row, no view.
    """

    viewer = models.ForeignKey(Institution, models.CASCADE, related_name="oversights")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    valid_from = models.DateField("mulai")
    valid_to = models.DateField("sampai sebelum", null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["viewer", "region", "valid_from"], name="oversight_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_from__lt=F("valid_to")),
                name="oversight_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.viewer} → {self.region}"
