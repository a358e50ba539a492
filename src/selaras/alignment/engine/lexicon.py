"""The words of all types and the names of all regions, made ready for reading."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from selaras.alignment.engine.patterns import VALUE, Match, PatternError, Words, fits, parse_pattern
from selaras.alignment.engine.wording import Wording
from selaras.language.gazetteer import Place
from selaras.language.reading.places import PlaceSpotter
from selaras.language.reading.words import Reading, Token, word_set

_SMALL = word_set("""
    dan di dari yang untuk per para atau pada dengan ke
""")
_MARKS = re.compile(r"[()\[\]{}|…,/]")


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a type is named: tokens `[first, last)`.

    `alias` where it names the subject, `excluded` where its words mean another subject; neither
    for a value's own pattern, which then says in `value` at which token the value begins.
    """

    first: int
    last: int
    type_key: str
    alias: bool = False
    excluded: bool = False
    value: int | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    sequence: tuple[Words, ...]
    type_key: str
    alias: bool
    excluded: bool


class Lexicon:
    """What a reader knows before it reads: made once, used for many texts, never changed."""

    def __init__(self, wordings: Iterable[Wording], places: Iterable[Place]) -> None:
        self.wordings: Mapping[str, Wording] = {one.key: one for one in wordings}
        self.places: Mapping[str, Place] = {place.code: place for place in places}
        self._entries: defaultdict[str, list[_Entry]] = defaultdict(list)
        for wording in self.wordings.values():
            for entry in _entries(wording):
                for word in entry.sequence[0]:
                    self._entries[word].append(entry)
        for entries in self._entries.values():
            entries.sort(key=lambda one: -len(one.sequence))

    @cached_property
    def choices(self) -> Mapping[str, Mapping[str, Sequence[tuple[tuple[str, ...], str]]]]:
        """By type and first word: the words of each choice, and its value; the longest first."""
        return {key: _by_first_word(one) for key, one in self.wordings.items()}

    @cached_property
    def spotter(self) -> PlaceSpotter:
        return PlaceSpotter(self.places.values())

    def hits(self, tokens: Sequence[Token], text: str, first: int, last: int) -> list[Hit]:
        """All names and patterns in tokens `[first, last)`; of one type the longest at a place."""
        found: list[Hit] = []
        for at in range(first, last):
            token = tokens[at]
            entries = self._entries.get(token.base) or self._entries.get(token.word)
            if entries:
                found += self._at(entries, tokens, text, at, last)
        return found

    def _at(
        self, entries: Sequence[_Entry], tokens: Sequence[Token], text: str, at: int, last: int
    ) -> Iterator[Hit]:
        seen: set[tuple[str, bool, bool]] = set()
        for entry in entries:
            kind = (entry.type_key, entry.alias, entry.excluded)
            match = None if kind in seen else fits(entry.sequence, tokens, text, at, last)
            if match:
                seen.add(kind)
                yield _hit(entry, match)

    def above(self, code: str, level: str) -> str | None:
        """The region of that level at or above the code, or None."""
        place = self.places.get(code)
        while place and place.level != level:
            place = self.places.get(place.parent_code)
        return place.code if place else None


def _hit(entry: _Entry, match: Match) -> Hit:
    return Hit(match.first, match.last, entry.type_key, entry.alias, entry.excluded, match.value)


def _by_first_word(wording: Wording) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for value, words in wording.choices.items():
        for text in (value, *words):
            if phrase := tuple(token.word for token in Reading(text).tokens):
                found[phrase[0]].append((phrase, value))
    return {word: sorted(many, key=lambda one: -len(one[0])) for word, many in found.items()}


def _entries(wording: Wording) -> Iterator[_Entry]:
    aliases = wording.aliases or (_as_pattern(wording.label),)
    for text in aliases:
        yield from _compiled(text, wording.key, alias=True, excluded=False)
    for text in wording.excludes:
        yield from _compiled(text, wording.key, alias=False, excluded=True)
    for text in wording.patterns or _own_patterns(wording):
        yield from _compiled(text, wording.key, alias=False, excluded=False)


def _compiled(text: str, key: str, *, alias: bool, excluded: bool) -> Iterator[_Entry]:
    """What cannot be read is passed over: the screen refuses it, old data may still hold it."""
    try:
        pattern = parse_pattern(text)
    except PatternError:
        return
    for sequence in pattern.sequences:
        if sequence[0] is not VALUE:
            yield _Entry(sequence, key, alias, excluded)


def _own_patterns(wording: Wording) -> tuple[str, ...]:
    """A choice of numbers, "1" to "4", is read behind the first word of its label: "level 2"."""
    numbered = wording.kind == "choice" and all(value.isdigit() for value in wording.choices)
    words = _MARKS.sub(" ", wording.label).split()
    return (f"{words[0]} {{nilai}}",) if numbered and words else ()


def _as_pattern(label: str) -> str:
    """The words of a label without the small ones, with others between them."""
    words = [word for word in _MARKS.sub(" ", label).split() if word.lower() not in _SMALL]
    return " ... ".join(words[:4])
