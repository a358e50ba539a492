"""Whether a sheet of counts can be published, and what would then stand there."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from selaras.common.errors import Flaw
from selaras.institutions.models import Region
from selaras.tallies.codes import parent_of
from selaras.tallies.errors import InvalidSheet
from selaras.tallies.models import Option, Tally
from selaras.tallies.places import Places
from selaras.tallies.sheet import Column, Sheet, SheetRow
from selaras.tallies.sums import level_flaws, missing_parents, row_flaws

SHOWN = 100


@dataclass(frozen=True)
class Checked:
    """A sheet whose rows are known places, once each, in the order of the tally's options.

    `scope` is the code of the row that all others add up to, which `rows` always contains;
    `computed` tells that the sheet did not give it. `mismatches` are sums that do not fit: only
    a partial count may have any. `absent` are regions of a level that has rows for others.
    """

    columns: tuple[Column, ...]
    rows: tuple[SheetRow, ...]
    scope: str
    computed: bool
    regions: dict[str, Region]
    mismatches: tuple[Flaw, ...]
    absent: tuple[str, ...]
    status: str
    progress: Decimal | None

    @cached_property
    def whole(self) -> SheetRow:
        """The row of the scope."""
        return next(row for row in self.rows if row.code == self.scope)

    @cached_property
    def content(self) -> str:
        """SHA-256 of the counts in a fixed order; equal counts, equal text."""
        rows = sorted((row.code, row.name, row.votes, row.total) for row in self.rows)
        return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()


def check(sheet: Sheet, tally: Tally | None = None, *, partial: bool = False) -> Checked:
    """The sheet, fit for publishing. Raises `InvalidSheet` with every flaw at once.

    With `partial`, sums that do not fit are kept as `mismatches` instead. Without a tally, the
    options are those of the sheet, and its scope is what its rows suggest.
    """
    flaws = list(sheet.flaws)
    if tally is not None:
        sheet, wrong = _in_order(sheet, list(tally.options.all()))
        flaws += wrong
    else:
        sheet = replace(sheet, columns=_numbered(sheet.columns))
    places = Places.load()
    rows, wrong = places.known(sheet.rows)
    flaws += wrong
    scope = tally.region_id if tally else places.scope_of(rows)
    flaws += places.outside(rows, scope)
    sums = list(row_flaws(rows))
    if not flaws:  # a row that is missing would make every sum above it look wrong
        flaws += missing_parents(rows, scope)
        sums += level_flaws(rows, sheet.columns)
    if flaws or (sums and not partial):
        raise refusal([*flaws, *sums])
    computed = scope not in {row.code for row in rows}
    if computed:
        rows = [*rows, _sum(rows, scope, places.name_of(scope))]
    return Checked(
        columns=sheet.columns,
        rows=tuple(rows),
        scope=scope,
        computed=computed,
        regions=places.regions,
        mismatches=tuple(sums),
        absent=tuple(places.absent(rows, scope)),
        status=sheet.status,
        progress=sheet.progress,
    )


def refusal(flaws: Sequence[Flaw]) -> InvalidSheet:
    """All flaws in the order of lines, or the first of very many."""
    told = sorted(flaws, key=lambda flaw: flaw.line)
    problem = f"Hitungan ini belum cocok: {len(told)} hal."
    if len(told) > SHOWN:
        problem = f"Hitungan ini belum cocok: {len(told)} hal, ini {SHOWN} yang pertama."
    return InvalidSheet(problem, told[:SHOWN])


def _in_order(sheet: Sheet, options: list[Option]) -> tuple[Sheet, list[Flaw]]:
    """The sheet with its columns as the tally orders its options."""
    order: list[int] = []
    flaws: list[Flaw] = []
    for option in options:
        known = {name.casefold() for name in (option.column, option.key, option.name, option.short)}
        found = [place for place, one in enumerate(sheet.columns) if one.names() & known]
        if len(found) == 1 and found[0] not in order:
            order += found
            continue
        word = "ada lebih dari satu" if len(found) > 1 else "tidak ada"
        problem = f'Kolom untuk pilihan "{option.key} {option.short}" {word}.'
        flaws.append(Flaw(1, option.column, problem, f"Namanya: {option.column}."))
    flaws += _strangers(sheet.columns, order)
    if flaws:
        return sheet, flaws
    columns = tuple(Column(one.column, one.key, one.short) for one in options)
    return replace(sheet.ordered(order), columns=columns), []


def _numbered(columns: Sequence[Column]) -> tuple[Column, ...]:
    return tuple(
        replace(column, key=column.key or f"{position:02}")
        for position, column in enumerate(columns, start=1)
    )


def _strangers(columns: Sequence[Column], order: list[int]) -> Iterator[Flaw]:
    for place, column in enumerate(columns):
        if place not in order:
            problem = f'Kolom "{column.source}" bukan pilihan rekapitulasi ini.'
            yield Flaw(1, column.source, problem, "Hapus kolomnya, atau periksa rekapitulasinya.")


def _sum(rows: Sequence[SheetRow], scope: str, name: str) -> SheetRow:
    top = [row for row in rows if parent_of(row.code) == scope]
    votes = tuple(sum(column) for column in zip(*(row.votes for row in top), strict=True))
    totals = [row.counted if row.total is None else row.total for row in top]
    return SheetRow(0, scope, name, votes, sum(totals))
