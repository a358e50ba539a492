"""From the parts of an address to a fact type and a region that are there."""

import re
from datetime import date, datetime, time

from django.utils.translation import gettext as _

from selaras.common.clock import now
from selaras.facts.models import FactType
from selaras.facts.queries import fact_types
from selaras.institutions.models import Region

KEY = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
CODE = re.compile(r"[0-9]{2}(?:\.[0-9]{2})?")
LONGEST_KEY = 100


class NotThere(Exception):
    """Nothing has this address; the message is for the one who wrote it."""


class Unreadable(Exception):
    """A parameter that means nothing; the message is for the one who wrote it."""


def fact_type_of(key: str) -> FactType:
    """The type with this key, also one that was retired. Raises `NotThere`."""
    found = None
    if len(key) <= LONGEST_KEY and KEY.fullmatch(key):
        found = fact_types().filter(key=key).first()
    if found is None:
        raise NotThere(_("Tidak ada jenis fakta dengan nama itu."))
    return found


def region_of(code: str) -> Region:
    """The region with this code of the Ministry of Home Affairs. Raises `NotThere`."""
    found = Region.objects.filter(pk=code).first() if CODE.fullmatch(code) else None
    if found is None:
        raise NotThere(_("Tidak ada wilayah dengan kode itu."))
    return found


def published_at(text: str, region: Region) -> datetime | None:
    """The end of the day on which a page elsewhere was published, in the region's zone.

    None where nothing was said, or of today: a page knows no change before its readers do.
    Raises `Unreadable`.
    """
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
        moment = datetime.combine(day, time.max, region.tzinfo)
    except (ValueError, OverflowError):
        words = _("Parameter terbit harus berupa tanggal, misalnya 2026-11-26.")
        raise Unreadable(words) from None
    return moment if moment < now() else None
