"""Shares by largest remainder."""

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from selaras.tallies.shares import largest_remainder

COUNTS = st.lists(st.integers(min_value=0, max_value=10**12), min_size=1, max_size=30)


def test_the_result_of_2024_is_as_it_was_announced() -> None:
    shares = largest_remainder([40_971_906, 96_214_691, 27_040_878])
    assert [str(share) for share in shares] == ["24.9", "58.6", "16.5"]


@settings(deadline=None)
@given(COUNTS, st.integers(min_value=0, max_value=3))
@example([1, 1, 1], 1)
def test_shares_add_up_to_a_hundred_exactly(counts: list[int], decimals: int) -> None:
    shares = largest_remainder(counts, decimals=decimals)
    assert sum(shares) == (100 if sum(counts) else 0)
    assert all(share.as_tuple().exponent == -decimals for share in shares)


@settings(deadline=None)
@given(COUNTS)
def test_no_share_is_a_whole_unit_away_from_the_exact_one(counts: list[int]) -> None:
    total = sum(counts)
    for count, share in zip(counts, largest_remainder(counts), strict=True):
        assert abs(share * total - 100 * count) < total * Decimal("0.1") or total == 0


@settings(deadline=None)
@given(COUNTS)
def test_more_votes_are_never_a_smaller_share(counts: list[int]) -> None:
    ordered = sorted(zip(counts, largest_remainder(counts), strict=True))
    assert [share for _, share in ordered] == sorted(share for _, share in ordered)


def test_of_equal_counts_the_earlier_gets_the_unit_that_is_left() -> None:
    assert largest_remainder([7, 7, 7]) == (Decimal("33.4"), Decimal("33.3"), Decimal("33.3"))


def test_nothing_counted_is_no_share() -> None:
    assert largest_remainder([0, 0]) == (Decimal("0.0"), Decimal("0.0"))
    assert largest_remainder([]) == ()


def test_a_negative_count_has_no_share() -> None:
    with pytest.raises(ValueError, match="negative"):
        largest_remainder([3, -1])
