"""One search over everything official."""

from datetime import date

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from selaras.institutions.queries import NATIONAL
from selaras.portal.api.answers import machine, told
from selaras.portal.api.errors import Away, WrongParameter
from selaras.portal.api.parameters import Given, given, optional_region_of
from selaras.portal.api.search import as_search
from selaras.search.asking import FEWEST_LETTERS, Filters, Question
from selaras.search.entries import Kind
from selaras.search.finding import find
from selaras.search.parameters import day_of, page_number
from selaras.textindex.errors import EngineError


@machine
def search(request: HttpRequest) -> HttpResponseBase:
    """A page of what is found. Spelling is mended where nothing else would be found."""
    asked = given(request, "q", "region", "within", "kind", "since", "until", "page")
    question = _question(asked)
    try:
        found = find(question)
    except EngineError:
        raise Away("Pencarian sedang tidak tersedia.", "Coba lagi sebentar lagi.") from None
    return told(request, as_search(question, found))


def _question(asked: Given) -> Question:
    reader = optional_region_of(asked)
    area = optional_region_of(asked, "within")
    filters = Filters(
        kinds=_kinds(asked),
        region=area.pk if area and area.pk != NATIONAL else "",
        since=_day(asked, "since"),
        until=_day(asked, "until"),
    )
    question = Question(
        asked.get("q", ""), reader.pk if reader else NATIONAL, filters=filters, page=_page(asked)
    )
    if not question.searchable:
        raise WrongParameter("q", f"harus memuat paling sedikit {FEWEST_LETTERS} huruf atau angka.")
    return question


def _kinds(asked: Given) -> frozenset[Kind]:
    known = [one.value for one in Kind]
    named = asked["kind"].split(",") if "kind" in asked else []
    for one in named:
        if one not in known:
            raise WrongParameter(
                "kind", f'"{one[:40]}" tidak dikenal.', f"Pilihannya: {', '.join(known)}."
            )
    return frozenset(Kind(one) for one in named)


def _day(asked: Given, name: str) -> date | None:
    found = day_of(asked.get(name, ""))
    if name in asked and found is None:
        raise WrongParameter(name, f'"{asked[name][:40]}" bukan tanggal.', "Contoh: 2026-11-26.")
    return found


def _page(asked: Given) -> int:
    """What is beyond the last page is answered with the last."""
    text = asked.get("page", "1")
    if not (text.isascii() and text.isdigit() and text.strip("0")):
        raise WrongParameter("page", "harus bilangan dari 1.")
    return page_number(text)
