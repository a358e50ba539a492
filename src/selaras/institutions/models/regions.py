"""Regions with their tree over time, their other spellings, and their outlines."""

from datetime import date, datetime, timedelta, timezone
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

ZONE_HOURS = {"WIB": 7, "WITA": 8, "WIT": 9}


def zone_time(moment: datetime, zone: str) -> datetime:
    """The moment as the clocks of a zone show it."""
    return moment.astimezone(timezone(timedelta(hours=ZONE_HOURS[zone]), zone))


class Region(models.Model):
    """A region under the Ministry of Home Affairs code: `00` national, `32`, `32.73`."""

    class Level(models.TextChoices):
        NATIONAL = "national", "nasional"
        PROVINCE = "province", "provinsi"
        REGENCY = "regency", "kabupaten"
        CITY = "city", "kota"

    class Zone(models.TextChoices):
        WIB = "WIB"
        WITA = "WITA"
        WIT = "WIT"

    code = models.CharField("kode", max_length=5, primary_key=True)
    name = models.CharField("nama", max_length=100)
    level = models.CharField("tingkat", max_length=10, choices=Level)
    zone = models.CharField("zona waktu", max_length=4, choices=Zone)
    population = models.PositiveIntegerField("penduduk")
    latitude = models.FloatField("lintang")
    longitude = models.FloatField("bujur")

    class Meta:
        ordering: ClassVar = ["code"]
        verbose_name = "wilayah"
        verbose_name_plural = "wilayah"

    def __str__(self) -> str:
        return self.name

    @property
    def full_name(self) -> str:
        """The name with its kind: `Provinsi Jawa Barat`, `Kota Bandung`, `Indonesia`."""
        bare = self.level == self.Level.PROVINCE and not self.name.startswith("Daerah ")
        return f"Provinsi {self.name}" if bare else self.name

    @property
    def utc_offset(self) -> timedelta:
        return timedelta(hours=ZONE_HOURS[self.zone])

    @property
    def tzinfo(self) -> timezone:
        """Indonesia's zones are fixed offsets without summer time."""
        return timezone(self.utc_offset, self.zone)

    def local(self, moment: datetime) -> datetime:
        return zone_time(moment, self.zone)


class RegionParentage(models.Model):
    """Which region a region lay in, for `[valid_from, valid_to)`; null is unbounded."""

    region = models.ForeignKey(Region, models.CASCADE, related_name="parentages")
    parent = models.ForeignKey(Region, models.CASCADE, related_name="childhoods")
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["region", "valid_from"], name="parentage_once"),
            models.UniqueConstraint(
                fields=["region"], condition=Q(valid_from=None), name="parentage_first_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_from__lt=F("valid_to")), name="parentage_period"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.region_id} in {self.parent_id}"

    def holds(self, day: date) -> bool:
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day < self.valid_to)


class RegionAlias(models.Model):
    """Another usual spelling of a region's name."""

    region = models.ForeignKey(Region, models.CASCADE, related_name="aliases")
    alias = models.CharField(max_length=100)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["region", "alias"], name="alias_once")
        ]

    def __str__(self) -> str:
        return self.alias


class RegionBoundary(models.Model):
    """The outline of a region, on the grid of `boundaries.projection`, as an operator loaded it.

    `path` is an SVG path of whole numbers; `west` to `south` are its bounding box.
    """

    region = models.OneToOneField(Region, models.CASCADE, primary_key=True, related_name="boundary")
    path = models.TextField()
    west = models.PositiveIntegerField()
    north = models.PositiveIntegerField()
    east = models.PositiveIntegerField()
    south = models.PositiveIntegerField()
    source = models.CharField(max_length=200)
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.region_id} ({self.source})"
