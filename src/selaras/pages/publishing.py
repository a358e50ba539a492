"""What must hold before a page may be published."""

from typing import Any

from django.utils import timezone

from selaras.embeds.spec import specs_in
from selaras.facts.models import FactType
from selaras.facts.queries import outcomes
from selaras.facts.queries.types import fact_types_by_id
from selaras.facts.results import Question, State
from selaras.institutions.models import Region


def facts_never_stated(data: Any, region: Region) -> list[FactType]:
    """The fact types in the text for which the reader's region never had a value."""
    specs = list(specs_in(data))
    types = fact_types_by_id(str(spec.fact_type) for spec in specs)
    regions = Region.objects.in_bulk({spec.region for spec in specs if spec.region})
    now = timezone.now()
    questions = set()
    for spec in specs:
        reader = regions.get(spec.region) if spec.region else region
        if reader is not None and str(spec.fact_type) in types:
            questions.add(Question(types[str(spec.fact_type)], reader.pk, spec.moment(reader, now)))
    found = outcomes(list(questions))
    never = {one.fact_type for one in found.values() if one.state is State.NEVER}
    return sorted(never, key=lambda fact_type: fact_type.key)
