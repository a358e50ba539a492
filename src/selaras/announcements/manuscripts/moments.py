"""Moments as an announcement's people read them: to the second, in the speaker's own time."""

from datetime import datetime

from selaras.institutions.models import Region
from selaras.language.dates import format_date


def to_the_second(moment: datetime, region: Region) -> str:
    """`1 Desember 2026 pukul 20.00.00 WIB`."""
    local = region.local(moment)
    return f"{format_date(local.date())} pukul {local:%H.%M.%S} {region.zone}"
