"""An announcement as its public page shows it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from selaras.announcements.changes import Change
from selaras.announcements.models import Announcement, Relation
from selaras.announcements.standing import Link, Standing
from selaras.facts.formats import last_moment_words, moment_words
from selaras.institutions.models import Institution, Region
from selaras.institutions.queries import NATIONAL, office_of, parentages

MOVEMENT_WORDS = {
    "new": _("baru"),
    "same": _("tetap"),
    "up": _("naik"),
    "down": _("turun"),
    "changed": _("berubah"),
}


# What a later announcement says it is to this one, and this one to an earlier one.
BY_WORDS = {
    Relation.CORRECTS: _("Dikoreksi oleh"),
    Relation.AMENDS: _("Diubah oleh"),
    Relation.SUPERSEDES: _("Digantikan oleh"),
    Relation.NEW: _("Diperbarui oleh"),
}
OF_WORDS = {
    Relation.CORRECTS: _("Mengoreksi"),
    Relation.AMENDS: _("Mengubah"),
    Relation.SUPERSEDES: _("Menggantikan"),
    Relation.NEW: _("Memperbarui"),
}


@dataclass(frozen=True, slots=True)
class Tie:
    """One announcement before or after this one, in words; `whole` is for all its regions."""

    word: str
    link: Link
    whole: bool
    correction: str = ""


def ties_after(standing: Standing, regions: set[str]) -> list[Tie]:
    """Those that took the place of an announcement for these regions, corrections first."""
    return [
        Tie(
            str(BY_WORDS[Relation(one.announcement.relation)]),
            one,
            whole={region.pk for region in one.regions} >= regions,
            correction=one.announcement.correction,
        )
        for one in [*standing.corrections, *standing.successors]
    ]


def ties_before(announcement: Announcement, standing: Standing) -> list[Tie]:
    word = str(OF_WORDS[Relation(announcement.relation)])
    return [Tie(word, one, whole=False) for one in standing.earlier]


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    url: str
    word: str
    change: Change


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one fact type in one province; `anchor` is unique on the page."""

    name: str
    anchor: str
    rows: list[Row]
    code: str = NATIONAL

    @property
    def tally(self) -> str:
        return tally_words(row.change for row in self.rows)


def groups_of(changes: list[Change], at: datetime) -> list[Group]:
    """The changes by fact type and province of that time, with links to the offices.

    The number of queries does not grow with the changes.
    """
    offices = office_of({change.region.pk for change in changes})
    tree = parentages({change.region.pk for change in changes})
    provinces = {region.pk: region for region in Region.objects.filter(level="province")}
    several = len({change.fact_type.pk for change in changes}) > 1
    found: dict[tuple[str, str], Group] = {}
    for change in changes:
        chain = [change.region.pk, *tree.above(change.region.pk, at)]
        province = next((provinces[code] for code in chain if code in provinces), None)
        place = province.full_name if province else "Indonesia"
        code = province.pk if province else NATIONAL
        key = (change.fact_type.key, code)
        if key not in found:
            name = f"{change.fact_type.label}: {place}" if several else place
            anchor = f"{change.fact_type.key}-{code}".replace(".", "-")
            found[key] = Group(name, anchor, [], code)
        found[key].rows.append(_row(change, offices))
    return list(found.values())


def _row(change: Change, offices: dict[str, Institution]) -> Row:
    office = offices.get(change.region.pk)
    return Row(
        name=change.region.full_name,
        url=office.url if office else "",
        word=str(MOVEMENT_WORDS[change.movement]),
        change=change,
    )


def tally_words(changes: Iterable[Change]) -> str:
    """`514 nilai: 12 naik, 3 turun, 499 tetap`."""
    counts = Counter(change.movement for change in changes)
    parts = ", ".join(
        f"{counts[movement]} {word}"
        for movement, word in MOVEMENT_WORDS.items()
        if counts[movement]
    )
    total = gettext("%(count)d nilai") % {"count": counts.total()}
    return f"{total}: {parts}"


def validity_words(start: datetime | None, end: datetime | None, national: Region) -> str:
    """`sejak 24 November 2026 sampai 31 Desember 2026`; no start is the moment of publishing."""
    begun = (
        gettext("sejak %(day)s") % {"day": moment_words(start, national)}
        if start
        else gettext("sejak diumumkan")
    )
    if end is None:
        return begun
    return gettext("%(begun)s sampai %(day)s") % {
        "begun": begun,
        "day": last_moment_words(end, national),
    }
