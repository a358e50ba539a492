"""What can be said where nothing is valid: the last value, the next one, or why there is none."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Q

from selaras.facts.models import FactVersion
from selaras.facts.queries.resolution import (
    Reading,
    ever_known,
    known,
    resolve_all,
    select,
)
from selaras.facts.results import Outcome, Question, Resolved, State
from selaras.facts.validity import WIDEST_SHIFT
from selaras.institutions.models import Region
from selaras.institutions.queries import parentages


def outcomes(
    questions: Collection[Question], *, known_at: datetime | None = None
) -> dict[Question, Outcome]:
    """An outcome for every question: the valid value, else the last, the next, or a reason.

    The number of queries depends on how many of these steps are needed, not on the questions.
    """
    found: dict[Question, Outcome] = {}

    def keep(state: State, answers: dict[Question, Resolved]) -> list[Question]:
        for asked, one in answers.items():
            found[asked] = Outcome(state, asked.fact_type, one.reader, one)
        return [asked for asked in questions if asked not in found]

    missing = keep(State.CURRENT, resolve_all(questions, known_at=known_at))
    if missing:
        missing = keep(State.ENDED, _ended(missing, known_at))
    if missing:
        missing = keep(State.UPCOMING, _coming(missing, known_at))
    if missing:
        once = _ever_stated(missing, known_at)
        readers = Region.objects.in_bulk({asked.code for asked in missing})
        for asked in missing:
            state = State.WITHDRAWN if asked in once else State.NEVER
            found[asked] = Outcome(state, asked.fact_type, readers[asked.code], None)
    return found


def _ended(questions: list[Question], known_at: datetime | None) -> dict[Question, Resolved]:
    def last(readings: list[Reading], at: datetime) -> tuple[timedelta, FactVersion] | None:
        ended = [(at - end, version) for version, _, end in readings if end and end <= at]
        return min(ended, key=lambda item: item[0]) if ended else None

    newest = max(question.at for question in questions)
    window = Q(valid_to__lte=newest + WIDEST_SHIFT)
    return select(questions, known(known_at).filter(window), last)


def _coming(questions: list[Question], known_at: datetime | None) -> dict[Question, Resolved]:
    def first(readings: list[Reading], at: datetime) -> tuple[timedelta, FactVersion] | None:
        coming = [(start - at, version) for version, start, _ in readings if start > at]
        return min(coming, key=lambda item: item[0]) if coming else None

    oldest = min(question.at for question in questions)
    window = Q(valid_from__gt=oldest - WIDEST_SHIFT)
    return select(questions, known(known_at).filter(window), first)


def _ever_stated(questions: list[Question], known_at: datetime | None) -> set[Question]:
    """The questions about which something was recorded by then, here or in a region above."""
    tree = parentages({asked.code for asked in questions if asked.fact_type.inherited})
    routes = {
        asked: {
            asked.code,
            *(tree.above(asked.code, asked.at) if asked.fact_type.inherited else ()),
        }
        for asked in questions
    }
    rows = ever_known(known_at).filter(
        fact_type__in={asked.fact_type.pk for asked in questions},
        region__in={code for route in routes.values() for code in route},
    )
    stated = set(rows.values_list("fact_type_id", "region_id").distinct())
    return {
        asked
        for asked, route in routes.items()
        if any((asked.fact_type.pk, code) in stated for code in route)
    }
