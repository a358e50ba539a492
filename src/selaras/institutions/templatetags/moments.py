"""Days and moments in templates, always with the zone that they are told in."""

from datetime import date, datetime

from django import template
from django.conf import settings
from django.utils import dateformat
from django.utils.translation import get_language

from selaras.institutions.models import Region
from selaras.language.dates import format_date
from selaras.language.times import Zone, format_datetime

register = template.Library()


@register.filter
def day(value: date) -> str:
    """`24 November 2026`, in the language spoken now."""
    return format_date(value) if _indonesian() else dateformat.format(value, "j F Y")


@register.filter
def day_in(moment: datetime, region: Region) -> str:
    """`24 November 2026` in the region's zone."""
    return day(region.local(moment).date())


@register.filter
def moment_in(value: datetime, region: Region) -> str:
    """`Selasa, 24 November 2026, 14.30 WITA` in the region's zone."""
    if _indonesian():
        return format_datetime(value, Zone(region.zone))
    return f"{dateformat.format(region.local(value), 'l, j F Y, H:i')} {region.zone}"


@register.filter
def moment_in_wib(moment: datetime) -> str:
    """`Selasa, 24 November 2026, 14.30 WIB`: what concerns the whole country is told in WIB."""
    if _indonesian():
        return format_datetime(moment, Zone.WIB)
    local = moment.astimezone(Zone.WIB.tzinfo)
    return f"{dateformat.format(local, 'l, j F Y, H:i')} {Zone.WIB}"


def _indonesian() -> bool:
    return get_language() in (None, settings.LANGUAGE_CODE)
