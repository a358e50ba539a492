"""The moment of a release, as people write it and as it is kept."""

from datetime import datetime, timedelta, tzinfo

from django.utils import timezone

from selaras.pages.releases.errors import BadMoment

LONGEST_AHEAD = timedelta(days=366)
FORM = "%Y-%m-%dT%H:%M:%S"
EXAMPLE = "Pilih tanggal dan jam, sampai detiknya bila perlu."


def moment_from(text: str, zone: tzinfo) -> datetime:
    """`2026-11-30T10:00:00` on the clocks of a zone. Raises `BadMoment`."""
    try:
        local = datetime.fromisoformat(text.strip()).replace(microsecond=0)
        if local.tzinfo is not None:
            raise ValueError("a moment of a release is told in its institution's zone")
        moment = local.replace(tzinfo=zone)
        shown = moment.astimezone(timezone.get_fixed_timezone(0)).astimezone(zone)
    except (ValueError, OverflowError) as error:
        raise BadMoment("Waktu rilis tidak terbaca.", EXAMPLE) from error
    if shown.replace(tzinfo=None) != local:
        raise BadMoment(
            "Jam itu tidak ada pada hari tersebut, karena jam dimajukan.", "Pilih jam yang lain."
        )
    return moment


def require_ahead(moment: datetime) -> None:
    """Raises `BadMoment` for what is past, or further away than anybody plans."""
    ahead = moment - timezone.now()
    if ahead <= timedelta(0):
        raise BadMoment("Waktu rilis sudah lewat.", "Pilih waktu yang akan datang.")
    if ahead > LONGEST_AHEAD:
        raise BadMoment("Waktu rilis lebih dari setahun lagi.", "Pilih waktu dalam setahun ini.")
