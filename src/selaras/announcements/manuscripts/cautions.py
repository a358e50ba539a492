"""What an author and an approver should know before they go on; none of it forbids anything."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from selaras.announcements.draft import AnnouncementDraft
from selaras.announcements.manuscripts.moments import to_the_second
from selaras.announcements.models import AnnouncedFact, Announcement, Relation
from selaras.announcements.succession import regions_of
from selaras.common.clock import now
from selaras.facts.results import Key, Resolved, key_of
from selaras.institutions.models import Region

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Caution:
    problem: str
    remedy: str


def cautions_for(draft: AnnouncementDraft, held: dict[Key, Resolved]) -> list[Caution]:
    """A number of queries that does not grow with the regions."""
    return [*_planned(draft), *_replaced(draft, held), *_left_out(draft)]


def _planned(draft: AnnouncementDraft) -> list[Caution]:
    """Others that will set the same facts: whichever is public later has the last word."""
    mine = {(fact.fact_type.pk, fact.region.pk) for fact in draft.facts}
    rows = AnnouncedFact.objects.filter(
        announcement__called_off_at=None,
        announcement__published_at__gt=now(),
        version__fact_type__in={one for one, _ in mine},
    ).exclude(announcement__key=draft.key)
    shared: Counter[Any] = Counter(
        key
        for key, *place in rows.values_list("announcement", "version__fact_type", "version__region")
        if tuple(place) in mine
    )
    others = Announcement.objects.filter(pk__in=shared).order_by("published_at")
    return [_same_facts(one, shared[one.pk], draft) for one in others]


def _same_facts(other: Announcement, count: int, draft: AnnouncementDraft) -> Caution:
    when = to_the_second(other.published_at, draft.speaker.region)
    told = f'"{other.title}" terjadwal {when} untuk {count} nilai yang sama'
    if other.published_at == draft.goes_live:
        return Caution(f"{told}: pada detik yang sama.", "Pilih waktu lain untuk salah satunya.")
    after = draft.goes_live is None or other.published_at > draft.goes_live
    said = "sesudah pengumuman ini, dan nilainya yang berlaku" if after else "lebih dahulu"
    return Caution(f"{told}: {said}.", "Periksa apakah keduanya memang diperlukan.")


def _replaced(draft: AnnouncementDraft, held: dict[Key, Resolved]) -> list[Caution]:
    """Values of announcements that this one takes the place of without saying so."""
    counts: Counter[Any] = Counter(
        before.version.statement
        for fact in draft.facts
        if (before := held.get(key_of(fact.fact_type, fact.region.pk))) is not None
        and before.version.statement is not None
        and before.version.region_id == fact.region.pk
    )
    if draft.earlier is not None:
        counts.pop(draft.earlier.pk, None)
    standing = Announcement.objects.filter(pk__in=counts).order_by("-published_at")
    return [
        Caution(
            f'{counts[one.pk]} nilai dari "{one.title}" diganti, tetapi hubungannya tidak disebut.'
            if draft.relation == Relation.NEW
            else f'{counts[one.pk]} nilai dari "{one.title}" juga diganti.',
            'Pilih "mengubah sebagian" atau "menggantikan seluruhnya" pada bagian Hubungan.'
            if draft.relation == Relation.NEW
            else "Pembaca melihat di sana bahwa nilainya sudah berganti.",
        )
        for one in standing[:SHOWN]
    ]


def _left_out(draft: AnnouncementDraft) -> list[Caution]:
    """Regions of the topic's last announcement of which this one says nothing."""
    if draft.relation in {Relation.AMENDS, Relation.CORRECTS}:
        return []  # they say part of it, and nobody expects the rest
    before = (
        Announcement.objects.filter(
            topic=draft.topic, called_off_at=None, recalled_at=None, published_at__lte=now()
        )
        .exclude(key=draft.key)
        .exclude(drill=not draft.drill)
        .first()
    )
    if before is None:
        return []
    spoken = {fact.region.pk for fact in draft.facts}
    spoken |= {region.pk for region in draft.parts.audience}
    missing = sorted(regions_of(before) - spoken)
    if not missing:
        return []
    names = [one.full_name for one in Region.objects.filter(pk__in=missing[:SHOWN])]
    some = ", ".join(names) + (", …" if len(missing) > SHOWN else "")
    return [
        Caution(
            f'{len(missing)} wilayah dari "{before.title}" tidak disebut lagi: {some}.',
            "Nilainya di sana tetap seperti semula.",
        )
    ]
