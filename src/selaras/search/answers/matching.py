"""Which types of facts a question is about. Precision first: every word must be accounted for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selaras.facts.models import Kind
from selaras.search.answers.asking import FITTING, Asks, answered_by
from selaras.search.answers.naming import Name, TypeWords
from selaras.search.answers.words import NEUTRAL, OFFICES

MOST = 6  # considered for one question
_NEAR = 0.5  # of a word in a name: what is named so much less was not meant
_SHORTENED = 0.5  # the word for its kind is said in another way
_TEXTS = frozenset({Kind.TEXT, Kind.CONTACT})
_ANYWHERE = NEUTRAL | OFFICES


@dataclass(frozen=True, slots=True)
class NamedType:
    """A type by its key and id. `score` counts the words of its name that were said."""

    key: str
    pk: str
    topic: str
    kind: Kind
    retired: bool
    score: float


@dataclass(frozen=True, slots=True)
class Said:
    """One word of a question: in the forms in which it may be known.

    `placed` where it belongs to a region, a time or an institution; `doubtful` where a letter was
    read into an abbreviation that was not typed.
    """

    forms: frozenset[str]
    placed: bool = False
    doubtful: bool = False


def named_types(types: Iterable[TypeWords], said: Sequence[Said], wanted: Asks) -> list[NamedType]:
    """The likeliest first; all of one topic, none that is named so much less than the first."""
    kinds = answered_by(wanted)
    scored = [
        (score, one)
        for one in types
        if one.kind in kinds and (score := _score(one, said, wanted)) > 0
    ]
    scored.sort(key=lambda pair: _order(pair[0], pair[1], wanted))
    if not scored:
        return []
    best, first = scored[0]
    return [
        NamedType(one.key, one.pk, one.topic, one.kind, one.retired, score)
        for score, one in scored
        if one.topic == first.topic and score >= best - _NEAR
    ][:MOST]


def unaccounted(one: TypeWords, said: Sequence[Said]) -> bool:
    """Whether some word is about something else."""
    known = (one.own, one.nouns, _ANYWHERE)
    return not all(
        word.placed or any(not words.isdisjoint(word.forms) for words in known) for word in said
    )


def _order(score: float, one: TypeWords, wanted: Asks) -> tuple[bool, float, int, bool, str]:
    """What answers the kind of question first, then what is named most fully; a state before
    figures, long texts last."""
    fits = one.kind in FITTING.get(wanted, frozenset(Kind))
    rank = 0 if one.kind == Kind.CHOICE else 2 if one.kind in _TEXTS else 1
    return not fits, -score, rank, one.retired, one.key


def _score(one: TypeWords, said: Sequence[Said], wanted: Asks) -> float:
    forms = frozenset(form for word in said for form in word.forms)
    if unaccounted(one, said) or any(all(part & forms for part in name) for name in one.excludes):
        return 0.0
    told = frozenset(form for word in said if not word.placed for form in word.forms)
    named = max((_named(name, one, told, wanted) for name in one.names), default=0.0)
    if not named and one.kind == Kind.CHOICE and one.heads & told:
        named = _SHORTENED
    if not named or _rests_on_doubt(one, said):
        return 0.0
    return named


def _named(name: Name, one: TypeWords, told: frozenset[str], wanted: Asks) -> float:
    if not all(part & told for part in name.needed):
        return 0.0
    if not name.shortened:
        return float(name.full)
    hinted = bool(one.nouns & told) or one.kind in FITTING.get(wanted, ())
    return len(name.needed) + _SHORTENED if hinted else 0.0


def _rests_on_doubt(one: TypeWords, said: Sequence[Said]) -> bool:
    """ "ppkn" is a school subject, unless something else speaks of PPKM, too."""
    if not any(word.doubtful for word in said):
        return False
    speaking = one.own | one.nouns
    return not any(not word.doubtful and word.forms & speaking for word in said)
