"""Reads of findings: what is to be mended, worst first, and how many of which kind."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import (
    BooleanField,
    Case,
    Count,
    Exists,
    ExpressionWrapper,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)

from selaras.alignment.boards.filters import Filters
from selaras.alignment.boards.scope import Scope
from selaras.alignment.engine.results import FINDINGS, Verdict
from selaras.alignment.models import CheckedText, Reason, StoredMention

MANDATORY = Q(verdict__in=FINDINGS, fact_type__wording__mandatory=True)
RELATED = (
    "text__institution__region", "fact_type__topic", "fact_type__wording", "region",
    "version__region",
)  # fmt: skip


def own_findings(institutions: Collection[int]) -> QuerySet[StoredMention]:
    """Everything found in the texts of these institutions, drafts included."""
    return found(Q(text__institution__in=institutions))


def seen_findings(scope: Scope) -> QuerySet[StoredMention]:
    """What is found in published texts of others, as far as somebody oversees them."""
    return found(scope.of_mentions, text__state=CheckedText.State.PUBLISHED)


def found(*conditions: Q, **more: object) -> QuerySet[StoredMention]:
    """Findings, each with `justified`: whether its editors gave a reason."""
    rows = StoredMention.objects.filter(*conditions, **more, verdict__in=FINDINGS)
    return rows.annotate(justified=ExpressionWrapper(justified(), output_field=BooleanField()))


def justified() -> Q:
    """The condition that a reason was given for a mention, whichever version it stands in."""
    given = Reason.objects.filter(
        source=OuterRef("text__source"),
        source_id=OuterRef("text__source_id"),
        passage=OuterRef("passage"),
    )
    of_type = given.filter(fact_type=OuterRef("fact_type"), region=OuterRef("region"))
    of_figures = given.filter(fact_type=None)
    return Q(Exists(of_type)) | (Q(verdict=Verdict.INCONSISTENT) & Q(Exists(of_figures)))


def worst_first(rows: QuerySet[StoredMention]) -> QuerySet[StoredMention]:
    """What differs from a mandatory fact, then by verdict; the surest, the oldest, the public."""
    verdicts = [When(verdict=one, then=Value(rank)) for rank, one in enumerate(FINDINGS)]
    rank = Case(*verdicts, default=Value(len(FINDINGS)), output_field=IntegerField())
    first = Case(When(MANDATORY, then=Value(0)), default=Value(1), output_field=IntegerField())
    ordered = rows.order_by(first, rank, "-confidence", "judged_at", "-text__state", "pk")
    return ordered.select_related(*RELATED)


@dataclass(frozen=True, slots=True)
class Facet:
    """How many findings share all of these."""

    verdict: str
    topic: str
    state: str
    justified: bool
    institution: str
    count: int

    def holds(self, filters: Filters) -> bool:
        return (
            filters.verdict in ("", self.verdict)
            and filters.topic in ("", self.topic)
            and filters.state in ("", self.state)
            and filters.institution in ("", self.institution)
            and filters.justified == self.justified
        )


def facets(rows: QuerySet[StoredMention]) -> list[Facet]:
    """One grouped query, from which every count of the screens is told."""
    by = ("verdict", "fact_type__topic__key", "text__state", "justified", "text__institution__slug")
    grouped = rows.order_by().values_list(*by).annotate(count=Count("pk"))
    return [
        Facet(verdict, topic or "", state, bool(given), slug, count)
        for verdict, topic, state, given, slug, count in grouped
    ]


def filtered(rows: QuerySet[StoredMention], filters: Filters) -> QuerySet[StoredMention]:
    """The rows that the filters show, within what `rows` allows."""
    rows = rows.filter(justified() if filters.justified else ~justified())
    wanted = {
        "verdict": filters.verdict,
        "fact_type__topic__key": filters.topic,
        "text__state": filters.state,
        "text__institution__slug": filters.institution,
    }
    rows = rows.filter(**{way: value for way, value in wanted.items() if value})
    return rows.filter(text__region__in=filters.regions) if filters.regions else rows
