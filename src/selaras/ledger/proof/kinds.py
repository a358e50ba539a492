"""What the leaves are about: each room above names its kinds, and how to read them again."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from selaras.ledger.proof.canonical import Data
from selaras.ledger.proof.models import LogEntry

DataOf = Callable[[Collection[str]], dict[str, Data]]
PublicOf = Callable[[Sequence[LogEntry]], set[int]]
Everything = Callable[[], Iterator[str]]


def nobody(entries: Sequence[LogEntry]) -> set[int]:
    return set()


def nothing() -> Iterator[str]:
    return iter(())


@dataclass(frozen=True, slots=True)
class LeafKind:
    """A kind of leaves.

    `data` reads what the tables say now, by object id; what is not there any more is left out.
    None: only the log itself knows. `everything` are the ids of all objects that must have a
    leaf. `public` says which entries, by primary key, anybody may read at this moment.
    `stored` keeps the data in the log; without it they are read from the tables alone.
    Where a kind `changes`, an object may have several leaves and the last of them holds.
    """

    name: str
    data: DataOf | None = None
    everything: Everything = nothing
    public: PublicOf = nobody
    stored: bool = True
    changes: bool = False


_kinds: dict[str, LeafKind] = {}


def leaves(kind: LeafKind) -> LeafKind:
    """Name a kind of leaves; done once, when the room's app is ready."""
    if _kinds.setdefault(kind.name, kind) is not kind:
        raise RuntimeError(f"two kinds of leaves named {kind.name}")
    return kind


def kind_named(name: str) -> LeafKind:
    return _kinds[name]


def all_kinds() -> list[LeafKind]:
    return [_kinds[name] for name in sorted(_kinds)]


def public_entries(entries: Sequence[LogEntry]) -> set[int]:
    """The primary keys of those that anybody may read now."""
    found: set[int] = set()
    for name in {entry.kind for entry in entries} & _kinds.keys():
        found |= kind_named(name).public([one for one in entries if one.kind == name])
    return found
