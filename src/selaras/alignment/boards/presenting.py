"""What the lists of findings show beside their rows: choices with counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from selaras.alignment.boards.filters import STATE_WORDS, WORDS, Filters
from selaras.alignment.boards.findings import Facet
from selaras.alignment.boards.words import MEANINGS, VERDICTS
from selaras.alignment.engine.results import FINDINGS
from selaras.alignment.models import CheckedText
from selaras.institutions.models import Institution, Topic


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a filter, as its address says it, and how many findings it leaves."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Sum:
    """How many are of one verdict; `address` leads to them."""

    verdict: str
    label: str
    meaning: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class Choices:
    """`given` counts what has a reason and is folded away, `open` what is to be mended in all."""

    sums: Sequence[Sum]
    verdicts: Sequence[Option]
    topics: Sequence[Option]
    states: Sequence[Option]
    institutions: Sequence[Option]
    given: int
    open: int


def choices_of(found: Sequence[Facet], filters: Filters, names: Mapping[str, str]) -> Choices:
    """`names` are those of topics and of institutions, by key and slug."""

    def count(asked: Filters) -> int:
        return sum(facet.count for facet in found if facet.holds(asked))

    def options(field: str, values: Iterable[tuple[str, str, str]]) -> list[Option]:
        chosen = getattr(filters, field)
        return [
            Option(word, label, count(filters.but(**{field: value})), value == chosen)
            for value, word, label in values
        ]

    whole = filters.but(verdict="")
    named = sorted({(facet.topic, names[facet.topic]) for facet in found if facet.topic}
                   | {(key, names[key]) for key in [filters.topic] if key in names},
                   key=lambda pair: pair[1])  # fmt: skip
    bodies = sorted({facet.institution for facet in found}, key=lambda slug: names[slug])
    return Choices(
        sums=[_sum(verdict, whole, count(whole.but(verdict=verdict))) for verdict in FINDINGS],
        verdicts=options("verdict", ((one, WORDS[one], VERDICTS[one]) for one in FINDINGS)),
        topics=options("topic", ((key, key, label) for key, label in named)),
        states=options(
            "state",
            ((one, STATE_WORDS[one], label) for one, label in CheckedText.State.choices),
        ),
        institutions=options("institution", ((slug, slug, names[slug]) for slug in bodies)),
        given=count(filters.but(justified=True)),
        open=count(Filters(institution=filters.institution)),
    )


def _sum(verdict: str, whole: Filters, count: int) -> Sum:
    address = whole.but(verdict=verdict).address()
    return Sum(verdict, VERDICTS[verdict], MEANINGS[verdict], count, address)


def names_in(found: Iterable[Facet]) -> dict[str, str]:
    """The names of all topics, and of the institutions that occur; two queries."""
    slugs = {facet.institution for facet in found}
    bodies = Institution.objects.filter(slug__in=slugs)
    topics = dict(Topic.objects.values_list("key", "label"))
    return topics | dict(bodies.values_list("slug", "short_name"))
