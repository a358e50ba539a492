"""What happens because time has come: rooms name it, the worker asks for it once a second."""

from collections.abc import Callable

Tick = Callable[[], None]
_ticks: list[Tick] = []


def at_each_tick(tick: Tick) -> Tick:
    """Name a function that does what is due by the clock; it must be quick where nothing is."""
    if tick not in _ticks:
        _ticks.append(tick)
    return tick


def tick() -> None:
    for due in _ticks:
        due()
