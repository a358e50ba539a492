"""Time two things in turn, so that a machine that drifts drifts for both."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Comparison:
    """Processor time of `ours` and `beside` in milliseconds (medians), and the median ratio."""

    name: str
    ours_ms: float
    beside: str
    beside_ms: float
    ratio: float
    rounds: int

    def row(self) -> str:
        return (
            f"| {self.name} | {self.ours_ms:.2f} | {self.beside} | {self.beside_ms:.2f} "
            f"| {self.ratio:.2f} | {self.rounds} |"
        )


HEADING = (
    "| what | ms | beside it | ms | ratio | rounds |\n| --- | ---: | --- | ---: | ---: | ---: |"
)


def compare(
    name: str,
    ours: Callable[[], object],
    beside: str,
    other: Callable[[], object],
    *,
    rounds: int = 30,
) -> Comparison:
    """Run both once unmeasured, then in turn; the ratio is taken pair by pair."""
    ours()
    other()
    pairs = [(milliseconds(ours), milliseconds(other)) for _ in range(rounds)]
    return Comparison(
        name,
        statistics.median(first for first, _ in pairs),
        beside,
        statistics.median(second for _, second in pairs),
        statistics.median(first / second for first, second in pairs),
        rounds,
    )


def milliseconds(action: Callable[[], object]) -> float:
    begun = time.process_time()
    action()
    return (time.process_time() - begun) * 1000
