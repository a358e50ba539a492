"""Official counts: what is counted, for whom, and every version that was published.

A version is never changed, nor are its rows and counts: a correction or a later state of the
count is a further version. The database enforces it (`guards.py`).
"""

import uuid
from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from selaras.institutions.models import Institution, Region, Topic


class Tally(models.Model):
    """What is counted. `region` is its scope: the row that all others add up to.

    `publisher` speaks for the count here, `source_name` is who counted. `instrument` and
    `decided_on` name the decision that the next final version rests on. Where there is a
    `topic`, final results are stated as facts whose keys begin with `fact_prefix`.
    """

    slug = models.SlugField(max_length=100, unique=True)
    title = models.CharField("judul", max_length=200)
    short_title = models.CharField("judul pendek", max_length=80)
    publisher = models.ForeignKey(Institution, models.PROTECT, related_name="tallies")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    topic = models.ForeignKey(Topic, models.PROTECT, null=True, related_name="tallies")
    fact_prefix = models.CharField(
        max_length=60, blank=True, validators=[RegexValidator(r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    )
    source_name = models.CharField("sumber", max_length=200)
    source_url = models.URLField(max_length=500, blank=True)
    instrument = models.CharField("dasar", max_length=300, blank=True)
    decided_on = models.DateField("ditetapkan", null=True)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["-pk"]
        verbose_name = "rekapitulasi"
        verbose_name_plural = "rekapitulasi"

    def __str__(self) -> str:
        return self.title

    @property
    def change_key(self) -> str:
        """By what the ledger knows that something about it has changed."""
        return f"tally:{self.slug}"


class Option(models.Model):
    """What votes were cast for. `column` is its heading in files of counts."""

    tally = models.ForeignKey(Tally, models.PROTECT, related_name="options")
    position = models.PositiveSmallIntegerField()
    key = models.SlugField(max_length=20)
    column = models.CharField(max_length=100)
    name = models.CharField("nama", max_length=200)
    short = models.CharField("nama pendek", max_length=60)

    class Meta:
        ordering: ClassVar = ["tally_id", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["tally", "position"], name="option_position_once"),
            models.UniqueConstraint(fields=["tally", "key"], name="option_key_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Version(models.Model):
    """One published state of a count. `digest` (SHA-256 of the content) tells a repetition.

    `progress` is the percentage of the votes that a partial count contains. `instrument` and
    `decided_on` are kept by value: a later decision is another version's.
    """

    class Status(models.TextChoices):
        FINAL = "final", _("hasil akhir")
        PARTIAL = "partial", _("hasil sementara")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tally = models.ForeignKey(Tally, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    status = models.CharField(max_length=10, choices=Status)
    progress = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    instrument = models.CharField(max_length=300, blank=True)
    decided_on = models.DateField(null=True)
    note = models.CharField("catatan", max_length=500, blank=True)
    digest = models.CharField(max_length=64)
    published_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["tally_id", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["tally", "number"], name="tally_version_once"),
            models.UniqueConstraint(fields=["tally", "digest"], name="tally_content_once"),
            models.CheckConstraint(
                condition=Q(status="final", progress__isnull=True)
                | Q(
                    status="partial",
                    progress__isnull=False,  # an unknown comparison would pass
                    progress__gte=0,
                    progress__lte=100,
                ),
                name="tally_progress_of_partial",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tally_id} v{self.number}"

    @property
    def is_final(self) -> bool:
        return self.status == self.Status.FINAL


class Row(models.Model):
    """The counts of one place. Code and name are kept by value: some have no region.

    `total` is the row's total as its source declares it, or the sum where it declares none.
    The row of the tally's scope is always there; `computed` where the source did not give it.
    """

    version = models.ForeignKey(Version, models.PROTECT, related_name="rows")
    position = models.PositiveIntegerField()
    code = models.CharField(max_length=5)
    name = models.CharField(max_length=100)
    region = models.ForeignKey(Region, models.PROTECT, null=True, related_name="+")
    total = models.PositiveBigIntegerField()
    computed = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["version_id", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "code"], name="tally_row_once")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Count(models.Model):
    """The votes for one option in one row."""

    row = models.ForeignKey(Row, models.PROTECT, related_name="counts")
    option = models.ForeignKey(Option, models.PROTECT, related_name="counts")
    votes = models.PositiveBigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["row", "option"], name="tally_count_once")
        ]

    def __str__(self) -> str:
        return f"{self.row_id}/{self.option_id}: {self.votes}"
