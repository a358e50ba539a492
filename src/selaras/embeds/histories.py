"""A history in words, with its drawing and where its values come from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from selaras.embeds.blocks import HistorySpec
from selaras.embeds.drawings import Drawing, drawing_of, values_in
from selaras.embeds.loading import load
from selaras.embeds.reading import Reading
from selaras.embeds.tables import (
    Column,
    Source,
    column_of,
    period_words,
    published_words,
    sources_of,
)
from selaras.embeds.timelines import Stretch
from selaras.embeds.words import UNKNOWN, text_of
from selaras.facts.formats import moment_words, value_words
from selaras.facts.kinds import Option
from selaras.facts.results import Outcome, Resolved, State
from selaras.language.dates import format_date


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table beside the drawing."""

    words: str
    period: str
    tone: int | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class FactHistory:
    """`now` is what a sentence would say today; without `entries` that is all there is."""

    column: Column
    region: str
    now: str
    state: str
    entries: list[Entry] = field(default_factory=list)
    drawing: Drawing | None = None
    begun: str = ""
    until: str = ""
    sources: list[Source] = field(default_factory=list)
    changed: str = ""


def history_of(spec: HistorySpec, reader: Reading) -> FactHistory:
    """The history until the moment of the reading; what was loaded is not asked again."""
    load(reader, [], [spec])
    shown = reader.look(spec.now)
    outcome = shown.outcome
    if outcome is None:
        return FactHistory(Column(UNKNOWN), "", UNKNOWN, "missing")
    column, region = column_of(outcome.fact_type), outcome.reader
    stretches = reader.timelines[spec]
    if not stretches:
        return FactHistory(column, region.full_name, text_of(shown), "missing")
    return FactHistory(
        column,
        region.full_name,
        text_of(shown),
        outcome.state.value,
        entries=_entries(stretches, outcome),
        drawing=drawing_of(outcome.fact_type, stretches, reader.now),
        begun=moment_words(stretches[0].start, region),
        until=format_date(region.local(reader.now).date()),
        sources=sources_of(_newest_first(stretches, outcome)),
        changed=published_words(reader) if shown.changed else "",
    )


def _newest_first(stretches: list[Stretch], outcome: Outcome) -> list[Resolved]:
    """The value of today may be stated again, by another instrument than the one it began with."""
    earlier = values_in(stretches[::-1])
    return [outcome.resolved, *earlier] if outcome.resolved else earlier


def _entries(stretches: Sequence[Stretch], outcome: Outcome) -> list[Entry]:
    """Newest first; the one that holds ends when it is known to end."""
    current = outcome.resolved if outcome.state is State.CURRENT else None
    ends = [one.end for one in stretches[:-1]] + [current.valid_to if current else None]
    pairs = zip(stretches, ends, strict=True)
    return [_entry(one, end, outcome) for one, end in pairs][::-1]


def _entry(stretch: Stretch, end: datetime | None, outcome: Outcome) -> Entry:
    period = period_words(outcome.reader, stretch.start, end)
    found = stretch.resolved
    if found is None:
        return Entry("tidak ada nilai yang berlaku", period)
    words = value_words(found.fact_type, found.value, found.reader)
    tone = found.value.tone if isinstance(found.value, Option) else None
    return Entry(words, period, tone, sources_of([found])[0])
