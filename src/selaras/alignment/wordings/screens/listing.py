"""All types of facts that this person words, and how far they are worded."""

from itertools import groupby
from typing import Any, NamedTuple

from django.utils.functional import cached_property
from django.views.generic import TemplateView

from selaras.alignment.wordings.checking import contradictions, names_of
from selaras.alignment.wordings.loading import row_of, stored_wording, worded_types
from selaras.alignment.wordings.policies import WRITING
from selaras.alignment.wordings.screens.base import TITLE, WordingScreen
from selaras.facts.models import FactType
from selaras.institutions.standing import standing_of

SHOWN = 6


class Line(NamedTuple):
    """A type in the list: some of its names, how many more, and what contradicts."""

    fact_type: FactType
    worded: bool
    names: tuple[str, ...]
    more: int
    patterns: int
    mandatory: bool
    clashes: list[str]


class ListView(WordingScreen, TemplateView):
    """The platform sees every type, others those that they state."""

    template_name: Any = "alignment/wordings/list.html"
    page_title: Any = TITLE

    def ways(self) -> list[tuple[str, str]]:
        return []

    @cached_property
    def clashes(self) -> dict[str, list[str]]:
        """By the type's key: sentences about names that another type has too."""
        found: dict[str, list[str]] = {}
        for name, one, other in contradictions([stored_wording(each) for each in self.types]):
            for mine, theirs in ((one, other), (other, one)):
                sentence = f'Sebutan "{name}" dimiliki juga oleh "{theirs.label}".'
                found.setdefault(mine.key, []).append(sentence)
        return found

    @cached_property
    def types(self) -> list[FactType]:
        return list(worded_types().order_by("topic__label", "label"))

    def seen(self) -> list[FactType]:
        standing = standing_of(self.user)
        if standing.everything or standing.is_platform:
            return self.types
        own = standing.institutions(WRITING)
        return [one for one in self.types if one.topic.owner_id in own]

    def line(self, fact_type: FactType) -> Line:
        wording = stored_wording(fact_type)
        names = names_of(wording)
        return Line(
            fact_type=fact_type,
            worded=row_of(fact_type) is not None,
            names=names[:SHOWN],
            more=max(0, len(names) - SHOWN),
            patterns=len(wording.patterns),
            mandatory=wording.mandatory,
            clashes=self.clashes.get(wording.key, []),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = self.request.GET.get("q", "").strip()[:100]
        lines = [self.line(one) for one in self.seen()]
        shown = [one for one in lines if _matches(one, words.casefold())]
        topics = groupby(shown, key=lambda one: one.fact_type.topic)
        return super().get_context_data(**kwargs) | {
            "topics": [(topic, list(group)) for topic, group in topics],
            "words": words,
            "count": len(lines),
            "worded": sum(one.worded for one in lines),
        }


def _matches(line: Line, words: str) -> bool:
    one = line.fact_type
    return words in f"{one.label} {one.key} {one.topic.label} {' '.join(line.names)}".casefold()
