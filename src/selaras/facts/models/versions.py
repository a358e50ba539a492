"""What was stated, when it is true, and when it was known."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from selaras.facts.models.types import FactType
from selaras.institutions.models import Region

# Written to become known later; and known to end later. Nothing has to run at that second.
PLANNED = Q(written_at__lt=F("recorded_from"))
CLOSES_AHEAD = Q(closed_at__lt=F("recorded_to"))


class FactVersion(models.Model):
    """One statement of a fact, with where and when it is true and when it was known.

    A floating end of the valid period is a wall-clock time: it stands for the same time of day
    in the zone of whichever region reads it (RFC 5545 calls that form floating). It is stored
    as the instant in the version's own region.
    `origin` is the statement of which this row is a remainder, after a later statement took a
    part of its valid period.
    A backfill records as if at an earlier moment, a plan as at a later one; `written_at` and
    `closed_at` are then when it really wrote or closed the row, so that what readers saw before
    can still be told. A plan that was given up leaves an empty recorded period.
    """

    fact_type = models.ForeignKey(FactType, models.PROTECT, related_name="versions")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField(null=True)
    valid_from_floats = models.BooleanField(default=False)
    valid_to_floats = models.BooleanField(default=False)
    recorded_from = models.DateTimeField()
    recorded_to = models.DateTimeField(null=True)
    reconstructed = models.BooleanField(default=False)
    written_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    overriding = models.BooleanField(default=False)
    source = models.CharField(max_length=300)
    source_url = models.URLField(max_length=500, blank=True)
    statement = models.UUIDField(null=True, db_index=True)
    origin = models.ForeignKey("self", models.PROTECT, null=True, related_name="remainders")

    class Meta:
        verbose_name = "versi fakta"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_from__lt=F("valid_to")),
                name="fact_valid_period",
            ),
            models.CheckConstraint(
                condition=Q(recorded_to__isnull=True)
                | Q(recorded_from__lt=F("recorded_to"))
                | Q(PLANNED, written_at__isnull=False, recorded_from=F("recorded_to")),
                name="fact_recorded_period",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["fact_type", "region", "valid_from"], name="fact_lookup"),
        ]

    def __str__(self) -> str:
        return f"{self.fact_type_id} {self.region_id} [{self.valid_from}, {self.valid_to})"
