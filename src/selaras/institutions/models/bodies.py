"""The institutions that speak, what they were called, and the domains that they bring."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from selaras.institutions.changing import site_key
from selaras.institutions.models.regions import Region

DNS_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"


class Institution(models.Model):
    """Who speaks: a ministry, an agency or a regional office, with a region and a site.

    `dissolved_on` is the first day without it; `successor` took over its duties.
    """

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
    dissolved_on = models.DateField("dibubarkan sejak", null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors"
    )

    class Meta:
        ordering: ClassVar = ["region_id", "slug"]
        verbose_name = "instansi"
        verbose_name_plural = "instansi"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["domain"], condition=~Q(domain=""), name="institution_domain_once"
            ),
            models.CheckConstraint(
                condition=Q(successor=None) | Q(dissolved_on__isnull=False) & ~Q(successor=F("id")),
                name="institution_succeeded_once_dissolved",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def change_key(self) -> str:
        """By what the ledger knows that something on its site has changed."""
        return site_key(self.slug)

    def is_dissolved(self, day: date) -> bool:
        """Whether it exists no more on that day, the first without it included."""
        return self.dissolved_on is not None and self.dissolved_on <= day

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
