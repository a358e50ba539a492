"""What every search needs and hardly ever changes: read again only when it was changed."""

import time
from collections.abc import Callable
from typing import Generic, TypeVar

from selaras.ledger.models import Change

T = TypeVar("T")
LOOKED_AFTER = 1.0  # seconds


class Kept(Generic[T]):
    """A value of the database in the memory of a process.

    At most once a second one query asks whether the ledger knows of a change of `key`. In the
    process that changes it, `forget` makes the change seen at once.
    """

    def __init__(self, key: str, read: Callable[[], T]) -> None:
        self._key, self._read = key, read
        self._kept: tuple[int, T] | None = None
        self._looked_at = 0.0

    def get(self) -> T:
        kept, now = self._kept, time.monotonic()
        if kept is not None and now - self._looked_at < LOOKED_AFTER:
            return kept[1]
        epoch = Change.objects.filter(key=self._key).values_list("epoch", flat=True).first() or 0
        if kept is None or kept[0] != epoch:
            kept = self._kept = (epoch, self._read())
        self._looked_at = now
        return kept[1]

    def forget(self) -> None:
        self._kept = None
