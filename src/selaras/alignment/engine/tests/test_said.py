"""What is said is kept as plain JSON and comes back the same."""

import json
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.alignment.engine.said import (
    AmountSaid,
    ChoiceSaid,
    ClockSaid,
    ContactSaid,
    DateSaid,
    PeriodSaid,
    Said,
    as_json,
    from_json,
)
from selaras.language.reading.amounts import Bound

pytestmark = pytest.mark.no_database

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=3)
MAYBE_DAY = st.none() | st.dates()
MAYBE_TIME = st.none() | st.times()
WAYS = {
    ChoiceSaid: st.builds(ChoiceSaid, st.text()),
    AmountSaid: st.builds(AmountSaid, NUMBERS, NUMBERS, st.sampled_from(Bound), NUMBERS),
    DateSaid: st.builds(DateSaid, st.dates(), st.dates()),
    PeriodSaid: st.builds(PeriodSaid, MAYBE_DAY, MAYBE_DAY),
    ClockSaid: st.builds(ClockSaid, MAYBE_TIME, MAYBE_TIME),
    ContactSaid: st.builds(ContactSaid, st.text(alphabet="0123456789", min_size=3)),
}


def test_every_way_of_saying_is_tried() -> None:
    assert set(WAYS) == set(get_args(Said))


@settings(max_examples=200)
@given(st.one_of(*WAYS.values()))
def test_it_comes_back_from_json_as_it_was(said: Said) -> None:
    kept = json.loads(json.dumps(as_json(said)))
    assert from_json(kept) == said
    assert type(from_json(kept)) is type(said)


def test_an_amount_is_kept_without_loss_and_named() -> None:
    said = AmountSaid(Decimal("58.90"), Decimal("58.90"), Bound.AT_MOST, Decimal("0.01"))
    assert as_json(said) == {
        "as": "amount", "low": "58.90", "high": "58.90", "bound": "at_most", "step": "0.01",
    }  # fmt: skip


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {"as": "rumour", "choice": "3"},
        {"as": "date", "first": "21/9/2021", "last": "2021-09-21"},
        {"as": "amount", "low": "1", "high": "1", "bound": "perhaps", "step": "1"},
    ],
)
def test_what_was_not_written_by_it_is_refused(kept: dict[str, str]) -> None:
    with pytest.raises((KeyError, ValueError)):
        from_json(kept)
