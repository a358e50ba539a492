"""What must hold before a page may be published."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.utils import timezone

from selaras.embeds.spec import specs_in
from selaras.facts.models import FactType
from selaras.facts.queries import outcomes
from selaras.facts.queries.types import fact_types_by_id
from selaras.facts.results import Question, State
from selaras.institutions.models import Region

K = TypeVar("K")


def facts_never_stated(data: Any, region: Region) -> list[FactType]:
    """The fact types in the text for which the reader's region never had a value."""
    asked = never_stated({"": data}, region)[""]
    by_key = {one.fact_type.key: one.fact_type for one in asked}
    return [by_key[key] for key in sorted(by_key)]


def never_stated(texts: Mapping[K, Any], region: Region) -> dict[K, set[Question]]:
    """Of each text what it says and nobody ever stated; a fixed number of queries."""
    specs = {key: list(specs_in(data)) for key, data in texts.items()}
    every = [spec for found in specs.values() for spec in found]
    types = fact_types_by_id(str(spec.fact_type) for spec in every)
    regions = Region.objects.in_bulk({spec.region for spec in every if spec.region})
    now = timezone.now()
    questions: dict[K, set[Question]] = {key: set() for key in specs}
    for key, found in specs.items():
        for spec in found:
            reader = regions.get(spec.region) if spec.region else region
            if reader is not None and str(spec.fact_type) in types:
                fact_type = types[str(spec.fact_type)]
                moment = spec.moment(reader, now)
                questions[key].add(Question(fact_type, reader.pk, moment))
    answers = outcomes(list(set().union(*questions.values())))
    never = {asked for asked, one in answers.items() if one.state is State.NEVER}
    return {key: asked & never for key, asked in questions.items()}
