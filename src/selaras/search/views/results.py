"""The page of a search. Whole without a script; a script asks for its part alone."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from selaras.institutions.queries import NATIONAL
from selaras.search.answers.drawing import drawn
from selaras.search.asked.noting import note_question
from selaras.search.asking import FEWEST_LETTERS, MOST_LETTERS, PER_PAGE
from selaras.search.found import Answer, Found
from selaras.search.helping import help_for
from selaras.search.links import feed_link, in_language, link, query, whole_country
from selaras.search.narrowing import active, filters
from selaras.search.parameters import Asked, asked
from selaras.search.presenting import KINDS, counted, grouped, rows
from selaras.search.views.searching import Searched, searched

PART = "hasil"


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Any question is answered with a page; `bagian=hasil` is the part below the search box."""
    question = asked(request)
    part = request.GET.get("bagian") == PART
    context = {
        "asked": question,
        "question": question.question,
        "fewest": FEWEST_LETTERS,
        "most": MOST_LETTERS,
        "kept": _kept(question),
    }
    if question.question.searchable:
        outcome = searched(question.question)
        context |= _found(question, outcome)
        if not part:  # what is still being typed is nobody's question
            address = request.META.get("REMOTE_ADDR", "")
            note_question(question.question, outcome.found, address=address)
    response = render(request, "search/part.html" if part else "search/results.html", context)
    if not context.get("whole", True):
        patch_cache_control(response, no_store=True)
    return response


def _kept(asked: Asked) -> list[tuple[str, str]]:
    """What a new question in the same box keeps."""
    region = asked.question.region
    return [] if asked.site or region == NATIONAL else [("wilayah", region)]


def _found(asked: Asked, outcome: Searched) -> dict[str, Any]:
    question, found = asked.question, outcome.found
    context: dict[str, Any] = {
        "found": found,
        "whole": outcome.whole,
        "count": counted(found),
        "answers": _answers(found.answers),
        "notices": [(one, KINDS[one.kind], in_language(one.url)) for one in found.notices],
        "sites": [(one, in_language(one.url)) for one in found.sites],
        "rows": rows(found.results, (found.page - 1) * PER_PAGE + 1),
        "filters": filters(asked, found.facets),
        "active": active(asked),
        "pager": _pager(asked, found),
        "feed": feed_link(question),
        "as_typed": link(question, corrected=False),
        "everywhere": whole_country(question, asked.site.region_id) if asked.site else "",
    }
    if found.corrected:
        context["as_read"] = link(replace(question, typed=found.corrected.read))
    if outcome.whole and not found.total:
        context["help"] = help_for(asked)
    return context


def _answers(answers: Sequence[Answer]) -> list[tuple[Answer, str, str]]:
    """With the drawing, of the first alone: that is what a phone has room for."""
    return [
        (one, "" if place else drawn(one), in_language(one.page_url) if one.page_url else "")
        for place, one in enumerate(answers)
    ]


def _pager(asked: Asked, found: Found) -> dict[str, str]:
    """The addresses beside this page, and where in the list it stands."""

    def page(number: int) -> str:
        return f"?{query(replace(asked.question, page=number))}"

    return {
        "before": page(found.page - 1) if found.page > 1 else "",
        "after": page(found.page + 1) if found.page < found.pages else "",
        "number": grouped(found.page),
        "pages": grouped(found.pages),
    }
