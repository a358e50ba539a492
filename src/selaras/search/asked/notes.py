"""What was asked and not yet written, in the memory of one process: bounded, and of one day."""

from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import Literal, NamedTuple

from selaras.search.asked.marks import Day

MOST = 10_000  # different things; what was not asked for longest is forgotten first
MOST_AT_ONCE = 500
SHARED_FROM = 2  # addresses; what only one has asked does not leave this memory


class Thing(NamedTuple):
    """Something that is counted: a question in a province (or `00`), or a result (its key)."""

    kind: Literal["question", "result"]
    province: str
    text: str


@dataclass(slots=True)
class Note:
    """`bits` are of all addresses of the day, `counts` of what is not written yet."""

    mark: str
    bits: int = 0
    counts: Counter[str] = field(default_factory=Counter)


class Notes:
    """Shared by the threads of a process. Without the day's key nothing is taken."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._day: Day | None = None
        self._kept: OrderedDict[Thing, Note] = OrderedDict()
        self._changed: set[Thing] = set()
        self._lock = Lock()

    @property
    def day(self) -> Day | None:
        return self._day

    def begin_day(self, day: Day | None) -> None:
        """Another day, another key: nothing of the old one is left."""
        with self._lock:
            self._day = day
            self._kept.clear()
            self._changed.clear()

    def add(self, day: date, thing: Thing, counted: Iterable[str], address: str = "") -> bool:
        """Count it; False where the day's key is not known, and it is lost."""
        with self._lock:
            today = self._day
            if today is None or today.day != day:
                return False
            note = self._kept.get(thing)
            if note is None:
                note = self._kept[thing] = Note(today.mark(*thing))
                self._make_room()
            self._kept.move_to_end(thing)
            note.bits |= today.bit(note.mark, address)
            note.counts.update(counted)
            self._changed.add(thing)
        return True

    def due(self) -> Mapping[Thing, tuple[str, int]]:
        """The marks and bits of what has changed and more than one asked, as of now."""
        with self._lock:
            shared = sorted(
                one for one in self._changed if self._kept[one].bits.bit_count() >= SHARED_FROM
            )
            self._changed = set(shared[MOST_AT_ONCE:])
            chosen = shared[:MOST_AT_ONCE]
            return {one: (self._kept[one].mark, self._kept[one].bits) for one in chosen}

    def look_again(self) -> None:
        """What several asked here is due once more: others may have asked it elsewhere since."""
        with self._lock:
            self._changed.update(
                thing
                for thing, note in self._kept.items()
                if note.counts and note.bits.bit_count() >= SHARED_FROM
            )

    def take(self, things: Iterable[Thing]) -> dict[Thing, Counter[str]]:
        """What is to be written about these; it is ours no more."""
        taken: dict[Thing, Counter[str]] = {}
        with self._lock:
            for one in things:
                note = self._kept.get(one)
                if note is not None:
                    taken[one], note.counts = note.counts, Counter()
        return taken

    def give_back(self, due: Iterable[Thing], taken: Mapping[Thing, Counter[str]]) -> None:
        """What could not be written is written another time, if it is still known then."""
        with self._lock:
            for one in due:
                if one in self._kept:
                    self._kept[one].counts.update(taken.get(one, ()))
                    self._changed.add(one)

    def _make_room(self) -> None:
        while len(self._kept) > self._most:
            oldest, _ = self._kept.popitem(last=False)
            self._changed.discard(oldest)
