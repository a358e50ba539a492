"""The grid as a form: `announcements/grid/editor.html` shows a `GridForm`."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from selaras.announcements.grid.checking import Checked
from selaras.announcements.grid.content import Stored, from_rows
from selaras.announcements.grid.errors import InvalidGrid
from selaras.announcements.grid.ground import Ground
from selaras.announcements.grid.marking import Mark, marks_of, tally_of, words_now
from selaras.announcements.grid.receiving import Received
from selaras.announcements.grid.summing import Summary, summed
from selaras.facts.formats import value_words
from selaras.facts.kinds import rules_of
from selaras.facts.models import FactType, Kind
from selaras.facts.results import Key, Resolved, key_of
from selaras.institutions.models import Region, Topic

FEW = 3  # columns that stand in an empty grid


@dataclass(frozen=True)
class Column:
    """A fact type; `shown` where it has a column, `list_id` where its choices are offered."""

    fact_type: FactType
    shown: bool
    number: int

    @property
    def list_id(self) -> str:
        return f"grid-list-{self.number}" if self.fact_type.kind == Kind.CHOICE else ""

    @property
    def hint(self) -> str:
        return self.fact_type.unit or str(self.fact_type.get_kind_display())


@dataclass(frozen=True, slots=True)
class Cell:
    """`now_words` are of today; `open` is false where the type does not speak of the region."""

    column: Column
    open: bool
    now_words: str
    value: str = ""
    mark: str = ""
    word: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    region: Region
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Province:
    code: str
    name: str
    lines: list[Line]


@dataclass(frozen=True)
class GridForm:
    """Everything that the partial needs, under the name `grid` in its context.

    The form around it is `multipart/form-data` with a CSRF token; it sends `rows` (JSON, one
    field), `grid_text`, `grid_file`, `grid_replace`, `grid_columns`, which `receiving.receive`
    reads, and on its buttons `act=grid`, upon which the view shows the form again with
    `grid_of(topic, received.rows, received=received)`. The page loads `announcements/grid.css`
    and, deferred and in this order, `announcements/grid-told.js` and `announcements/grid.js`.
    """

    topic: Topic
    columns: list[Column]
    provinces: list[Province]
    strays: list[Mark]
    checked: Checked
    tally: str
    stored: Stored
    problems: list[Summary]
    received: Received = field(default_factory=lambda: Received([]))

    @property
    def shown(self) -> list[Column]:
        return [column for column in self.columns if column.shown]

    @cached_property
    def rows(self) -> str:
        return json.dumps(self.stored, ensure_ascii=False, separators=(",", ":"))

    @property
    def check_url(self) -> str:
        return reverse("announcements_admin:grid_check")

    @property
    def template_url(self) -> str:
        return f"{reverse('announcements_admin:grid_template')}?topik={self.topic.key}"

    @property
    def refused(self) -> InvalidGrid | None:
        return self.received.refused


def grid_of(topic: Topic, rows: Any, *, received: Received | None = None) -> GridForm:
    """The grid of a topic with these stored rows; a constant number of queries.

    `rows` is `[[type_key, region_text, value_text], ...]`. Raises `InvalidGrid` for another shape.
    """
    got = received or Received([])
    typed = from_rows(rows)
    ground = Ground.of(topic)
    checked = ground.check(typed)
    columns = _columns(ground.types, {row.type_key for row in typed} | set(got.chosen))
    shown = [column.fact_type for column in columns if column.shown]
    codes = [
        code for code, one in sorted(ground.regions.items()) if any(t.speaks_of(one) for t in shown)
    ]
    held = ground.held(shown, codes)
    marks = marks_of(checked.rows, held)
    return GridForm(
        topic=topic,
        columns=columns,
        provinces=_provinces(ground, codes, columns, marks, held),
        strays=[mark for mark in marks if mark.stray],
        checked=checked,
        tally=tally_of(marks),
        stored=[[row.type_key, row.region_text, row.value_text] for row in typed],
        problems=got.told or summed(checked.flaws),
        received=got,
    )


def today_plain(now: Resolved) -> str:
    """The value of today as somebody types it: the choice by its label."""
    if now.fact_type.kind == Kind.CHOICE:
        return value_words(now.fact_type, now.value, now.reader)
    return rules_of(now.fact_type).plain(now.value)


def _columns(types: Sequence[FactType], wanted: set[str]) -> list[Column]:
    keys = {one.key for one in types} & wanted or {one.key for one in types[:FEW]}
    return [Column(one, one.key in keys, at) for at, one in enumerate(types)]


def _provinces(
    ground: Ground,
    codes: Sequence[str],
    columns: Sequence[Column],
    marks: Sequence[Mark],
    held: dict[Key, Resolved],
) -> list[Province]:
    placed = {
        key_of(mark.checked.fact_type, mark.code): mark
        for mark in marks
        if mark.checked.fact_type and not mark.stray
    }
    shown = [column for column in columns if column.shown]
    found: dict[str, Province] = {}
    for code in codes:
        region = ground.regions[code]
        cells = [_cell(column, region, placed, held) for column in shown]
        above = code[:2]  # the ministry's codes begin with the province's
        if above not in found:
            name = ground.regions[above].full_name if above in ground.regions else above
            found[above] = Province(above, name, [])
        found[above].lines.append(Line(region, cells))
    return list(found.values())


def _cell(
    column: Column, region: Region, placed: dict[Key, Mark], held: dict[Key, Resolved]
) -> Cell:
    key = key_of(column.fact_type, region.pk)
    today = words_now(held.get(key))
    now = _("kini %(value)s") % {"value": today} if today else _("belum ada")
    is_open = column.fact_type.speaks_of(region)
    mark = placed.get(key)
    if mark is None:
        return Cell(column, is_open, now)
    value = mark.checked.row.value_text
    return Cell(column, is_open, now, value, mark.mark, mark.word, mark.problem)
