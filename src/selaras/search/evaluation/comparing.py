"""Whether one system is better than another on the same queries, or only seems so."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

SAMPLES = 1000
SEED = 20210921
_OUTSIDE = 0.025  # of the samples, at each end: what lies between is the 95 % interval


@dataclass(frozen=True, slots=True)
class Difference:
    """Of means, ours less theirs, with its 95 % interval; and on how many queries who is ahead."""

    mean: float
    low: float
    high: float
    better: int
    worse: int
    same: int


def differences(pairs: Sequence[Sequence[tuple[float, float]]]) -> list[Difference]:
    """A paired bootstrap of each list of (ours, theirs), one pair a query, all equally long.

    The same queries are drawn for every list; the draw is seeded, so figures are repeatable.
    """
    gains = [[ours - theirs for ours, theirs in one] for one in pairs]
    count = len(gains[0])
    draw = random.Random(SEED)  # noqa: S311 - a repeatable draw is what is wanted
    means: list[list[float]] = [[] for _ in gains]
    for _ in range(SAMPLES):
        drawn = draw.choices(range(count), k=count)
        for one, gain in zip(means, gains, strict=True):
            one.append(sum(map(gain.__getitem__, drawn)) / count)
    return [_difference(gain, sorted(one)) for gain, one in zip(gains, means, strict=True)]


def _difference(gains: Sequence[float], means: Sequence[float]) -> Difference:
    outside = round(_OUTSIDE * len(means))
    better, worse = sum(one > 0 for one in gains), sum(one < 0 for one in gains)
    return Difference(
        mean=fmean(gains),
        low=means[outside],
        high=means[-outside - 1],
        better=better,
        worse=worse,
        same=len(gains) - better - worse,
    )
