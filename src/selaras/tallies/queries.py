"""Reads of tallies. Every function asks a number of queries that does not grow with its rows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from selaras.tallies.board import Board, Change, Figure, Line, figures_of
from selaras.tallies.codes import parent_of
from selaras.tallies.errors import UnknownTally
from selaras.tallies.models import Count, Row, Tally, Version

Votes = dict[int, dict[int, int]]
FEW = 8


@dataclass(frozen=True, slots=True)
class Panel:
    """The result of a version in short: the row of its scope."""

    tally: Tally
    version: Version
    whole: Line


def tallies() -> QuerySet[Tally]:
    """All counts with a version, the newest first."""
    return (
        Tally.objects.filter(versions__isnull=False)
        .distinct()
        .select_related("publisher", "region", "topic")
    )


def tally_by_slug(slug: str) -> Tally:
    """Raises `UnknownTally`, naming some that exist."""
    found = Tally.objects.select_related("publisher", "region", "topic").filter(slug=slug).first()
    if found is None:
        known = ", ".join(Tally.objects.values_list("slug", flat=True)[:FEW])
        remedy = f"Yang ada: {known}." if known else "Buat dahulu: selaras tallies create."
        raise UnknownTally(f'Tidak ada rekapitulasi "{slug[:80]}".', remedy)
    return found


def version_of(tally: Tally, number: int | None = None) -> Version | None:
    """The version with that number, or the newest; None where there is none."""
    versions = tally.versions.order_by("-number")
    return (versions if number is None else versions.filter(number=number)).first()


def board(tally: Tally, version: Version) -> Board:
    """The version with all its rows and what changed; four queries."""
    previous = tally.versions.filter(number__lt=version.number).order_by("-number").first()
    options = tuple(tally.options.all())
    rows: dict[object, dict[str, Row]] = defaultdict(dict)
    shown = [one for one in (version, previous) if one is not None]
    for row in Row.objects.filter(version__in=shown).order_by("position"):
        rows[row.version_id][row.code] = row
    votes = _votes(Count.objects.filter(row__version__in=shown))
    before = rows[previous.pk] if previous else {}
    since = previous.number if previous else 0

    def line(row: Row, parts: tuple[Line, ...] = ()) -> Line:
        old = before.get(row.code)
        figures = figures_of(options, votes[row.pk], votes[old.pk] if old else None, since)
        return Line(row, figures, Change(row.total - old.total, since) if old else None, parts)

    current = rows[version.pk].values()
    below: dict[str, list[Row]] = defaultdict(list)
    for row in current:
        below[parent_of(row.code)].append(row)
    scope = tally.region_id
    return Board(
        tally,
        version,
        previous,
        options,
        whole=line(rows[version.pk][scope]),
        lines=tuple(
            line(row, tuple(line(part) for part in below[row.code])) for row in below[scope]
        ),
    )


def panel(slug: str) -> Panel | None:
    """The newest result of a count in short, or None where there is none; three queries."""
    version = (
        Version.objects.filter(tally__slug=slug)
        .select_related("tally__publisher", "tally__region")
        .order_by("-number")
        .first()
    )
    return panels([version])[0] if version is not None else None


def panels(versions: Sequence[Version]) -> list[Panel]:
    """Each version in short, in the same order; two queries."""
    counts = Count.objects.filter(
        row__version__in=versions, row__code=Subquery(_scope_of_row())
    ).select_related("option", "row")
    figures: dict[object, list[Count]] = defaultdict(list)
    for count in counts.order_by("option__position"):
        figures[count.row.version_id].append(count)
    return [Panel(one.tally, one, _whole(figures[one.pk])) for one in versions]


def newest_versions(shown: Iterable[Tally]) -> list[Version]:
    """The newest version of each of these counts, in the same order; one query."""
    ordered = list(shown)
    newest = (
        Version.objects.filter(tally=OuterRef("tally")).order_by("-number").values("number")[:1]
    )
    found = {
        version.tally_id: version
        for version in Version.objects.filter(tally__in=ordered, number=Subquery(newest))
    }
    for tally in ordered:
        found[tally.pk].tally = tally
    return [found[tally.pk] for tally in ordered]


def history(tally: Tally, most: int) -> list[Panel]:
    """The newest versions in short, each with its changes since the one before; two queries."""
    versions = list(tally.versions.order_by("-number")[: most + 1])
    for version in versions:
        version.tally = tally
    shown = panels(versions)
    changed = [
        Panel(one.tally, one.version, _compared(one.whole, before.whole, before.version.number))
        for one, before in pairwise(shown)
    ]
    first = shown[len(changed) :] if len(versions) <= most else []
    return [*changed, *first]


def _scope_of_row() -> QuerySet[Tally, Any]:
    return Tally.objects.filter(pk=OuterRef("row__version__tally")).values("region_id")


def _whole(counts: list[Count]) -> Line:
    options = [count.option for count in counts]
    votes = {count.option_id: count.votes for count in counts}
    return Line(counts[0].row, figures_of(options, votes), None)


def _compared(line: Line, before: Line, since: int) -> Line:
    old = {figure.option.pk: figure.votes for figure in before.figures}
    figures: tuple[Figure, ...] = figures_of(
        [figure.option for figure in line.figures],
        {figure.option.pk: figure.votes for figure in line.figures},
        old,
        since,
    )
    return Line(line.row, figures, Change(line.row.total - before.row.total, since))


def _votes(counts: QuerySet[Count]) -> Votes:
    found: Votes = defaultdict(dict)
    for row, option, votes in counts.values_list("row_id", "option_id", "votes"):
        found[row][option] = votes
    return found
