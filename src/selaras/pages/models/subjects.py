"""What pages are about: one vocabulary for the whole country."""

from typing import ClassVar

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel


class Subject(models.Model):
    """A subject such as health. Unlike `institutions.Topic` it has no speaker."""

    slug = models.SlugField(max_length=60, unique=True)
    label = models.CharField("nama", max_length=60)

    class Meta:
        ordering: ClassVar = ["label"]
        verbose_name = "topik"
        verbose_name_plural = "topik"

    def __str__(self) -> str:
        return self.label


class PageSubject(models.Model):
    """That a page is about a subject; the first one stands above the headline."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="page_subjects")
    subject = models.ForeignKey(Subject, models.PROTECT, verbose_name="topik", related_name="+")

    panels: ClassVar = [FieldPanel("subject")]

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["page", "subject"], name="page_subject_once")
        ]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.subject_id}"
