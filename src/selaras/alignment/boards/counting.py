"""How many statements of published texts agree with the facts, by region and topic."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import astuple, dataclass

from django.db.models import Count, Q

from selaras.alignment.boards.findings import justified
from selaras.alignment.boards.scope import Scope
from selaras.alignment.engine.results import Verdict
from selaras.alignment.models import CheckedText, StoredMention
from selaras.embeds.models import FactUse

WRONG = (Verdict.CONFLICTING, Verdict.OUTDATED, Verdict.PREMATURE)
COUNTED = (Verdict.ALIGNED, *WRONG)
ALL = Scope(everything=True)
Place = tuple[str, int]  # a region's code, a topic's key


@dataclass(frozen=True, slots=True)
class Counts:
    """`embedded` counts texts that embed a type of fact, the rest statements.

    `justified` counts those of the findings that have a reason: they count as right.
    """

    embedded: int = 0
    aligned: int = 0
    conflicting: int = 0
    outdated: int = 0
    premature: int = 0
    justified: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*map(sum, zip(astuple(self), astuple(other), strict=True)))

    @property
    def right(self) -> int:
        return self.embedded + self.aligned + self.justified

    @property
    def to_mend(self) -> int:
        return self.conflicting + self.outdated + self.premature - self.justified

    @property
    def total(self) -> int:
        return self.right + self.to_mend

    @property
    def share(self) -> int | None:
        """In percent, rounded down, so that only all are 100; None where nothing is stated."""
        return 100 * self.right // self.total if self.total else None


def counted(scope: Scope = ALL) -> dict[Place, Counts]:
    """By region of the speaking institution and by topic; two grouped queries."""
    found: dict[Place, Counts] = defaultdict(Counts)
    for code, topic, *counts in _compared(scope):
        found[code, topic] += Counts(0, *counts)
    for code, topic, embedded in _embedded(scope):
        found[code, topic] += Counts(embedded)
    return dict(found)


def _compared(scope: Scope) -> Iterable[tuple[str, int, int, int, int, int, int]]:
    rows = StoredMention.objects.filter(
        scope.of_mentions, text__state=CheckedText.State.PUBLISHED, verdict__in=COUNTED
    )
    each = {verdict.value: Count("pk", filter=Q(verdict=verdict)) for verdict in COUNTED}
    given = Count("pk", filter=Q(verdict__in=WRONG) & justified())
    grouped = rows.order_by().values_list("text__region", "fact_type__topic")
    return grouped.annotate(**each, given=given)


def _embedded(scope: Scope) -> Iterable[tuple[str, int, int]]:
    seen = scope.of(topic="fact_type__topic", region="institution__region")
    uses = FactUse.objects.filter(seen, state=FactUse.State.LIVE)
    grouped = uses.order_by().values_list("institution__region", "fact_type__topic")
    return grouped.annotate(count=Count("pk"))
