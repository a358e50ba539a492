"""Keep what texts repeat of announcements, and judge it again when an announcement changes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from selaras.alignment.changing import texts_key
from selaras.alignment.copies.adopting import Source, adopted_by
from selaras.alignment.copies.recognising import Asked, Copy, Part, recognise_all
from selaras.alignment.models import CheckedText, StoredCopy
from selaras.announcements.models import Replacement
from selaras.ledger.services import advance_epoch

LONGEST_PASSAGE = 20_000  # code points that are kept to be judged again
BATCH = 100

Read = tuple[CheckedText, Sequence[Part]]


@dataclass(frozen=True, slots=True)
class _Passage:
    """A copy that was kept, as a part of its own; its name is the row's key."""

    name: str
    text: str


def keep_copies(read: Sequence[Read]) -> None:
    """Keep what these texts repeat, in place of what was kept of them; inside a transaction.

    The number of queries does not grow with the texts.
    """
    rows = [row for row, _ in read]
    adopted = adopted_by(rows)
    asked = [_asked(row, parts, adopted) for row, parts in read]
    found = recognise_all(asked)
    StoredCopy.objects.filter(text__in=rows).delete()
    kept = [
        _stored(row, copy)
        for row, copies in zip(rows, found, strict=True)
        for copy in {(one.part, one.announcement): one for one in copies}.values()
    ]
    StoredCopy.objects.bulk_create(kept, batch_size=BATCH)


def judge_again(announcement: UUID) -> int:
    """Judge all copies that an announcement may concern; returns how many. No text is read.

    These are copies of it, of what it replaced, and those in whose place it stood. Batch by batch,
    each in a transaction of its own; done twice, it does no harm.
    """
    before = Replacement.objects.filter(later=announcement).values("earlier")
    concerned = Q(announcement=announcement) | Q(current=announcement)
    concerned |= Q(announcement__in=before) | Q(current__in=before)
    keys = list(StoredCopy.objects.filter(concerned).order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        with transaction.atomic():
            _judge(keys[start : start + BATCH])
    return len(keys)


def _judge(keys: Collection[int]) -> None:
    found = StoredCopy.objects.filter(pk__in=keys).select_related("text")
    rows = list(found.select_for_update(of=("self",)))
    adopted = adopted_by([row.text for row in rows])
    asked = [_asked(row.text, [_Passage(str(row.pk), row.passage)], adopted) for row in rows]
    judged = zip(rows, recognise_all(asked), strict=True)
    made = [_again(row, copy) for row, copies in judged for copy in copies]
    once = {(one.text_id, one.part, one.announcement_id): one for one in made}
    advance_epoch(*{texts_key(row.text.institution_id) for row in rows})
    StoredCopy.objects.filter(pk__in=keys).delete()
    # A version may have been kept for this part already, by a row that is not judged now.
    StoredCopy.objects.bulk_create(once.values(), ignore_conflicts=True)


def _asked(row: CheckedText, parts: Sequence[Part], adopted: dict[Source, set[UUID]]) -> Asked:
    today = timezone.localdate()
    dated = row.dated_from is None or row.dated_from <= today
    return Asked(
        parts,
        row.region_id,
        row.speaks_on if dated else None,
        adopted.get((row.source, row.source_id), frozenset()),
    )


def _stored(text: CheckedText, copy: Copy) -> StoredCopy:
    return StoredCopy(
        text=text,
        part=copy.part,
        start=copy.start,
        end=copy.end,
        passage=copy.passage[:LONGEST_PASSAGE],
        words=copy.words,
        share=copy.share,
        **_judgement(copy),
    )


def _again(row: StoredCopy, copy: Copy) -> StoredCopy:
    """The same passage with today's judgement."""
    return StoredCopy(
        text=row.text,
        part=row.part,
        start=row.start,
        end=row.end,
        passage=row.passage,
        words=row.words,
        share=row.share,
        **_judgement(copy),
    )


def _judgement(copy: Copy) -> dict[str, object]:
    return {
        "announcement_id": copy.announcement,
        "current_id": copy.current,
        "state": copy.state,
        "judged_at": timezone.now(),
    }
