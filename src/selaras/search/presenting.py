"""What was found, as the page shows it, with the words that were looked for marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from selaras.institutions.models import Region
from selaras.language.numbers import format_number
from selaras.look.languages import prefix
from selaras.search.entries import Kind
from selaras.search.found import Found, Marked, Result
from selaras.search.links import in_language

KINDS: Mapping[Kind, Any] = {
    Kind.NEWS: gettext_lazy("Berita"),
    Kind.INFORMATION: gettext_lazy("Informasi"),
    Kind.ANNOUNCEMENT: gettext_lazy("Pengumuman"),
    Kind.EMERGENCY: gettext_lazy("Darurat"),
    Kind.CLARIFICATION: gettext_lazy("Klarifikasi"),
    Kind.DOCUMENT: gettext_lazy("Dokumen"),
    Kind.TALLY: gettext_lazy("Rekapitulasi"),
    Kind.INSTITUTION: gettext_lazy("Instansi"),
}


def highlighted(marked: Marked) -> SafeString:
    """The text with what was found in `<mark>`; marks that overlap become one."""
    pieces: list[str] = []
    place = 0
    for begins, ends in sorted(marked.marks):
        start, end = max(begins, place), min(ends, len(marked.text))
        if start < end:
            pieces.append(conditional_escape(marked.text[place:start]))
            pieces.append(format_html("<mark>{}</mark>", marked.text[start:end]))
            place = end
    pieces.append(conditional_escape(marked.text[place:]))
    return mark_safe("".join(pieces))  # noqa: S308 every piece is escaped


@dataclass(frozen=True, slots=True)
class Row:
    """A result; `day` is told in the zone of its institution's region."""

    position: int
    kind: str
    title: SafeString
    excerpt: SafeString
    url: str
    result: Result
    day: date | None


def rows(results: Sequence[Result], first: int) -> list[Row]:
    """`first` is the position of the first of them; one query."""
    zones = Region.objects.in_bulk({one.region for one in results})
    return [
        Row(
            position=number,
            kind=str(KINDS[one.kind]),
            title=highlighted(one.title),
            excerpt=highlighted(one.excerpt),
            url=in_language(one.url),
            result=one,
            day=_day(one.dated, zones.get(one.region)),
        )
        for number, one in enumerate(results, first)
    ]


def _day(moment: datetime | None, region: Region | None) -> date | None:
    if moment is None:
        return None
    return (region.local(moment) if region else timezone.localtime(moment)).date()


def counted(found: Found) -> str:
    """How much there is, in words; also read aloud when results are replaced."""
    if not found.total:
        return _("Tidak ada hasil")
    said = ngettext("%(n)s hasil", "%(n)s hasil", found.total)
    return said % {"n": grouped(found.total)}


def grouped(count: int) -> str:
    """`1.234`, in English `1,234`."""
    return f"{count:,}" if prefix() else format_number(count)
