"""Kinds of texts that are checked; the rooms above name theirs when they start."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

# Called with how many more were done, of how many in all.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of texts, as `CheckedText.source` names it.

    `read_all` keeps every text of the kind that is not kept as it is now, and returns how many
    it looked at; it can be stopped and started again. `read_again` looks at some by their ids,
    and forgets those that are gone.
    """

    name: str
    label: str
    read_all: Callable[[Progress], int]
    read_again: Callable[[Sequence[str]], None]


_sources: dict[str, Source] = {}


def register_source(source: Source) -> None:
    """Done once, when the room's app is ready."""
    if _sources.setdefault(source.name, source) is not source:
        raise RuntimeError(f"two kinds of texts are called {source.name}")


def sources() -> dict[str, Source]:
    return dict(_sources)
