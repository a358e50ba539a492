"""What must hold before a page may be published."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.utils import timezone
from wagtail.models import Revision

from selaras.embeds.blocks import BlockSpec, HistorySpec, TableSpec, blocks_in
from selaras.embeds.places import regions_of
from selaras.embeds.spec import EmbedSpec, specs_in
from selaras.facts.models import FactType
from selaras.facts.queries import outcomes
from selaras.facts.queries.types import fact_types_by_id
from selaras.facts.results import Question, State
from selaras.institutions.models import Region

K = TypeVar("K")
Requirement = Callable[[Any, Revision], None]  # a page and its version; raises a `Refused`
_requirements: list[Requirement] = []


def required_before_publishing(requirement: Requirement) -> Requirement:
    """For what is built on pages and may refuse their publication."""
    _requirements.append(requirement)
    return requirement


def require_everything(page: Any, revision: Revision) -> None:
    """Raises what a requirement raises."""
    for requirement in _requirements:
        requirement(page, revision)


@dataclass(frozen=True, slots=True)
class Lack:
    """A fact of a text for which no value ever existed: one of these answers would do.

    A sentence or a history asks about one region; a table by region about all of its rows.
    """

    fact_type: FactType
    questions: frozenset[Question]


def facts_never_stated(data: Any, region: Region) -> list[FactType]:
    """The fact types in the text for which the reader's region never had a value."""
    lacks = never_stated({"": data}, region)[""]
    by_key = {one.fact_type.key: one.fact_type for one in lacks}
    return [by_key[key] for key in sorted(by_key)]


def never_stated(texts: Mapping[K, Any], region: Region) -> dict[K, set[Lack]]:
    """Of each text what it says and nobody ever stated; a fixed number of queries."""
    now = timezone.now()
    blocks = {key: list(blocks_in(data)) for key, data in texts.items()}
    tables = [one for found in blocks.values() for one in found if isinstance(one, TableSpec)]
    rows = regions_of(tables, region, now)
    groups = {
        key: [[spec] for spec in specs_in(data)]
        + [group for block in blocks[key] for group in _groups(block, rows, region)]
        for key, data in texts.items()
    }
    asking = _Asking([spec for found in groups.values() for one in found for spec in one], region)
    asked = {key: asking.lacks(found, now) for key, found in groups.items()}
    every = {question for found in asked.values() for one in found for question in one.questions}
    answers = outcomes(list(every))
    never = {question for question, one in answers.items() if one.state is State.NEVER}
    return {key: {one for one in found if one.questions <= never} for key, found in asked.items()}


def _groups(
    block: BlockSpec, rows: Mapping[TableSpec, list[Region]], region: Region
) -> list[list[EmbedSpec]]:
    """For each fact of a block the embeds of which one must have had a value.

    A table that has no row here says nothing for the page's own region either.
    """
    if isinstance(block, HistorySpec):
        return [[block.now]]
    codes = [one.pk for one in rows[block]] or [region.pk]
    return [[block.cell(fact_type, code) for code in codes] for fact_type in block.fact_types]


class _Asking:
    """Turns embeds into questions; what names nothing that exists is not asked about."""

    def __init__(self, specs: Sequence[EmbedSpec], region: Region) -> None:
        self.region = region
        self.types = fact_types_by_id(str(spec.fact_type) for spec in specs)
        self.regions = Region.objects.in_bulk({spec.region for spec in specs if spec.region})

    def lacks(self, groups: Iterable[list[EmbedSpec]], now: datetime) -> set[Lack]:
        found = set()
        for group in groups:
            questions = frozenset(filter(None, (self._question(spec, now) for spec in group)))
            if questions:
                found.add(Lack(next(iter(questions)).fact_type, questions))
        return found

    def _question(self, spec: EmbedSpec, now: datetime) -> Question | None:
        reader = self.regions.get(spec.region) if spec.region else self.region
        fact_type = self.types.get(str(spec.fact_type))
        if reader is None or fact_type is None:
            return None
        return Question(fact_type, reader.pk, spec.moment(reader, now))
