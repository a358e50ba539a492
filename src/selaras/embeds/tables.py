"""A table by region in words: cells, their periods, and one list of sources for all of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from selaras.embeds.blocks import TableSpec
from selaras.embeds.drawings import QUANTITIES
from selaras.embeds.loading import load
from selaras.embeds.reading import Reading, ShownFact
from selaras.embeds.words import UNKNOWN, display_state, tone_of
from selaras.facts.formats import Format, last_moment_words, moment_words, value_words, worded
from selaras.facts.models import FactType, Kind
from selaras.facts.results import Outcome, Resolved, State
from selaras.institutions.models import Region
from selaras.institutions.queries import office_of
from selaras.language.dates import format_date


@dataclass(frozen=True, slots=True)
class Source:
    """An instrument from which values come, and who stated them."""

    owner: str
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One value. `period` is empty where it is the one that the table says once."""

    text: str
    state: str
    tone: int | None = None
    period: str = ""
    number: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    label: str
    unit: str = ""
    number: bool = False
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A region with its values; `url` is its office's site, empty where it has none."""

    name: str
    url: str
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class FactTable:
    """`period` is that of the values which name none themselves; `changed` counts cells."""

    columns: list[Column]
    rows: list[Row]
    period: str = ""
    sources: list[Source] = field(default_factory=list)
    changed: int = 0
    published: str = ""

    @property
    def demonstration(self) -> bool:
        return any(column.demonstration for column in self.columns)


def table_of(spec: TableSpec, reader: Reading) -> FactTable:
    """The table as the reading's region and moment have it; what was loaded is not asked again."""
    load(reader, [], [spec])
    regions = reader.rows[spec]
    shown = {
        region.pk: [reader.look(spec.cell(one, region.pk)) for one in spec.fact_types]
        for region in regions
    }
    every = [one for cells in shown.values() for one in cells]
    common = _common([period_of(one) for one in every if _holds(one)])
    offices = office_of(shown.keys())
    return FactTable(
        columns=[column_of(reader.fact_type(one)) for one in spec.fact_types],
        rows=[
            Row(
                region.full_name,
                offices[region.pk].url if region.pk in offices else "",
                [_cell(one, region, common) for one in shown[region.pk]],
            )
            for region in regions
        ],
        period=common,
        sources=sources_of(_resolved(every)),
        changed=sum(one.changed for one in every),
        published=published_words(reader),
    )


def column_of(fact_type: FactType | None) -> Column:
    if fact_type is None:
        return Column(UNKNOWN)
    number = fact_type.kind in QUANTITIES
    unit = fact_type.unit if fact_type.kind == Kind.NUMBER else ""
    return Column(fact_type.label, unit, number, fact_type.topic.demonstration)


def sources_of(values: Iterable[Resolved]) -> list[Source]:
    """Where values come from, each instrument once, in the order in which they are met."""
    found = (
        Source(one.fact_type.owner.short_name, one.version.source, one.version.source_url)
        for one in values
    )
    return list(dict.fromkeys(found))


def period_of(shown: ShownFact) -> str:
    """Since when the value has been this one, and until when it is known to hold."""
    found = shown.outcome.resolved if shown.outcome else None
    if found is None:
        return ""
    return period_words(found.reader, shown.since or found.valid_from, found.valid_to)


def period_words(reader: Region, begun: datetime, ended: datetime | None) -> str:
    words = f"sejak {moment_words(begun, reader)}"
    return f"{words} sampai {last_moment_words(ended, reader)}" if ended else words


def published_words(reader: Reading) -> str:
    published = reader.published_at
    return format_date(reader.region.local(published).date()) if published else ""


def _common(periods: list[str]) -> str:
    """The period of more than half of the values that hold; it is said once for all of them."""
    period, times = next(iter(Counter(periods).most_common(1)), ("", 0))
    return period if times * 2 > len(periods) else ""


def _holds(shown: ShownFact) -> bool:
    return shown.outcome is not None and shown.outcome.state is State.CURRENT


def _resolved(shown: Iterable[ShownFact]) -> list[Resolved]:
    outcomes = (one.outcome for one in shown)
    return [one.resolved for one in outcomes if one is not None and one.resolved is not None]


def _cell(shown: ShownFact, region: Region, common: str) -> Cell:
    outcome = shown.outcome
    if outcome is None:
        return Cell("tidak dikenal", "missing")
    found = outcome.resolved
    if found is None:
        return Cell(_missing(outcome, region), "missing")
    if outcome.state is State.UPCOMING:
        words = value_words(found.fact_type, found.value, found.reader, Format.TABLE)
        return Cell(f"{words}, mulai {moment_words(found.valid_from, found.reader)}", "upcoming")
    if outcome.state is State.ENDED:
        return Cell(worded(found, Format.SENTENCE), "ended")
    return Cell(
        worded(found, Format.TABLE),
        display_state(shown, outcome),
        tone_of(outcome),
        "" if (period := period_of(shown)) == common else period,
        outcome.fact_type.kind in QUANTITIES,
    )


def _missing(outcome: Outcome, region: Region) -> str:
    if outcome.state is State.WITHDRAWN:
        return f"ditarik oleh {outcome.fact_type.owner.short_name}"
    if not outcome.fact_type.speaks_of(region):
        return "tidak ditetapkan untuk tingkat ini"
    return "belum ditetapkan"
