"""So many cases of something, and the same ones in each run."""

from collections.abc import Callable
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from support.thorough import EVERYTHING

T = TypeVar("T")
# In CI also the cases that come after those of every run.
TIMES = 2 if EVERYTHING else 1


def bounded(examples: int) -> settings:
    """Without shrinking: what fails is told as it was met."""
    return settings(
        derandomize=True,
        database=None,
        deadline=None,
        max_examples=examples * TIMES,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


def tried(examples: int, attempt: Callable[[st.DataObject, T], None], thing: T) -> None:
    """`attempt` draws a case and makes it with the thing; raises what it raises."""

    @bounded(examples)
    @given(st.data())
    def run(data: st.DataObject) -> None:
        attempt(data, thing)

    run()
