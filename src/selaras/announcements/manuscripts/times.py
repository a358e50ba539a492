"""When a manuscript's announcement goes live, and for when it is valid."""

from datetime import date, datetime

from django.utils import timezone

from selaras.announcements.document.validity import (
    FIRST_YEAR,
    LAST_YEAR,
    read_moment,
    validity_between,
)
from selaras.announcements.manuscripts.fields import Texts
from selaras.common.errors import Refused
from selaras.facts.validity import Validity
from selaras.institutions.models import Institution
from selaras.language.errors import LanguageError


def read_goes_live(texts: Texts, speaker: Institution) -> datetime | None:
    """The moment, in the speaker's zone; None is as soon as it is approved. Whether it lies
    ahead is asked when somebody submits or approves.
    """
    typed = texts.content.goes_live.strip()
    if not typed:
        return None
    try:
        moment = datetime.fromisoformat(typed)
    except ValueError:
        texts.flaw("goes_live", f'"{typed}" bukan tanggal dan jam.', "Pilih tanggal dan jamnya.")
        return None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        texts.flaw("goes_live", f"Tahun {moment.year} tidak masuk akal.", "Periksa tanggalnya.")
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=speaker.region.tzinfo)
    return moment


def read_times(texts: Texts, goes_live: datetime | None) -> tuple[Validity | None, bool]:
    """The validity, None after a flaw; and whether it begins when it is public."""
    typed_start, typed_end = texts.content.starts.strip(), texts.content.ends.strip()
    public = goes_live or timezone.now()
    start = _moment(texts, "starts", typed_start) if typed_start else public
    end = _moment(texts, "ends", typed_end) if typed_end else None
    if start is None or (typed_end and end is None):
        return None, False
    try:
        return validity_between(start, end), not typed_start
    except Refused as error:
        texts.flaw("ends", error.problem, error.remedy, typed_end)
        return None, False


def _moment(texts: Texts, name: str, typed: str) -> date | datetime | None:
    try:
        return read_moment(typed)
    except (Refused, LanguageError) as error:
        texts.flaw(name, error.problem, error.remedy, typed)
        return None
