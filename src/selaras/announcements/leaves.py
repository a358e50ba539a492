"""An announcement is a leaf of the log; that it was recalled or called off is another."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from uuid import UUID

from django.db.models import QuerySet

from selaras.announcements.models import AnnouncedFact, Announcement, Replacement
from selaras.announcements.queries import public
from selaras.ledger.proof.canonical import Data, moment
from selaras.ledger.proof.kinds import LeafKind, leaves
from selaras.ledger.proof.log import append
from selaras.ledger.proof.models import LogEntry

CHUNK = 500


def append_leaf(kind: LeafKind, announcement: Announcement) -> None:
    """Write that this has happened to it, as the tables say it now."""
    if kind.data is None:
        raise ValueError(f"{kind.name} says nothing of the tables")
    key = str(announcement.pk)
    append(kind=kind.name, object_id=key, data=kind.data([key])[key])


def _published(keys: Collection[str]) -> dict[str, Data]:
    """What it said when it was published; nothing of this is ever edited."""
    found = (
        Announcement.objects.filter(pk__in=keys)
        .select_related("topic", "speaker")
        .prefetch_related("keymessages", "questions", "contacts", "attachments", "audience")
    )
    facts: dict[str, list[int]] = defaultdict(list)
    rows = AnnouncedFact.objects.filter(announcement__in=map(UUID, keys)).order_by("version")
    for key, version in rows.values_list("announcement", "version"):
        facts[str(key)].append(version)
    replaced = _replaced(keys)
    return {
        str(one.pk): _said(one, facts[str(one.pk)], replaced.get(str(one.pk), {})) for one in found
    }


def _said(one: Announcement, facts: list[int], replaces: dict[str, list[str]]) -> Data:
    return {
        "announcement": str(one.pk),
        "attachments": [row.document_id for row in one.attachments.all()],
        "audience": sorted(row.region_id for row in one.audience.all()),
        "contacts": [[row.name, row.reach] for row in one.contacts.all()],
        "correction": one.correction,
        "drill": one.drill,
        "emergency": one.emergency,
        "facts": facts,
        "instrument": one.instrument,
        "instrument_url": one.instrument_url,
        "key_messages": [row.text for row in one.keymessages.all()],
        "published_at": moment(one.published_at),
        "questions": [[row.question, row.answer] for row in one.questions.all()],
        "relation": one.relation,
        "replaces": replaces,
        "slug": one.slug,
        "speaker": one.speaker.slug,
        "speaker_name": one.speaker_name,
        "summary": one.summary,
        "title": one.title,
        "topic": one.topic.key,
        "valid_from": moment(one.valid_from),
        "valid_to": moment(one.valid_to),
    }


def _replaced(keys: Collection[str]) -> dict[str, dict[str, list[str]]]:
    """By announcement: the earlier ones, each with the regions where its place was taken."""
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    rows = Replacement.objects.filter(later__in=map(UUID, keys)).order_by("region")
    for later, earlier, region in rows.values_list("later", "earlier", "region"):
        found[str(later)].setdefault(str(earlier), []).append(region)
    return found


def _recalled(keys: Collection[str]) -> dict[str, Data]:
    rows = _recalls().filter(pk__in=keys).values_list("pk", "recalled_at", "recall_reason")
    return {
        str(pk): {"announcement": str(pk), "reason": reason, "recalled_at": moment(at)}
        for pk, at, reason in rows
    }


def _called_off(keys: Collection[str]) -> dict[str, Data]:
    rows = _callings_off().filter(pk__in=keys).values_list("pk", "called_off_at")
    return {str(pk): {"announcement": str(pk), "called_off_at": moment(at)} for pk, at in rows}


def _recalls() -> QuerySet[Announcement]:
    return Announcement.objects.filter(recalled_at__isnull=False)


def _callings_off() -> QuerySet[Announcement]:
    return Announcement.objects.filter(called_off_at__isnull=False)


def _keys(found: QuerySet[Announcement]) -> Iterator[str]:
    ordered = found.order_by("pk").values_list("pk", flat=True)
    return (str(pk) for pk in ordered.iterator(CHUNK))


def _public(entries: Sequence[LogEntry]) -> set[int]:
    """What is planned waits for its second; what was called off is never told."""
    keys = {entry.object_id for entry in entries}
    there = {str(pk) for pk in public().filter(pk__in=keys).values_list("pk", flat=True)}
    return {entry.pk for entry in entries if entry.object_id in there}


PUBLISHED = leaves(
    LeafKind(
        "announcement.published", _published, lambda: _keys(Announcement.objects.all()), _public
    )
)
RECALLED = leaves(LeafKind("announcement.recalled", _recalled, lambda: _keys(_recalls()), _public))
CALLED_OFF = leaves(
    LeafKind("announcement.called_off", _called_off, lambda: _keys(_callings_off()))
)
