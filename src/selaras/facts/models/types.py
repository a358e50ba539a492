"""What can be stated: types of facts, and the choices of those that have choices."""

import uuid
from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

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
    def change_key(self) -> str:
        """By what the ledger knows that something about this type has changed."""
        return f"fact:{self.pk}"

    @property
    def public_key(self) -> str:
        """The same for the public: it does not move by what nobody is to know yet."""
        return f"public:{self.pk}"

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
