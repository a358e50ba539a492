"""Is the log what it was? Every leaf, node and head is computed again, some at a time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from selaras.ledger.proof.beginning import has_begun, without_leaf
from selaras.ledger.proof.hashing import Frontier, completed_by
from selaras.ledger.proof.heads import statement
from selaras.ledger.proof.kinds import all_kinds
from selaras.ledger.proof.leaves import mistakes_in
from selaras.ledger.proof.models import LogEntry, SigningKey, TreeHead
from selaras.ledger.proof.signatures import is_signed
from selaras.ledger.proof.tree import nodes_at

BATCH = 500
Roots = Mapping[int, bytes]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong; `number` is that of the first entry concerned, None where it has none."""

    number: int | None
    words: str


@dataclass(slots=True)
class Verdict:
    """How much was found right until the first fault, if there is one."""

    entries: int = 0
    heads: int = 0
    fault: Fault | None = None


def check(known: Roots | None = None) -> Verdict:
    """Go through the log until the first fault, while others go on writing.

    `known` are roots by size that somebody kept elsewhere: whoever holds the key can write the
    whole log anew, but not what others have kept of it.
    """
    verdict = Verdict()
    verdict.fault = next(_faults(verdict, known or {}), None)
    return verdict


def _faults(verdict: Verdict, known: Roots) -> Iterator[Fault]:
    newest = TreeHead.objects.order_by("-size").values_list("size", flat=True).first() or 0
    publics = {key.kid: bytes(key.public) for key in SigningKey.objects.all()}
    tree = Frontier()
    while batch := _batch(tree.size, newest):
        yield from _of_batch(batch, tree, verdict, publics, known)
    if tree.size < max(newest, *known, 0):
        yield Fault(tree.size, "hilang dari catatan")
    yield from _unnumbered(newest)
    yield from _unwritten()


def _batch(start: int, newest: int) -> list[LogEntry]:
    following = LogEntry.objects.filter(number__gte=start, number__lt=newest)
    return list(following.order_by("number")[:BATCH])


def _of_batch(
    batch: Sequence[LogEntry],
    tree: Frontier,
    verdict: Verdict,
    publics: Mapping[str, bytes],
    known: Roots,
) -> Iterator[Fault]:
    start, end = tree.size, tree.size + len(batch)
    mistakes = mistakes_in(batch)
    kept = nodes_at(place for index in range(start, end) for place in completed_by(index))
    heads = TreeHead.objects.in_bulk(range(start + 1, end + 1))
    for entry in batch:
        number = tree.size
        if entry.number != number:
            yield Fault(number, "hilang dari catatan")
        if entry.pk in mistakes:
            yield Fault(number, mistakes[entry.pk])
        made = dict(tree.add(bytes(entry.leaf_hash)))
        if made[0, number] != kept.get((0, number)):
            yield Fault(number, "bukan lagi yang bernomor itu: diganti atau dipindahkan")
        if any(kept.get(place) != found for place, found in made.items()):
            yield Fault(number, "tidak cocok lagi dengan simpul di atasnya")
        verdict.entries = tree.size
        if tree.size in heads or tree.size in known:
            yield from _of_head(heads.get(tree.size), tree, verdict, publics, known)


def _of_head(
    head: TreeHead | None,
    tree: Frontier,
    verdict: Verdict,
    publics: Mapping[str, bytes],
    known: Roots,
) -> Iterator[Fault]:
    """The first entry that the last right head does not vouch for is named."""
    root, size = tree.root(), tree.size
    first = TreeHead.objects.filter(size__lt=size).order_by("-size").first()
    number = first.size if first else 0
    if known.get(size, root) != root:
        yield Fault(number, f"atau salah satu sesudahnya berbeda dari kepala {size} yang disimpan")
    if head is None:
        return
    if bytes(head.root) != root:
        yield Fault(number, f"atau salah satu sesudahnya tidak cocok dengan kepala {size}")
    signed = statement(size=size, root=root, at=head.at, kid=head.kid)
    if not is_signed(signed, bytes(head.signature), publics.get(head.kid, b"")):
        yield Fault(size - 1, f"dijamin kepala {size}, yang tanda tangannya tidak sah")
    verdict.heads += 1


def _unnumbered(newest: int) -> Iterator[Fault]:
    """What waits for its number, or got one in a way that no head vouches for."""
    last = 0
    while batch := list(LogEntry.objects.filter(number=None, pk__gt=last).order_by("pk")[:BATCH]):
        for key, mistake in sorted(mistakes_in(batch).items()):
            yield Fault(None, f"Entri yang belum bernomor (kunci {key}): {mistake}")
        last = batch[-1].pk
    extra = LogEntry.objects.filter(number__gte=newest).order_by("number").first()
    if extra is not None and not TreeHead.objects.filter(size__gt=newest).exists():
        yield Fault(extra.number, "bernomor, tetapi tidak dijamin kepala mana pun")


def _unwritten() -> Iterator[Fault]:
    """What is in the tables and not in the log."""
    if not has_begun():
        yield Fault(None, "Catatan belum dimulai; jalankan `selaras setup`")
        return
    for kind in all_kinds():
        for missing in without_leaf(kind):
            yield Fault(None, f"Tidak pernah dicatat: {kind.name} {missing[0]}")
