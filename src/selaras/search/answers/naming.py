"""How a type of fact is named in questions: its names as sets of words, in any order."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from selaras.alignment.engine.patterns import GAP, VALUE, PatternError, Words, parse_pattern
from selaras.alignment.engine.wording import Wording
from selaras.facts.models import Kind
from selaras.language.reading.words import Reading
from selaras.search.answers.words import LEVELS, NOUNS, SMALL

_MARKS = str.maketrans("()[]{}|…,/", "          ")
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Name:
    """All of `needed` make the name; `full` is how many words it has as it is written."""

    needed: tuple[Words, ...]
    full: int

    @property
    def shortened(self) -> bool:
        return len(self.needed) < self.full


@dataclass(frozen=True, slots=True)
class TypeWords:
    """A type with the words of questions about it.

    `own` are words of its names, values and unit; beside them only neutral words may stand.
    `heads` are those of its topic which alone are enough. A name that is `shortened` lacks the
    word for its kind ("jadwal", "jumlah"), which the question must then say in another way.
    """

    key: str
    pk: str
    label: str
    kind: Kind
    topic: str
    names: tuple[Name, ...]
    excludes: tuple[tuple[Words, ...], ...]
    own: frozenset[str]
    heads: frozenset[str]
    retired: bool

    @property
    def naming(self) -> frozenset[str]:
        """The words of which at least one must be said."""
        return self.heads.union(*(part for name in self.names for part in name.needed))

    @property
    def spelled(self) -> frozenset[str]:
        """Those of its own words that may be mistyped: not the forms that patterns make of them,
        such as "berbencana" of "bencana"."""
        return self.own - {
            form
            for word in self.own
            for form in (f"di{word}", f"di{word}kan", f"ber{word}", f"{word}kan", f"ke{word}an")
        }

    @property
    def excluded(self) -> frozenset[str]:
        return frozenset(word for name in self.excludes for part in name for word in part)

    @property
    def nouns(self) -> frozenset[str]:
        return NOUNS[self.kind]


def type_words(
    wording: Wording, *, pk: str, topic: str, topic_label: str, retired: bool
) -> TypeWords:
    kind = Kind(wording.kind)
    names = [one for text in (wording.label, *wording.aliases) for one in _sequences(text)]
    said = {word for name in names for element in name for word in element}
    said |= {
        word
        for text in wording.patterns
        for sequence in _sequences(text)
        for element in sequence
        for word in element
    }
    said |= _words_of(wording.unit, *wording.choices)
    said |= _words_of(*(word for words in wording.choices.values() for word in words))
    of_topic = _words_of(topic_label.partition("(")[0]) - SMALL
    return TypeWords(
        key=wording.key,
        pk=pk,
        label=wording.label,
        kind=kind,
        topic=topic,
        names=tuple(_names(names, kind)),
        excludes=tuple(one for text in wording.excludes for one in _sequences(text)),
        own=frozenset(said | of_topic),
        heads=_heads(names, of_topic - NOUNS[kind] - LEVELS),
        retired=retired,
    )


def _sequences(text: str) -> Iterator[tuple[Words, ...]]:
    """The flat sequences of a pattern without gaps, values and small words.

    What cannot be read as a pattern is read as plain words, as a label is.
    """
    try:
        flat: Iterable[tuple[Words, ...]] = parse_pattern(text).sequences
    except PatternError:
        plain = Reading(text.translate(_MARKS)).tokens
        flat = [tuple(frozenset({token.word}) for token in plain)]
    for sequence in flat:
        kept = tuple(one for one in sequence if one not in (GAP, VALUE) and not one <= SMALL)
        if kept:
            yield kept


def _names(sequences: Collection[tuple[Words, ...]], kind: Kind) -> list[Name]:
    optional = NOUNS[kind] | LEVELS
    found: dict[tuple[Words, ...], int] = {}
    for sequence in sequences:
        rest = tuple(one for one in sequence if not one & LEVELS) or sequence
        short = tuple(one for one in sequence if not one & optional)
        for needed in filter(None, (rest, short)):
            found[needed] = min(len(rest), found.get(needed, len(rest)))
    return [Name(needed, full) for needed, full in found.items()]


def _heads(sequences: Collection[tuple[Words, ...]], of_topic: Collection[str]) -> frozenset[str]:
    """Words of the topic that stand in at least half of the names."""
    return frozenset(
        word
        for word in of_topic
        if sum(any(word in one for one in name) for name in sequences) >= _HALF * len(sequences)
    )


def _words_of(*texts: str) -> set[str]:
    return {token.word for text in texts for token in Reading(text.translate(_MARKS)).tokens}
