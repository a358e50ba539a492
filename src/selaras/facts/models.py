"""Official facts: typed, sourced, bitemporal.

A version says what a fact's value is in a region for a valid period (true in the world) and a
recorded period (known to us), both half-open `[from, to)`; null is open. Versions are never
changed: a correction closes the recorded period and adds rows. The database enforces it
(`guards.py`).
"""

import uuid
from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from selaras.facts.fields import ExactDecimalField
from selaras.institutions.models import Institution, Region, Topic

DEPTH: dict[str, int] = {
    Region.Level.NATIONAL: 0,
    Region.Level.PROVINCE: 1,
    Region.Level.REGENCY: 2,
    Region.Level.CITY: 2,
}


class Kind(models.TextChoices):
    CHOICE = "choice", "pilihan"
    NUMBER = "number", "bilangan"
    PERCENTAGE = "percentage", "persentase"
    MONEY = "money", "uang"
    DATE = "date", "tanggal"
    PERIOD = "period", "periode"
    TIME = "time", "waktu"
    CONTACT = "contact", "kontak"
    TEXT = "text", "teks"


class FactType(models.Model):
    """What can be stated, and about which levels of regions: from `broadest` to `narrowest`.

    `inherited` lets a region without a value of its own read that of the region above.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(
        max_length=100,
        unique=True,
        validators=[RegexValidator(r"^[a-z0-9]+([.-][a-z0-9]+)*$")],
    )
    label = models.CharField("nama", max_length=200)
    kind = models.CharField("jenis", max_length=10, choices=Kind)
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="fact_types")
    unit = models.CharField("satuan", max_length=30, blank=True)
    broadest = models.CharField(
        "cakupan terluas", max_length=10, choices=Region.Level, default=Region.Level.NATIONAL
    )
    narrowest = models.CharField("cakupan tersempit", max_length=10, choices=Region.Level)
    inherited = models.BooleanField("diwariskan ke wilayah di bawahnya", default=False)
    retired_at = models.DateTimeField("dihentikan sejak", null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["key"]
        verbose_name = "jenis fakta"
        verbose_name_plural = "jenis fakta"

    def __str__(self) -> str:
        return self.label

    @property
    def owner(self) -> Institution:
        return self.topic.owner

    def speaks_of(self, region: Region) -> bool:
        """Whether a value can be stated for a region of this level."""
        return DEPTH[self.broadest] <= DEPTH[region.level] <= DEPTH[self.narrowest]

    @property
    def scope_words(self) -> str:
        names = dict.fromkeys(
            label
            for level, label in Region.Level.choices
            if DEPTH[self.broadest] <= DEPTH[level] <= DEPTH[self.narrowest]
        )
        return ", ".join(names)


class Choice(models.Model):
    """One value of a choice. `tone` is its severity for display, 1 (calm) to 4 (grave)."""

    fact_type = models.ForeignKey(FactType, models.PROTECT, related_name="choices")
    value = models.SlugField(max_length=50)
    label = models.CharField(max_length=100)
    rank = models.PositiveSmallIntegerField()
    tone = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["fact_type_id", "rank"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["fact_type", "value"], name="choice_once"),
            models.CheckConstraint(
                condition=Q(tone__isnull=True) | Q(tone__range=(1, 4)), name="choice_tone"
            ),
        ]

    def __str__(self) -> str:
        return self.label


class FactVersion(models.Model):
    """One statement of a fact, with where and when it is true and when it was known.

    A floating end of the valid period is a wall-clock time: it stands for the same time of day
    in the zone of whichever region reads it (RFC 5545 calls that form floating). It is stored
    as the instant in the version's own region.
    `origin` is the statement of which this row is a remainder, after a later statement took a
    part of its valid period.
    A backfill records as if at an earlier moment; `written_at` and `closed_at` are then when it
    really wrote or closed the row, so that what readers saw before it can still be told.
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
                condition=Q(recorded_to__isnull=True) | Q(recorded_from__lt=F("recorded_to")),
                name="fact_recorded_period",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["fact_type", "region", "valid_from"], name="fact_lookup"),
        ]

    def __str__(self) -> str:
        return f"{self.fact_type_id} {self.region_id} [{self.valid_from}, {self.valid_to})"


class Value(models.Model):
    """Base of the typed values; one row per version, in the table of the type's kind."""

    version = models.OneToOneField(
        FactVersion, models.PROTECT, primary_key=True, related_name="%(class)s"
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{type(self).__name__} of {self.pk}"


class ChoiceValue(Value):
    choice = models.ForeignKey(Choice, models.PROTECT, related_name="+")


class NumberValue(Value):
    number = ExactDecimalField(max_digits=24, decimal_places=6)


class PercentageValue(Value):
    percentage = ExactDecimalField(max_digits=12, decimal_places=6)


class MoneyValue(Value):
    """Rupiah, exact to the sen."""

    amount = ExactDecimalField(max_digits=24, decimal_places=2)


class DateValue(Value):
    date = models.DateField()


class PeriodValue(Value):
    """Two dates, both inclusive, as an instrument writes them."""

    start = models.DateField()
    end = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(start__lte=F("end")), name="period_value_order")
        ]


class TimeValue(Value):
    """A time of day, or a span of it; an empty zone is the reader's own."""

    start = models.TimeField()
    end = models.TimeField(null=True)
    zone = models.CharField(max_length=4, choices=Region.Zone, blank=True)


class ContactValue(Value):
    name = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    url = models.URLField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~(Q(phone="") & Q(email="") & Q(url="")), name="contact_value_some"
            )
        ]


class TextValue(Value):
    text = models.TextField()
