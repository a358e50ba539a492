"""The public history of what was corrected on a page."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel


def today() -> date:
    return timezone.localdate()


class Correction(models.Model):
    """What was wrong and what stands now, in the words that readers see."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="corrections")
    corrected_on = models.DateField("tanggal", default=today)
    text = models.CharField("yang dikoreksi", max_length=500)

    panels: ClassVar = [FieldPanel("corrected_on"), FieldPanel("text")]

    class Meta:
        ordering: ClassVar = ["-corrected_on", "-pk"]
        verbose_name = "koreksi"
        verbose_name_plural = "koreksi"

    def __str__(self) -> str:
        return f"{self.corrected_on}: {self.text}"
