"""Many things a few at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def batches(found: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of at most `size`, none empty, in order; what is not asked for is not read."""
    waiting = iter(found)
    while some := list(islice(waiting, size)):
        yield some
