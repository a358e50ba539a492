"""The uses of a fact by institution, with what its readers see today."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from selaras.common.clock import now
from selaras.embeds.choosing import Offer, offer_of
from selaras.embeds.models import FactUse
from selaras.facts.models import FactType
from selaras.facts.queries import outcomes
from selaras.facts.results import Question, State
from selaras.institutions.models import Institution

TEXTS_EACH = 20
LIVE, DRAFT = Q(state=FactUse.State.LIVE), Q(state=FactUse.State.DRAFT)


@dataclass(frozen=True, slots=True)
class Group:
    """One institution. `offer` is the value as its region reads it now; `uses` the first texts."""

    institution: Institution
    live: int
    drafts: int
    offer: Offer
    state: State
    uses: list[FactUse]

    @property
    def more(self) -> int:
        """How many texts are not among the first."""
        return self.live + self.drafts - len(self.uses)


def institutions_using(uses: QuerySet[FactUse]) -> QuerySet[FactUse, Any]:
    """One row for each institution: its key, and how many public texts and drafts it has."""
    return (
        uses.order_by()
        .values("institution")
        .annotate(live=Count("pk", filter=LIVE), drafts=Count("pk", filter=DRAFT))
        .order_by("institution__region__code", "institution__slug")
    )


def groups_of(
    fact_type: FactType, uses: QuerySet[FactUse], counted: Sequence[dict[str, int]]
) -> list[Group]:
    """The institutions of one screen, in a fixed number of queries whatever they hold."""
    keys = [row["institution"] for row in counted]
    institutions = Institution.objects.select_related("region").in_bulk(keys)
    moment = now()
    asked = {
        pk: Question(fact_type, institution.region_id, moment)
        for pk, institution in institutions.items()
    }
    answers = outcomes(list(set(asked.values())))
    texts = _first_texts(uses, keys)
    return [
        Group(
            institutions[pk],
            row["live"],
            row["drafts"],
            offer_of(answers[asked[pk]]),
            answers[asked[pk]].state,
            texts[pk],
        )
        for row in counted
        if (pk := row["institution"]) in institutions
    ]


def _first_texts(uses: QuerySet[FactUse], keys: Sequence[int]) -> dict[int, list[FactUse]]:
    place = Window(RowNumber(), partition_by="institution", order_by=[F("title"), F("state")])
    found = (
        uses.filter(institution__in=keys)
        .annotate(place=place)
        .filter(place__lte=TEXTS_EACH)
        .order_by("title", "state")
    )
    texts: dict[int, list[FactUse]] = defaultdict(list)
    for use in found:
        texts[use.institution_id].append(use)
    return texts
