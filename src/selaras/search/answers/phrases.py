"""An outcome as an answer: its value and its course in words, and where it comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from selaras.common.clock import now
from selaras.embeds.timelines import Stretch
from selaras.embeds.words import tone_of
from selaras.facts.formats import (
    Format,
    last_moment_words,
    moment_words,
    value_words,
    worded,
)
from selaras.facts.results import Outcome, Resolved, State
from selaras.institutions.hosts import portal_url
from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL
from selaras.look.languages import prefix
from selaras.search.found import Answer


@dataclass(frozen=True, slots=True)
class Run:
    """From when to when the value was this one, `end` None where that is open; `before` is what
    held until then, if something did."""

    start: datetime
    end: datetime | None
    before: Resolved | None = None


def run_of(outcome: Outcome, course: Sequence[Stretch], at: datetime) -> Run:
    """The run of an outcome's value at a moment. Raises ValueError where it has no value."""
    found = _resolved(outcome)
    for number in reversed(range(len(course))):
        one = course[number]
        if one.start <= at and one.resolved and one.resolved.value == found.value:
            before = course[number - 1].resolved if number else None
            return Run(one.start, one.end or _known_end(found), before)
    return Run(found.valid_from, found.valid_to)


def _known_end(found: Resolved) -> datetime | None:
    """Until when it will hold; the end of a statement that was repeated since says nothing."""
    end = found.valid_to
    return end if end is not None and end > now() else None


def answer_of(outcome: Outcome, run: Run, pages: Mapping[UUID, str]) -> Answer:
    """`pages` are the addresses of announcements by id."""
    found, fact_type = _resolved(outcome), outcome.fact_type
    return Answer(
        outcome=outcome,
        label=fact_type.label,
        value=worded(found, Format.SHORT),
        region=outcome.reader.pk,
        region_name=outcome.reader.full_name,
        since=run.start,
        until=run.end,
        validity=f"{_validity(outcome, run)}{_reach(found)}",
        ended=_is_over(run),
        source=found.version.source,
        source_url=found.version.source_url,
        owner=fact_type.owner.short_name,
        changed=_changed(run, outcome.reader),
        page_url=_page(outcome, run, pages),
        demonstration=fact_type.topic.demonstration,
        tone=tone_of(outcome),
    )


def _resolved(outcome: Outcome) -> Resolved:
    if outcome.resolved is None:
        raise ValueError(f"{outcome.state} has no value")
    return outcome.resolved


def _is_over(run: Run) -> bool:
    return run.end is not None and run.end <= now()


def _validity(outcome: Outcome, run: Run) -> str:
    begun = moment_words(run.start, outcome.reader)
    if outcome.state is State.UPCOMING:
        return f"Mulai berlaku {begun}"
    if run.end is None:
        return f"Berlaku sejak {begun}"
    last = last_moment_words(run.end, outcome.reader)
    over = ", sudah berakhir" if _is_over(run) else ""
    return f"Berlaku sejak {begun} sampai {last}{over}"


def _reach(found: Resolved) -> str:
    """Whose value it is, and whether its type is kept up."""
    words = ""
    if found.inherited:
        home = found.version.region
        words = "; untuk seluruh Indonesia" if home.pk == NATIONAL else f"; untuk {home.full_name}"
    retired = found.fact_type.retired_at
    return f"{words}; dihentikan sejak {moment_words(retired, found.reader)}" if retired else words


def _changed(run: Run, reader: Region) -> str:
    before = run.before
    if before is None:
        return ""
    earlier = value_words(before.fact_type, before.value, before.reader)
    return f"Berubah pada {moment_words(run.start, reader)}, sebelumnya {earlier}"


def _page(outcome: Outcome, run: Run, pages: Mapping[UUID, str]) -> str:
    """The announcement, else the region's page where it stands now, else its owner's site."""
    found = _resolved(outcome)
    statement = found.version.statement
    if statement is not None and statement in pages:
        return pages[statement]
    fact_type, region = outcome.fact_type, outcome.reader
    holds = outcome.state is State.CURRENT and not _is_over(run)
    if holds and fact_type.retired_at is None and region.pk != NATIONAL:
        anchor = f"fakta-{fact_type.key.replace('.', '-')}"
        return portal_url(f"{prefix()}/wilayah/{region.pk}/#{anchor}")
    return f"{fact_type.owner.url}/"
