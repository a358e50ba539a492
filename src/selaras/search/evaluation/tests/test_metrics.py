"""Measures and their differences, against values worked out by hand."""

import math

import pytest

from selaras.search.evaluation.comparing import differences
from selaras.search.evaluation.metrics import MRR, NDCG, RECALL, measure

_SECOND = 1 / math.log2(3)


@pytest.mark.parametrize(
    ("found", "relevant", "expected"),
    [
        (["a", "b"], {"a"}, (1, 1, 1)),
        (["b", "a"], {"a"}, (0.5, _SECOND, 1)),
        ([], {"a"}, (0, 0, 0)),
        (["x"] * 3 + ["a"], {"a"}, (0.5, _SECOND, 1)),  # found twice counts once
        ([*"bcdefghijk", "a"], {"a"}, (0, 0, 0)),  # the eleventh is not seen
        (["x", "a"], {"a", "b"}, (0.5, _SECOND / (1 + _SECOND), 0.5)),
        ([*"abcdefghij"], {*"abcdefghijklmnopqrst"}, (1, 1, 0.5)),
    ],
)
def test_measures_are_the_usual_ones(
    found: list[str], relevant: set[str], expected: tuple[float, float, float]
) -> None:
    measured = measure(found, relevant)
    assert (measured[MRR], measured[NDCG], measured[RECALL]) == pytest.approx(expected)


def test_a_difference_that_is_real_has_zero_outside_its_interval_and_noise_has_not() -> None:
    better = [(1.0, 0.5)] * 60 + [(0.5, 1.0)] * 20 + [(1.0, 1.0)] * 20
    noise = [(1.0, 0.5), (0.5, 1.0)] * 50
    real, none = differences([better, noise])
    assert (real.better, real.worse, real.same) == (60, 20, 20)
    assert real.mean == pytest.approx(0.2)
    assert 0 < real.low < 0.2 < real.high < 0.3
    assert none.low < 0 < none.high
    assert differences([better, noise]) == [real, none]
