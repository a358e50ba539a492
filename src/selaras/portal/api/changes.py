"""What changed since a client looked last: each thing once, at its last change.

The ledger notes for every key the epoch of its last change. Epochs become visible in their order,
so that whoever has read up to one has missed nothing before it. What the public cannot see is
left out of the count too: a cursor does not move by what is planned.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from selaras.announcements.queries import hidden, public
from selaras.facts.models import FactType
from selaras.ledger.models import Change
from selaras.portal.api.addresses import announcement_address, fact_address
from selaras.tallies.addresses import address
from selaras.tallies.models import Tally
from selaras.tallies.queries import tallies

# By the ledger's keys. What is planned moves `fact:`, but not `public:`.
FACT, ANNOUNCEMENT, TALLY = "public:", "announcement:", "tally:"
Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """Changes in their order, the epoch of the last, and whether there are more."""

    items: list[Item]
    last: int
    more: bool


def changes_after(seen: int, most: int) -> Page:
    """What changed after that epoch. An epoch is never split: the last may add some more rows.

    A fixed number of queries. Raises LookupError for an epoch that no client can have seen.
    """
    rows = _told().filter(epoch__gt=seen).order_by("epoch", "key")
    first = list(rows[: most + 1])
    if not first and seen and not _told().filter(epoch=seen).exists():
        raise LookupError(f"nothing public changed last in epoch {seen}")
    if len(first) <= most:
        return Page(_items(first), first[-1].epoch if first else seen, more=False)
    last = first[most - 1].epoch
    whole = [*first[:most], *rows.filter(epoch=last, key__gt=first[most - 1].key)]
    return Page(_items(whole), last, more=rows.filter(epoch__gt=last).exists())


def _told() -> QuerySet[Change]:
    kinds = Q(key__startswith=FACT)
    for prefix in (ANNOUNCEMENT, TALLY):
        kinds |= Q(key__startswith=prefix)
    unseen = [one.change_key for one in hidden().only("pk")]
    uncounted = Tally.objects.exclude(pk__in=tallies().values("pk"))
    unseen += [one.change_key for one in uncounted.only("slug")]
    return Change.objects.filter(kinds).exclude(key__in=unseen)


def _items(rows: Sequence[Change]) -> list[Item]:
    keys = [row.key for row in rows]
    known = _facts(keys) | _announcements(keys) | _tallies(keys)
    # What has become public or was deleted between two queries comes with its own change.
    return [known[key] for key in keys if key in known]


def _facts(keys: Iterable[str]) -> dict[str, Item]:
    """A type that nobody ever used may have been deleted: then only its id is left."""
    ids = _named(keys, FACT)
    there = FactType.objects.in_bulk([UUID(one) for one in ids])
    found = {}
    for one in ids:
        fact_type = there.get(UUID(one))
        key, api = (fact_type.key, fact_address(fact_type)) if fact_type else (None, None)
        found[FACT + one] = {"kind": "fact", "id": one, "key": key, "api": api, "url": None}
    return found


def _announcements(keys: Iterable[str]) -> dict[str, Item]:
    there = public().in_bulk([UUID(one) for one in _named(keys, ANNOUNCEMENT)])
    return {
        one.change_key: {
            "kind": "announcement",
            "id": str(one.pk),
            "key": one.slug,
            "api": announcement_address(one),
            "url": one.url,
        }
        for one in there.values()
    }


def _tallies(keys: Iterable[str]) -> dict[str, Item]:
    return {
        one.change_key: {
            "kind": "tally",
            "id": one.slug,
            "key": one.slug,
            "api": address(one, "json"),
            "url": address(one),
        }
        for one in Tally.objects.filter(slug__in=_named(keys, TALLY))
    }


def _named(keys: Iterable[str], prefix: str) -> list[str]:
    return [key.removeprefix(prefix) for key in keys if key.startswith(prefix)]
