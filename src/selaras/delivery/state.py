"""What this process knows of the published truth, and whether a kept page still is it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from time import monotonic, time

from selaras.delivery.dependencies import EVERYTHING
from selaras.delivery.kept import Kept
from selaras.delivery.releases import this_release

# A page is made again after a day, whatever happened: what nobody announced is mended so.
OLDEST = 86_400.0
# Twice as long as the watcher may need to look again, with room for a busy machine.
TRUSTED_FOR = 0.6
FAMILIES = {
    "fact": "facts",
    "announcement": "announcements",
    "tally": "tallies",
    "site": "sites",
}


def family(key: str) -> str:
    """`fact:<id>` is one of the `facts`; what has no family is its own."""
    kind, _, name = key.partition(":")
    return FAMILIES.get(kind, key) if name else key


@dataclass(slots=True)
class State:
    """`generation` is replaced by another object whenever anything may have changed.

    `changed` holds the epoch of the last change of each key and family, `passed` when a moment
    last came at which something of a family begins or ends, in seconds since 1970.
    `looked_at` is on the monotonic clock; `confirmed_at` in seconds since 1970, as is `until`,
    when something begins or ends by itself. `blind`: the database cannot be asked. `opened` counts
    how often it was found: connections to an earlier one may lead to a file that is no longer it.
    """

    epoch: int = -1
    changed: dict[str, int] = field(default_factory=dict)
    passed: dict[str, float] = field(default_factory=dict)
    generation: object = field(default_factory=object)
    looked_at: float = float("-inf")
    until: float = float("inf")
    confirmed_at: float = 0.0
    blind: bool = False
    opened: int = 0

    def is_trusted(self) -> bool:
        """Whether somebody looked a moment ago what has changed, and nothing has begun since."""
        return monotonic() - self.looked_at < TRUSTED_FOR and time() < self.until

    def confirm(self, *, until: float) -> None:
        self.looked_at, self.confirmed_at, self.until = monotonic(), time(), until
        if self.blind:
            self.blind, self.generation = False, object()

    def go_blind(self) -> None:
        self.looked_at, self.until = monotonic(), float("inf")
        if not self.blind:
            self.blind, self.generation = True, object()

    def advance(self, epoch: int, changes: Iterable[tuple[str, int]]) -> set[str]:
        """Take note of changes; returns the keys that changed, with their families."""
        keys = set()
        for key, when in changes:
            for name in (key, family(key)):
                self.changed[name] = max(when, self.changed.get(name, -1))
                keys.add(name)
        self.epoch = epoch
        return keys

    def pass_moment(self, name: str) -> None:
        self.passed[name] = time()

    def renew(self) -> None:
        self.generation = object()

    def holds(self, page: Kept) -> bool:
        """Whether the page, with its slots filled, is what the product would answer now."""
        if page.release != this_release() or not time() - OLDEST < page.made_at <= time() + 1:
            return False
        if page.epoch > self.epoch or (EVERYTHING in page.keys and page.epoch < self.epoch):
            return False
        return all(
            self.changed.get(key, -1) <= page.epoch
            and self.passed.get(family(key), 0.0) <= page.made_at
            for key in page.keys
        )
