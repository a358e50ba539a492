"""Short words for tests: how a fact is stated, asked for and withdrawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from selaras.facts.kinds import rules_of
from selaras.facts.models import FactType, FactVersion, Kind
from selaras.facts.queries import resolve
from selaras.facts.results import Resolved, key_of
from selaras.facts.services import Statement, state
from selaras.facts.validity import Validity
from selaras.institutions.models import Institution, Region, Topic

TICK = timedelta(microseconds=1)
MERAUKE, PAPUA, PAPUA_SELATAN = "93.01", "91", "93"
BANDUNG, JAWA_BARAT, DENPASAR = "32.73", "32", "51.71"


@dataclass
class Clock:
    """A clock that stands still until somebody moves it."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def tick(self, step: timedelta = timedelta(hours=1)) -> datetime:
        self.now += step
        return self.now


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def day(text: str) -> date:
    return date.fromisoformat(text)


def in_zone_of(code: str, text: str) -> datetime:
    """The instant of a wall-clock time in the region's zone."""
    return datetime.fromisoformat(text).replace(tzinfo=Region.objects.get(pk=code).tzinfo)


def make_type(key: str, kind: str = Kind.NUMBER, **options: Any) -> FactType:
    """A type of the test's own, about all levels unless it says otherwise."""
    topic = Topic.objects.get(key="siaga-musim-hujan")
    return FactType.objects.create(
        **({"key": key, "label": key, "kind": kind, "topic": topic, "narrowest": "city"} | options)
    )


def statement_of(
    fact_type: FactType,
    code: str,
    text: str,
    start: date | datetime,
    end: date | datetime | None = None,
    *,
    overriding: bool = False,
) -> Statement:
    value = rules_of(fact_type).parse(text, fact_type)
    region = Region.objects.get(pk=code)
    return Statement(fact_type, region, value, Validity(start, end), overriding)


def owner_of(fact_type: FactType) -> Institution:
    return Institution.objects.get(topics=fact_type.topic_id)


def say_all(
    statements: Iterable[Statement],
    *,
    statement: UUID | None = None,
    source: str = "Uji",
    planned_for: datetime | None = None,
) -> list[FactVersion]:
    """State as the owner of the topic."""
    said = list(statements)
    return state(
        statements=said,
        speaker=owner_of(said[0].fact_type),
        actor="uji",
        source=source,
        statement=statement,
        planned_for=planned_for,
    )


def say(
    fact_type: FactType,
    code: str,
    text: str,
    start: date | datetime,
    end: date | datetime | None = None,
    *,
    overriding: bool = False,
    statement: UUID | None = None,
    source: str = "Uji",
) -> FactVersion:
    """State one value for `[start, end)` as the owner of the topic."""
    one = statement_of(fact_type, code, text, start, end, overriding=overriding)
    return say_all([one], statement=statement, source=source)[0]


def answer(
    fact_type: FactType, code: str, at: datetime, known_at: datetime | None = None
) -> Resolved | None:
    return resolve([(fact_type, code)], at=at, known_at=known_at).get(key_of(fact_type, code))


def ask(
    fact_type: FactType, code: str, at: datetime, known_at: datetime | None = None
) -> str | None:
    """The value as text, or None where nothing is valid."""
    found = answer(fact_type, code, at, known_at)
    return rules_of(fact_type).plain(found.value) if found else None
