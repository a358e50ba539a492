"""Facts: their types, and what each region reads, at any moment."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from selaras.common.clock import now
from selaras.facts.errors import UnknownFactType
from selaras.facts.models import FactType, FactVersion
from selaras.facts.queries import fact_type, fact_types, history_after, outcomes
from selaras.facts.results import Outcome, Question
from selaras.institutions.models import Region
from selaras.institutions.queries import within
from selaras.portal.api import types
from selaras.portal.api.answers import CSV, GEOJSON, machine, sent, told
from selaras.portal.api.bulk import as_csv, collection
from selaras.portal.api.cursors import cursor, not_ours, place_in
from selaras.portal.api.errors import NothingThere
from selaras.portal.api.parameters import (
    Given,
    given,
    known_at_of,
    limit_of,
    moment_of,
    one_of,
    owner_of,
    region_of,
    topic_of,
)
from selaras.portal.api.values import announced, as_row, as_version, history_of, reference

TYPES, VERSIONS = "types", "versions"
KEY = r"[a-z0-9.-]{1,100}"
NUMBER = r"[1-9][0-9]{0,17}"
FORMATS = ("json", "csv", "geojson")


@machine
def all_types(request: HttpRequest) -> HttpResponseBase:
    """The types of facts by key, also those that are retired."""
    asked = given(request, "topic", "owner", "cursor", "limit")
    most = limit_of(asked, usual=50, most=200)
    found = fact_types().order_by("key")
    if "topic" in asked:
        found = found.filter(topic=topic_of(asked))
    if "owner" in asked:
        found = found.filter(topic__owner=owner_of(asked))
    after = place_in(asked, "cursor", TYPES, KEY)
    if after is not None:
        found = found.filter(key__gt=after)
    rows = list(found[: most + 1])
    left = cursor(TYPES, rows[most - 1].key) if len(rows) > most else None
    return told(
        request,
        {
            "demonstration": settings.DEMONSTRATION,
            "facts": [types.whole(one) for one in rows[:most]],
            "next": left,
        },
    )


@machine
def one_type(request: HttpRequest, key: str) -> HttpResponseBase:
    given(request)
    return told(request, {"demonstration": settings.DEMONSTRATION, **types.whole(_type(key))})


@machine
def value(request: HttpRequest, key: str) -> HttpResponseBase:
    """What a region reads: the value, or honestly why there is none."""
    asked = given(request, "region", "at", "known_at")
    found, region = _type(key), region_of(asked)
    at, known_at = moment_of(asked, "at", region), known_at_of(asked, region)
    question = Question(found, region.pk, at or now())
    outcome = outcomes([question], known_at=known_at)[question]
    known = announced([outcome.resolved] if outcome.resolved else [])
    row = as_row(outcome, known)
    return told(
        request,
        {
            **_head(found, at, known_at),
            **row,
            "announcement": reference(next(iter(known.values()), None)),
            "history": history_of(found, outcome),
        },
    )


@machine
def history(request: HttpRequest, key: str) -> HttpResponseBase:
    """Every version that was stated for the region itself, by valid and recorded time."""
    asked = given(request, "region", "known_at", "cursor", "limit")
    found, region = _type(key), region_of(asked)
    known_at, most = known_at_of(asked, region), limit_of(asked, usual=100, most=500)
    place = place_in(asked, "cursor", VERSIONS, NUMBER)
    after = int(place) if place else None
    try:
        rows = history_after(found, region, after=after, most=most + 1, known_at=known_at)
    except FactVersion.DoesNotExist:
        raise not_ours("cursor") from None
    left = cursor(VERSIONS, rows[most - 1].version.pk) if len(rows) > most else None
    known = announced(rows[:most])
    return told(
        request,
        {
            **_head(found, None, known_at),
            "region": region.pk,
            "name": region.full_name,
            "versions": [as_version(one, known, known_at) for one in rows[:most]],
            "next": left,
        },
    )


@machine
def regions(request: HttpRequest, key: str) -> HttpResponseBase:
    """What many regions read, in a fixed number of queries."""
    asked = given(request, "within", "level", "at", "known_at", "format")
    form, found = one_of(asked, "format", FORMATS, "json"), _type(key)
    whole = region_of(asked, "within")
    at, known_at = moment_of(asked, "at", whole), known_at_of(asked, whole)
    readers = _readers(found, whole, asked, at or now())
    rows = _read(found, readers, asked)
    known = announced(one.resolved for one in rows if one.resolved)
    if form == "csv":
        return sent(request, as_csv(rows, known), CSV)
    head = _head(found, at, known_at) | {
        "within": whole.pk,
        "announcements": [reference(one) for one in known.values()],
    }
    if form == "geojson":
        placed = [(one.reader, as_row(one, known)) for one in rows]
        return told(request, collection(placed, **head), GEOJSON)
    return told(request, head | {"regions": [as_row(one, known) for one in rows]})


def _type(key: str) -> FactType:
    try:
        return fact_type(key)
    except UnknownFactType as error:
        raise NothingThere(error.problem, error.remedy) from None


def _head(found: FactType, at: datetime | None, known_at: datetime | None) -> dict[str, Any]:
    """What was asked. Nothing in it moves by itself, so that an answer keeps its ETag."""
    return {
        "demonstration": settings.DEMONSTRATION,
        "fact": types.brief(found),
        "at": at.isoformat() if at else None,
        "known_at": known_at.isoformat() if known_at else None,
    }


def _readers(found: FactType, whole: Region, asked: Given, at: datetime) -> list[Region]:
    """The regions in another one; without a level, those that the type speaks of."""
    inside = within(whole, whole.local(at).date())
    if "level" not in asked:
        return [region for region in inside if found.speaks_of(region)]
    level = one_of(asked, "level", Region.Level.values, "")
    return list(inside.filter(level=level))


def _read(found: FactType, readers: list[Region], asked: Given) -> list[Outcome]:
    """As each region reads it by itself: a date begins at another moment in every zone."""
    moment = now()
    questions: dict[datetime | None, list[Question]] = defaultdict(list)
    for reader in readers:
        at = moment_of(asked, "at", reader) or moment
        questions[known_at_of(asked, reader)].append(Question(found, reader.pk, at))
    answers: dict[str, Outcome] = {}
    for known_at, together in questions.items():
        for question, outcome in outcomes(together, known_at=known_at).items():
            answers[question.code] = outcome
    return [answers[reader.pk] for reader in readers]
