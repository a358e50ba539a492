"""The official facts that answer a question: read now, never from an index."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time
from uuid import UUID

from selaras.announcements.queries import public
from selaras.common.clock import now
from selaras.embeds.timelines import timelines
from selaras.facts.queries import outcomes
from selaras.facts.queries.types import fact_types_by_id
from selaras.facts.results import Outcome, Question, State
from selaras.institutions.models import Region
from selaras.search.answers.phrases import Run, answer_of, run_of
from selaras.search.answers.times import NamedTime
from selaras.search.answers.understanding import Understood
from selaras.search.found import Answer

MOST = 3
TOLD = frozenset({State.CURRENT, State.ENDED, State.UPCOMING})
_NOON = time(12)


# One type for the regions that one name may mean, the likeliest first.
_Asked = Sequence[Question]


def answers_for(understood: Understood, *, region: str) -> list[Answer]:
    """At most three, the best first; a number of queries that does not grow, none where no type
    of fact is asked for.

    Named regions come first, else `region`, the code of the reader's. Of namesakes it is the
    first of which something was ever stated. Where nothing was, there is no answer.
    """
    if not understood.types:
        return []
    asked = _asked(understood, region)
    found = outcomes([one for several in asked for one in several]) if asked else {}
    chosen = [one for several in asked if (one := _told(several, found))][:MOST]
    if not chosen:
        return []
    runs = _runs(chosen)
    pages = _pages(outcome for _, outcome in chosen)
    return [answer_of(outcome, runs[asked], pages) for asked, outcome in chosen]


def _asked(understood: Understood, region: str) -> list[_Asked]:
    meant = [one.codes for one in understood.places] or [(region,)]
    regions = Region.objects.in_bulk({code for codes in meant for code in codes})
    types = fact_types_by_id(one.pk for one in understood.types)
    moments = {code: moment_in(place, understood.time) for code, place in regions.items()}
    return [
        [Question(types[one.pk], code, moments[code]) for code in codes if code in regions]
        for one in understood.types
        if one.pk in types
        for codes in dict.fromkeys(meant)
    ]


def moment_in(region: Region, asked: NamedTime | None) -> datetime:
    """Now, or noon of the day that was named: of a period that is over the last, of one that is
    to come the first."""
    moment = now()
    today = region.local(moment).date()
    if asked is None or asked.holds(today):
        return moment
    day = asked.last if asked.last < today else asked.first
    return datetime.combine(day, _NOON, region.tzinfo)


def _told(asked: _Asked, found: Mapping[Question, Outcome]) -> tuple[Question, Outcome] | None:
    for one in asked:
        if (outcome := found[one]).state in TOLD:
            return one, outcome
    return None


def _runs(chosen: Sequence[tuple[Question, Outcome]]) -> dict[Question, Run]:
    """How each value began and ended, equal statements that follow each other as one."""
    places = dict.fromkeys((outcome.fact_type, outcome.reader) for _, outcome in chosen)
    courses = timelines(list(places), now())
    return {
        asked: run_of(outcome, courses[(outcome.fact_type, outcome.reader)], asked.at)
        for asked, outcome in chosen
    }


def _pages(told: Iterable[Outcome]) -> dict[UUID, str]:
    """Where the announcements stand that stated these values; one query."""
    said = (one.resolved.version.statement for one in told if one.resolved)
    found = public().filter(pk__in={one for one in said if one is not None})
    return {one.pk: one.url for one in found}
