"""Regions with their tree over time, the institutions that speak, and who speaks about what."""

from datetime import date, datetime, timedelta, timezone
from typing import ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

DNS_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
ZONE_HOURS = {"WIB": 7, "WITA": 8, "WIT": 9}


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
        return moment.astimezone(self.tzinfo)


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


class Institution(models.Model):
    """Who speaks: a ministry, an agency or a regional office, with a region and a site."""

    slug = models.CharField(
        max_length=63,
        unique=True,
        validators=[RegexValidator(rf"^{DNS_LABEL}$")],
    )
    region = models.ForeignKey(Region, models.PROTECT, related_name="institutions")
    name = models.CharField("nama", max_length=200)
    short_name = models.CharField("nama pendek", max_length=100)
    place = models.CharField("tempat", max_length=100)
    site = models.OneToOneField(
        "wagtailcore.Site", models.PROTECT, null=True, blank=True, related_name="institution"
    )

    class Meta:
        ordering: ClassVar = ["region_id", "slug"]
        verbose_name = "instansi"
        verbose_name_plural = "instansi"

    def __str__(self) -> str:
        return self.name

    @property
    def host(self) -> str:
        return f"{self.slug}.{settings.DOMAIN}"

    @property
    def url(self) -> str:
        """The address of the institution's site, without a trailing slash."""
        return f"{settings.SCHEME}://{self.host}{settings.PORT_SUFFIX}"


class InstitutionName(models.Model):
    """What an institution was called for `[valid_from, valid_to)`; null is unbounded."""

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=100)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["institution_id", F("valid_from").asc(nulls_first=True)]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_from__lt=F("valid_to")), name="institution_name_period"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Topic(models.Model):
    """A subject with exactly one speaker."""

    key = models.SlugField(max_length=100, unique=True)
    label = models.CharField(max_length=200)
    owner = models.ForeignKey(Institution, models.PROTECT, related_name="topics")
    demonstration = models.BooleanField("data peragaan", default=False)

    class Meta:
        ordering: ClassVar = ["key"]
        verbose_name = "topik"
        verbose_name_plural = "topik"

    def __str__(self) -> str:
        return self.label


class Membership(models.Model):
    """A person's role in an institution for `[valid_from, valid_to)`; no row, no right."""

    class Role(models.TextChoices):
        WRITER = "writer", "penulis"
        AUTHOR = "author", "penyusun pengumuman"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    institution = models.ForeignKey(Institution, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "institution", "role", "valid_from"], name="membership_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_from__lt=F("valid_to")),
                name="membership_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.institution} ({self.role})"
