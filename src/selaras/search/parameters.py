"""What the address of a search asks for. Anything is read; what cannot be, is told in words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from selaras.institutions.models import Institution, Region
from selaras.institutions.queries import NATIONAL, gazetteer, institution_by_slug
from selaras.language.gazetteer import AmbiguousPlace, UnknownPlace
from selaras.search.asking import MOST_PAGES, Filters, Question
from selaras.search.entries import Kind

AS_TYPED = "asli"
CODE = re.compile(r"[0-9]{2}(?:\.[0-9]{2})?", re.ASCII)
DAY = re.compile(r"(?:19|2[0-2])[0-9]{2}-[0-9]{2}-[0-9]{2}", re.ASCII)
SLUG = re.compile(r"[-a-z0-9_]{1,120}", re.ASCII)
LONGEST_NAME = 60
LONGEST_NUMBER = 9


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, with what its address names.

    `places` holds the reader's region and the one of the filter, by code; `meant` are regions that
    a name may mean, `unread` sentences about what stood there and could not be used.
    """

    question: Question
    site: Institution | None
    places: Mapping[str, Region] = field(default_factory=dict)
    chosen: Institution | None = None
    meant: Sequence[Region] = ()
    unread: Sequence[str] = ()

    @property
    def region(self) -> Region | None:
        """Where the reader is; None where that is not known."""
        return self.places.get(self.question.region)


def asked(request: HttpRequest) -> Asked:
    """On an institution's site its region is the reader's, whatever the address says."""
    return _Reading(request.GET, getattr(request, "institution", None)).done()


class _Reading:
    """Reads one parameter after another, and keeps what has to be said of them."""

    def __init__(self, given: QueryDict, site: Institution | None) -> None:
        self.given = given
        self.site = site
        self.unread: list[str] = []
        self.meant: list[Region] = []

    def done(self) -> Asked:
        reader = self.site.region_id if self.site else self._reader()
        area, chosen = self._area(), self._institution()
        places = Region.objects.in_bulk({reader, area} - {"", NATIONAL})
        if reader not in {NATIONAL, *places}:
            self.unread.append(_("Wilayah itu tidak dikenal. Periksa ejaannya."))
        if area and area not in places:
            self.unread.append(_("Wilayah saringan tidak dikenal dan tidak dipakai."))
            area = ""
        filters = Filters(
            kinds=self._kinds(),
            region=area,
            institution=chosen.slug if chosen else "",
            since=self._day("sejak"),
            until=self._day("sampai"),
        )
        question = Question(
            typed=self.given.get("q", ""),
            region=reader if reader in places else NATIONAL,
            site=self.site.slug if self.site else "",
            filters=filters,
            page=page_number(self.given.get("halaman", "")),
            corrected=self.given.get("ejaan") != AS_TYPED,
        )
        return Asked(question, self.site, places, chosen, self.meant, self.unread)

    def _reader(self) -> str:
        """A code as it is, or the region of that name."""
        text = self.given.get("wilayah", "").strip()
        if not text or CODE.fullmatch(text):
            return text or NATIONAL
        try:
            return gazetteer().resolve(text[:LONGEST_NAME]).code
        except AmbiguousPlace as several:
            self._offer([one.code for one in several.candidates])
            self.unread.append(_("Ada beberapa wilayah dengan nama itu. Pilih salah satu."))
        except UnknownPlace as unknown:
            self._offer([one.code for one in unknown.suggestions])
            self.unread.append(_("Wilayah itu tidak dikenal. Periksa ejaannya."))
        return NATIONAL

    def _offer(self, codes: Sequence[str]) -> None:
        found = Region.objects.in_bulk(codes)
        self.meant = [found[code] for code in codes if code in found]

    def _area(self) -> str:
        text = self.given.get("di", "").strip()
        if text and not CODE.fullmatch(text):
            self.unread.append(_("Wilayah saringan tidak dikenal dan tidak dipakai."))
            return ""
        return "" if text == NATIONAL else text

    def _institution(self) -> Institution | None:
        text = self.given.get("instansi", "").strip()
        if self.site or not text:
            return None
        found = institution_by_slug(text) if SLUG.fullmatch(text) else None
        if found is None:
            self.unread.append(_("Instansi saringan tidak dikenal dan tidak dipakai."))
        return found

    def _kinds(self) -> frozenset[Kind]:
        texts = {one for one in self.given.getlist("jenis") if one}
        known = {one.value for one in Kind}
        if texts - known:
            self.unread.append(_("Jenis saringan tidak dikenal dan tidak dipakai."))
        return frozenset(Kind(one) for one in texts & known)

    def _day(self, name: str) -> date | None:
        text = self.given.get(name, "").strip()
        if not text:
            return None
        found = day_of(text)
        if found is None:
            self.unread.append(_("Tanggal saringan tidak terbaca dan tidak dipakai."))
        return found


def day_of(text: str) -> date | None:
    """A day as `2026-11-26` between 1900 and 2299, or None."""
    if not DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def page_number(text: str) -> int:
    """Any text is a number: what is none is the first page, what is too high the last there is."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit()):
        return 1
    # What is longer is no number of a page, and not worth reading.
    return max(1, min(int(digits), MOST_PAGES)) if len(digits) <= LONGEST_NUMBER else MOST_PAGES
