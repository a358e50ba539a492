"""Moments in templates, always with the zone that they are told in."""

from datetime import datetime

from django import template

from selaras.institutions.models import Region
from selaras.language.dates import format_date
from selaras.language.times import Zone, format_datetime

register = template.Library()


@register.filter
def day_in(moment: datetime, region: Region) -> str:
    """`24 November 2026` in the region's zone."""
    return format_date(region.local(moment).date())


@register.filter
def moment_in_wib(moment: datetime) -> str:
    """`Selasa, 24 November 2026, 14.30 WIB`: what concerns the whole country is told in WIB."""
    return format_datetime(moment, Zone.WIB)
