"""A score from signals: what each adds is kept, so that any place in the order can be explained."""

from collections.abc import Mapping

from selaras.search.found import Scored
from selaras.search.ranking.features import Sought, features_of


def closeness(
    engine: float, profile: str, title_letters: int, sought: Sought, weights: Mapping[str, float]
) -> dict[str, float]:
    """The parts of a text's score that come from its words; `engine` is the index's own score."""
    found = features_of(profile, title_letters, sought)
    return {
        "engine": weights["engine"] * engine / sought.whole,
        "coverage": weights["coverage"] * found.coverage,
        "exact": weights["exact"] * found.exact,
        "in_title": weights["in_title"] * found.title,
        "answer": weights["answer"] * found.answer,
        "has_answer": weights["has_answer"] * found.has_answer,
        "early": weights["early"] * found.early,
    }


def fit(parts: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """How much of the question the text has, 0 to 1: so much does it count who says it, where and
    when. What has one word in common is no better for being from next door."""
    return parts["coverage"] / weights["coverage"] if weights["coverage"] else 1.0


def scored(parts: Mapping[str, float]) -> Scored:
    """Parts that add nothing are left out."""
    return Scored(sum(parts.values()), {name: part for name, part in parts.items() if part})
