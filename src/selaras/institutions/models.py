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


class Institution(models.Model):
    """Who speaks: a ministry, an agency or a regional office, with a region and a site."""

    slug = models.CharField(
        max_length=63, unique=True, validators=[RegexValidator(rf"^{DNS_LABEL}$")]
    )
    region = models.ForeignKey(Region, models.PROTECT, related_name="institutions")
    name = models.CharField("nama", max_length=200)
    short_name = models.CharField("nama pendek", max_length=100)
    place = models.CharField("tempat", max_length=100)
    site = models.OneToOneField(
        "wagtailcore.Site", models.PROTECT, null=True, blank=True, related_name="institution"
    )
    # The canonical row of InstitutionDomain, kept here so that an address costs no query.
    domain = models.CharField("domain sendiri", max_length=253, blank=True, editable=False)

    class Meta:
        ordering: ClassVar = ["region_id", "slug"]
        verbose_name = "instansi"
        verbose_name_plural = "instansi"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["domain"], condition=~Q(domain=""), name="institution_domain_once"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def given_host(self) -> str:
        """The host that every institution has, whatever domain it brings."""
        return f"{self.slug}.{settings.DOMAIN}"

    @property
    def host(self) -> str:
        """The canonical host: the institution's own domain where it made one canonical."""
        return self.domain or self.given_host

    @property
    def url(self) -> str:
        """The address of the institution's site, without a trailing slash."""
        return f"{settings.SCHEME}://{self.host}{settings.PORT_SUFFIX}"


class InstitutionDomain(models.Model):
    """A host that an institution claims as its own; it answers once ownership was proved.

    `host` is lower-case ASCII (IDNA A-labels), without a trailing dot. Several institutions may
    claim a host until one of them proves it.
    """

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="domains")
    host = models.CharField(max_length=253)
    token = models.CharField(max_length=32)
    claimed_at = models.DateTimeField(auto_now_add=True)
    verified_at = models.DateTimeField(null=True)
    last_checked_at = models.DateTimeField(null=True)
    last_problem = models.CharField(max_length=300, blank=True)
    canonical = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["host", "claimed_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["institution", "host"], name="domain_claimed_once"),
            models.UniqueConstraint(
                fields=["host"], condition=Q(verified_at__isnull=False), name="domain_proved_once"
            ),
            models.UniqueConstraint(
                fields=["institution"], condition=Q(canonical=True), name="domain_canonical_once"
            ),
            models.CheckConstraint(
                condition=Q(canonical=False) | Q(verified_at__isnull=False),
                name="domain_canonical_is_proved",
            ),
        ]

    def __str__(self) -> str:
        return self.host


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
