"""The index of announcements by their words, and looking a text up in it."""

import json
from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Count, F, Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from selaras.alignment.copies.blocks import told, with_blocks
from selaras.alignment.models import AnnouncedWords, CommonShingle, Shingle
from selaras.announcements.models import Announcement, Replacement
from selaras.announcements.queries import public

MOST_FAMILIES = 3  # what more unrelated announcements say than these is nobody's own
BATCH = 1_000


def index(key: UUID) -> bool:
    """Make an announcement known by its words; whether it was not before.

    What is no longer or not yet public is left out, and every drill. Idempotent.
    """
    found = with_blocks(public().filter(pk=key, drill=False)).first()
    if found is None or AnnouncedWords.objects.filter(pk=key).exists():
        return False
    hashes = told(found).prints
    with transaction.atomic():
        words = AnnouncedWords.objects.create(
            announcement=found, family=_family(found), indexed_at=timezone.now()
        )
        common = CommonShingle.objects.filter(hash__in=_among(hashes))
        own = hashes - set(common.values_list("hash", flat=True))
        rows = (Shingle(hash=value, words=words) for value in sorted(own))
        Shingle.objects.bulk_create(rows, batch_size=BATCH)
        _set_apart(own)
    return True


def announced_with(hashes: Collection[int]) -> dict[int, set[UUID]]:
    """Which announcements have each of these hashes; one query, however many are asked for."""
    found: dict[int, set[UUID]] = defaultdict(set)
    if hashes:
        rows = Shingle.objects.filter(hash__in=_among(hashes))
        for value, key in rows.values_list("hash", "words_id"):
            found[value].add(key)
    return found


def _family(found: Announcement) -> UUID:
    """That of all whose place it took and that took its place, made one; else its own."""
    ties = Replacement.objects.filter(Q(later=found) | Q(earlier=found))
    beside = {key for pair in ties.values_list("later", "earlier") for key in pair}
    known = AnnouncedWords.objects.filter(pk__in=beside).values_list("family", flat=True)
    families = sorted(set(known))
    if len(families) > 1:
        AnnouncedWords.objects.filter(family__in=families[1:]).update(family=families[0])
    return families[0] if families else found.pk


def _set_apart(hashes: Collection[int]) -> None:
    """What has become common with this announcement is no longer indexed, for any of them."""
    counted = Shingle.objects.filter(hash__in=_among(hashes)).values("hash")
    many = counted.annotate(families=Count(F("words__family"), distinct=True))
    common = set(many.filter(families__gt=MOST_FAMILIES).values_list("hash", flat=True))
    if common:
        CommonShingle.objects.bulk_create(map(_common, common), ignore_conflicts=True)
        Shingle.objects.filter(hash__in=_among(common)).delete()


def _common(value: int) -> CommonShingle:
    return CommonShingle(hash=value)


def _among(hashes: Collection[int]) -> RawSQL:
    """The hashes as one parameter: a list of parameters has an end in every database."""
    if connection.vendor == "postgresql":
        return RawSQL("SELECT unnest(%s::bigint[])", [list(hashes)])
    return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(list(hashes))])
