"""Reads of the audit: bounded, along an index, newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from django.db.models import Q, QuerySet

from selaras.ledger.actors import person, reference_in
from selaras.ledger.models import AuditEntry, Person

MOST_PEOPLE = 50
BATCH = 1000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; `institutions` None is all, an empty set is none.

    The period is half-open. `actors` None is everybody.
    """

    since: datetime | None = None
    until: datetime | None = None
    institutions: frozenset[str] | None = None
    actors: frozenset[str] | None = None
    action: str = ""
    object_kind: str = ""
    object_id: str = ""


def entries(wanted: Wanted) -> QuerySet[AuditEntry]:
    """The entries that are looked for, newest first."""
    conditions = {
        "at__gte": wanted.since,
        "at__lt": wanted.until,
        "action": wanted.action or None,
        "object_kind": wanted.object_kind or None,
        "object_id": wanted.object_id or None,
        **_one_of("institution", wanted.institutions),
        **_one_of("actor", wanted.actors),
    }
    asked = {name: value for name, value in conditions.items() if value is not None}
    return AuditEntry.objects.filter(**asked).order_by("-at", "-number")


def _one_of(field: str, values: frozenset[str] | None) -> dict[str, Any]:
    """One value is compared, so that the index also gives the order."""
    if values is None:
        return {}
    return {field: next(iter(values))} if len(values) == 1 else {f"{field}__in": sorted(values)}


def older_than(found: QuerySet[AuditEntry], number: int | None) -> QuerySet[AuditEntry]:
    """Those below the entry with this number, in the same order; all of them for None."""
    if number is None:
        return found
    last = AuditEntry.objects.filter(pk=number).first()
    if last is None:
        return found.none()
    below = Q(at__lt=last.at) | Q(number__lt=last.number)
    return found.filter(below, at__lte=last.at)


def names_of(found: Iterable[AuditEntry]) -> dict[str, str]:
    """The names behind the pseudonyms of these entries, as far as they are kept; one query."""
    references = set(filter(None, (reference_in(entry.actor) for entry in found)))
    known = Person.objects.filter(reference__in=references).exclude(name="")
    return {person(reference): name for reference, name in known.values_list("reference", "name")}


def actors_named(text: str) -> frozenset[str]:
    """The pseudonyms of people whose name contains this text, `MOST_PEOPLE` + 1 at most."""
    found = Person.objects.filter(name__icontains=text).values_list("reference", flat=True)
    return frozenset(person(reference) for reference in found[: MOST_PEOPLE + 1])


def named_entries(found: QuerySet[AuditEntry]) -> Iterator[tuple[AuditEntry, str]]:
    """All entries with the names behind them, however many there are."""
    following = found.iterator(chunk_size=BATCH)
    while batch := list(islice(following, BATCH)):
        names = names_of(batch)
        yield from ((entry, names.get(entry.actor, "")) for entry in batch)
