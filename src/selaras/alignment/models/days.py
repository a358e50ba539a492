"""How well the published texts agreed with the facts, day by day."""

from typing import ClassVar

from django.db import models

from selaras.institutions.models import Region, Topic


class AlignmentDay(models.Model):
    """Counts of one day for one region's institutions and one topic, over published texts.

    `aligned` and the findings count mentions; `embedded` counts embeds, which are right by
    construction; `justified` counts findings that have a reason.
    """

    day = models.DateField()
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="+")
    embedded = models.PositiveIntegerField(default=0)
    aligned = models.PositiveIntegerField(default=0)
    conflicting = models.PositiveIntegerField(default=0)
    outdated = models.PositiveIntegerField(default=0)
    premature = models.PositiveIntegerField(default=0)
    justified = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "keselarasan harian"
        verbose_name_plural = "keselarasan harian"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["day", "region", "topic"], name="alignment_day_once")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.region_id} {self.topic_id}"
