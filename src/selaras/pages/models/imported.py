"""What was brought from an institution's old website, and what became of it here."""

from typing import ClassVar

from django.db import models
from wagtail.models import Page

from selaras.institutions.models import Institution
from selaras.media.models import File, Picture


class ImportedItem(models.Model):
    """One item of an old website. An import that is repeated or goes on finds it by its key.

    `source` is the old site's address; `key` is the item's number there, or the path of an
    upload that has no number. `digest` is of what was written, `revision` is the page's newest
    revision then: a page with a newer one has been edited since.
    """

    class Kind(models.TextChoices):
        POST = "post", "tulisan"
        PAGE = "page", "halaman"
        ATTACHMENT = "attachment", "media"

    class State(models.TextChoices):
        BEGUN = "begun", "dimulai"
        DONE = "done", "selesai"
        FAILED = "failed", "gagal"

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="+")
    source = models.CharField(max_length=200)
    key = models.CharField(max_length=300)
    kind = models.CharField(max_length=10, choices=Kind)
    state = models.CharField(max_length=10, choices=State, default=State.BEGUN)
    page = models.ForeignKey(Page, models.SET_NULL, null=True, related_name="+")
    picture = models.ForeignKey(Picture, models.SET_NULL, null=True, related_name="+")
    file = models.ForeignKey(File, models.SET_NULL, null=True, related_name="+")
    revision = models.PositiveBigIntegerField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    problem = models.TextField(blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "butir impor"
        verbose_name_plural = "butir impor"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["institution", "source", "key"], name="imported_item_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.key} ({self.state})"
