"""Pages that began as the text of another institution, and stay linked to it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

from selaras.announcements.models import Announcement
from selaras.institutions.models import Institution


class Adoption(models.Model):
    """That a page began as somebody's text.

    `declined` names what its editor was told of and decided to leave as it is: a version of the
    source, or its withdrawal.
    """

    class Kind(models.TextChoices):
        ANNOUNCEMENT = "pengumuman", "pengumuman"
        PAGE = "halaman", "halaman"

    page = models.OneToOneField(Page, models.CASCADE, related_name="adoption")
    kind = models.CharField(max_length=10, choices=Kind)
    adopted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    adopted_at = models.DateTimeField(default=timezone.now)
    declined = models.CharField(max_length=50, blank=True)

    class Meta:
        verbose_name = "teks yang diambil"
        verbose_name_plural = "teks yang diambil"

    def __str__(self) -> str:
        return f"{self.page_id} ({self.kind})"


class AdoptedText(models.Model):
    """A version of the source as a page took it; each newer one that was taken is a row more.

    Kept by value: it outlives the source. The page's versions from `revision` on rest on it, so
    that its public version rests on the newest row whose `revision` is not above the public one.
    """

    adoption = models.ForeignKey(Adoption, models.CASCADE, related_name="texts")
    is_current = models.BooleanField(default=True)
    announcement = models.ForeignKey(
        Announcement, models.SET_NULL, null=True, related_name="adopted_texts"
    )
    source_page = models.ForeignKey(Page, models.SET_NULL, null=True, related_name="adopted_texts")
    speaker = models.ForeignKey(Institution, models.PROTECT, related_name="+")
    title = models.CharField(max_length=255)
    url = models.CharField(max_length=500)
    version = models.CharField(max_length=40)
    version_at = models.DateTimeField()
    content = models.JSONField()
    revision = models.PositiveBigIntegerField()
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    taken_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "versi sumber"
        verbose_name_plural = "versi sumber"
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["adoption"], condition=Q(is_current=True), name="adopted_current_once"
            )
        ]

    def __str__(self) -> str:
        return self.title
