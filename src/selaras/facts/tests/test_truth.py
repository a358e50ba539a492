"""The bitemporal truth agrees with a naive model: a list of what was done, read from its end.

Left out on purpose is what the rules do not determine: a floating end (a date) and an absolute
one (a time with a zone) less than two hours apart change places on the way to another zone. So
absolute ends lie at 08:00 UTC, hours away from midnight in WIB, WITA and WIT.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from unittest import mock
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selaras.common.errors import Refused
from selaras.facts.errors import NotAhead, NotBackfillable
from selaras.facts.models import FactType
from selaras.facts.queries import resolve_all
from selaras.facts.results import Question
from selaras.facts.services import Statement, backfill, call_off, withdraw
from selaras.facts.tests.speaking import TICK, Clock, make_type, owner_of, say_all, utc
from selaras.facts.validity import Validity
from selaras.institutions.models import Region

ZONES = {"00": 7, "32": 7, "32.73": 7, "51": 8, "51.71": 8, "91": 9, "93": 9, "93.01": 9}
FIRST_DAY = date(2022, 7, 22)
MERAUKE_MOVED = datetime(2022, 7, 25, tzinfo=UTC) - timedelta(hours=9)
# Ahead of the database's own clock: it lets only plans that lie ahead be moved.
START_OF_CLOCK = utc("2122-08-01T00:00")

Moment = date | datetime


@dataclass(frozen=True)
class Deed:
    """One operation. `of` numbers the deed that is withdrawn or called off; `lag` is hours before
    the clock, or after it.
    """

    verb: str
    type_key: str
    code: str
    start: Moment
    end: Moment | None
    overriding: bool
    of: int
    lag: int


@dataclass
class Said:
    """What the model knows of a statement."""

    deed: Deed
    value: int
    recorded_at: datetime
    statement: UUID | None
    withdrawn_at: datetime | None = None

    def holds(self, reader: str, at: datetime) -> bool:
        end = self.deed.end
        return instant(self.deed.start, reader) <= at and (end is None or at < instant(end, reader))


@dataclass
class Model:
    said: list[Said] = field(default_factory=list)

    def own(
        self, key: str, home: str, reader: str, at: datetime, known_at: datetime
    ) -> Said | None:
        """The last word by then about one region, as another reads it."""
        words = [
            one
            for one in self.said
            if (one.deed.type_key, one.deed.code) == (key, home)
            and one.recorded_at <= known_at
            and one.holds(reader, at)
        ]
        if not words:
            return None
        last = max(words, key=lambda one: one.recorded_at)
        gone = last.withdrawn_at is not None and last.withdrawn_at <= known_at
        return None if gone else last

    def read(self, key: str, code: str, at: datetime, known_at: datetime) -> int | None:
        chain = [code, *above(code, at)] if key == "inherited" else [code]
        found = [one for home in chain if (one := self.own(key, home, code, at, known_at))]
        overriding = [one for one in found[1:] if one.deed.overriding]
        best = overriding[-1:] or found[:1]
        return best[0].value if best else None


def instant(moment: Moment, reader: str) -> datetime:
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, time.min, UTC) - timedelta(hours=ZONES[reader])


def above(code: str, at: datetime) -> list[str]:
    if code == "00":
        return []
    if code == "93":  # a province only since then
        return ["00"] if at >= MERAUKE_MOVED else []
    if "." not in code:
        return ["00"]
    if code == "93.01":
        return ["93" if at >= MERAUKE_MOVED else "91", "00"]
    return [code[:2], "00"]


days = st.integers(0, 6).map(lambda number: FIRST_DAY + timedelta(days=number))
instants = days.map(lambda day: datetime.combine(day, time(8), UTC))
moments: st.SearchStrategy[Moment] = days | instants


VERBS = ["state", "state", "state", "plan", "plan", "withdraw", "call off", "backfill"]


@st.composite
def deeds(draw: st.DrawFn) -> Deed:
    start = draw(moments)
    end = draw(st.none() | moments)
    if end is not None and instant(end, "00") <= instant(start, "00"):
        end = start + timedelta(days=draw(st.integers(1, 3)))
    return Deed(
        verb=draw(st.sampled_from(VERBS)),
        type_key=draw(st.sampled_from(["inherited", "inherited", "plain"])),
        code=draw(st.sampled_from([*ZONES, "00", "93.01", "51.71"])),
        start=start,
        end=end,
        overriding=draw(st.booleans()),
        of=draw(st.integers(0, 9)),
        lag=draw(st.integers(1, 30)),
    )


@dataclass
class World:
    """Does each deed in the product and in the model."""

    types: dict[str, FactType]
    regions: dict[str, Region]
    model: Model
    clock: Clock

    def do(self, number: int, deed: Deed) -> None:
        self.clock.tick()
        if deed.verb in ("withdraw", "call off"):
            self.take_back(deed)
            return
        one = Statement(
            self.types[deed.type_key],
            self.regions[deed.code],
            number,
            Validity(deed.start, deed.end),
            deed.overriding,
        )
        if deed.verb == "state":
            statement = uuid4()
            recorded = say_all([one], statement=statement)[0].recorded_from
            self.model.said.append(Said(deed, number, recorded, statement))
            return
        if deed.verb == "plan":
            self.plan(one, number, deed)
            return
        past = self.clock.now - timedelta(hours=deed.lag, minutes=30)
        with suppress(NotBackfillable):
            backfill(statements=[one], recorded_at=past, actor="uji", source="Uji")
            self.model.said.append(Said(deed, number, past, None))

    def plan(self, one: Statement, number: int, deed: Deed) -> None:
        statement, second = uuid4(), self.clock.now + timedelta(hours=deed.lag, minutes=7)
        with suppress(NotAhead):
            say_all([one], statement=statement, planned_for=second)
            self.model.said.append(Said(deed, number, second, statement))

    def take_back(self, deed: Deed) -> None:
        stated = [one for one in self.model.said if one.statement]
        if not stated:
            return
        one = stated[deed.of % len(stated)]
        assert one.statement is not None
        speaker = owner_of(self.types[one.deed.type_key])
        words: dict[str, Any] = {"speaker": speaker, "actor": "uji", "reason": "Uji"}
        with suppress(Refused):
            if deed.verb == "call off":
                call_off(statement=one.statement, **words)
                self.model.said.remove(one)
            else:
                withdraw(statement=one.statement, **words)
                one.withdrawn_at = self.clock.now

    def disagreements(self, known_at: datetime) -> list[tuple[object, ...]]:
        asked = [
            (Question(self.types[key], code, at), key)
            for at in self.interesting_moments()
            for key in self.types
            for code in ZONES
        ]
        found = resolve_all([question for question, _ in asked], known_at=known_at)
        wrong = []
        for question, key in asked:
            expected = self.model.read(key, question.code, question.at, known_at)
            got = int(found[question].value) if question in found else None
            if got != expected:
                wrong.append((key, question.code, question.at, known_at, got, expected))
        return wrong

    def interesting_moments(self) -> set[datetime]:
        """Every end as every zone reads it, the instant before, and between the ends."""
        ends = {
            instant(end, code)
            for one in self.model.said
            for end in (one.deed.start, one.deed.end)
            if end is not None
            for code in ("00", "51", "91")
        }
        ends |= {MERAUKE_MOVED, datetime(2022, 7, 21, tzinfo=UTC), datetime(2023, 1, 1, tzinfo=UTC)}
        return ends | {end - TICK for end in ends} | {end + TICK for end in ends}


@pytest.mark.django_db
@pytest.mark.usefixtures("topics")
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(done=st.lists(deeds(), min_size=1, max_size=9), data=st.data())
def test_what_is_true_and_what_was_known_agree_with_a_naive_list(
    done: list[Deed], data: st.DataObject
) -> None:
    with transaction.atomic():
        types = {
            "inherited": make_type("uji.diwariskan", inherited=True),
            "plain": make_type("uji.sendiri"),
        }
        clock = Clock(START_OF_CLOCK)
        world = World(types, Region.objects.in_bulk(ZONES), Model(), clock)
        with mock.patch("django.utils.timezone.now", clock):
            for number, deed in enumerate(done):
                world.do(number, deed)
        recorded = sorted(
            {one.recorded_at for one in world.model.said}
            | {one.withdrawn_at for one in world.model.said if one.withdrawn_at}
        )
        known = [clock.now + TICK]
        if recorded:
            edge = data.draw(st.sampled_from(recorded))
            known += [edge, edge - TICK, data.draw(st.sampled_from(recorded))]
        assert [wrong for known_at in known for wrong in world.disagreements(known_at)] == []
        transaction.set_rollback(True)
