"""What an editor can choose from: fact types with the value that her readers have today."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.embeds.reading import ShownFact
from selaras.embeds.spec import EmbedSpec
from selaras.embeds.words import text_of
from selaras.facts.models import FactType
from selaras.facts.queries import fact_types, outcomes
from selaras.facts.results import Outcome, Question, State
from selaras.institutions.models import Region


@dataclass(frozen=True, slots=True)
class Offer:
    """A fact type as one region reads it. `value` is empty where there is none to show."""

    fact_type: FactType
    value: str
    remark: str


def matching_types(query: str) -> QuerySet[FactType]:
    """The types whose label, key or topic contains every word."""
    found = fact_types().order_by("topic__label", "label")
    for word in query.split():
        found = found.filter(
            Q(label__icontains=word) | Q(key__icontains=word) | Q(topic__label__icontains=word)
        )
    return found


def in_use(types: QuerySet[FactType]) -> QuerySet[FactType]:
    """Without the retired ones: what their texts say stays, but nothing new may say them."""
    return types.filter(Q(retired_at=None) | Q(retired_at__gt=timezone.now()))


def offers(types: Sequence[FactType], region: Region) -> list[Offer]:
    """The types with their values in the region; a fixed number of queries."""
    now = timezone.now()
    asked = {fact_type: Question(fact_type, region.pk, now) for fact_type in types}
    found = outcomes(list(asked.values()))
    return [offer_of(found[question]) for question in asked.values()]


def offer_of(outcome: Outcome) -> Offer:
    fact_type = outcome.fact_type
    region = outcome.reader.full_name
    if outcome.resolved is None:
        never = outcome.state is State.NEVER
        remark = (
            _("belum pernah ditetapkan untuk %(region)s")
            if never
            else _("ditarik oleh pemiliknya untuk %(region)s")
        )
        return Offer(fact_type, "", remark % {"region": region})
    remarks = {State.ENDED: _("tidak berlaku lagi"), State.UPCOMING: _("belum berlaku")}
    value = text_of(ShownFact(1, EmbedSpec(fact_type.pk), outcome))
    return Offer(fact_type, value, remarks.get(outcome.state, ""))
