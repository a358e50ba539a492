"""Gives what is new its number, in the order in which it was written, and signs a new head.

One process at a time, whichever it is; acts go on meanwhile. What a crash interrupts is done by
the next tick, for numbers, nodes and head are written in one transaction.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.utils import timezone

from selaras.ledger.clock import at_each_tick
from selaras.ledger.proof import keys
from selaras.ledger.proof.errors import NoKey
from selaras.ledger.proof.hashing import Frontier, complete
from selaras.ledger.proof.heads import latest, statement
from selaras.ledger.proof.models import LogEntry, LogNode, TreeHead
from selaras.ledger.proof.tree import nodes_at, place_key

logger = logging.getLogger(__name__)
BATCH = 5000  # entries for which writers wait, on SQLite, no longer than for any other act
NUMBERED = """
    UPDATE ledger_logentry SET number = %s + place
    FROM (SELECT id AS entry, row_number() OVER (ORDER BY id) - 1 AS place
          FROM (SELECT id FROM ledger_logentry WHERE number IS NULL ORDER BY id LIMIT %s) waiting
         ) ordered
    WHERE id = entry
"""


@at_each_tick
def sequence() -> None:
    """Number what waits, a batch at most. Without its key nothing is numbered, nor lost."""
    if not LogEntry.objects.filter(number=None).exists():
        return
    try:
        sequence_batch()
    except NoKey as error:
        logger.error("%s %s", error.problem, error.remedy)


def sequence_all() -> None:
    """Number all that waits. Raises `NoKey`."""
    while sequence_batch():
        pass


def sequence_batch(most: int = BATCH) -> int:
    """Number up to `most` entries and sign the head; returns how many. Raises `NoKey`."""
    with transaction.atomic(), locked():
        head = latest()
        size = head.size if head else 0
        with connection.cursor() as cursor:
            cursor.execute(NUMBERED, [size, most])
        fresh = LogEntry.objects.filter(number__gte=size).order_by("number")
        leaves = [bytes(leaf) for leaf in fresh.values_list("leaf_hash", flat=True)]
        if leaves:
            _sign(_grown(size, leaves))
    return len(leaves)


@contextmanager
def locked() -> Iterator[None]:
    """One writer of the tree at a time; SQLite has one anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE ledger_treehead IN SHARE ROW EXCLUSIVE MODE")
    yield


def _grown(size: int, leaves: list[bytes]) -> Frontier:
    """The tree with these leaves; the nodes that they complete are kept."""
    places = complete(0, size)
    kept = nodes_at(places)
    tree = Frontier(size, [kept[place] for place in places])
    nodes = [
        LogNode(place=place_key(place), hash=found)
        for leaf in leaves
        for place, found in tree.add(leaf)
    ]
    LogNode.objects.bulk_create(nodes, batch_size=BATCH)
    return tree


def _sign(tree: Frontier) -> None:
    kid, private = keys.signing_key()
    root, at = tree.root(), timezone.now()
    signature = private.sign(statement(size=tree.size, root=root, at=at, kid=kid))
    TreeHead.objects.create(size=tree.size, root=root, at=at, kid=kid, signature=signature)
