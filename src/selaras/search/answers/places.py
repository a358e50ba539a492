"""Regions in a question: in small letters, mistyped, with namesakes; the likeliest first."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from selaras.language.gazetteer import Place
from selaras.language.reading.places import PlaceSpotter
from selaras.language.reading.words import Reading
from selaras.search.answers.spelling import Mistake, Spelling

_LONG, _MIDDLING, _SHORT = 7, 6, 5
_LIKELY: Mapping[int, frozenset[Mistake]] = {
    _LONG: frozenset(Mistake),
    _MIDDLING: frozenset(Mistake) - {Mistake.OTHER},
    _SHORT: frozenset({Mistake.VOWELS}),
}


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """Words `[first, last)` of a question name one of these regions; `codes` likeliest first."""

    first: int
    last: int
    codes: tuple[str, ...]

    @property
    def code(self) -> str:
        return self.codes[0]


class Places:
    """All regions by their names; made once, used for many questions."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._by_code = {place.code: place for place in places}
        self._spotter = PlaceSpotter(self._by_code.values())
        self._words: dict[str, set[str]] = {}
        for place in self._by_code.values():
            for name in (place.name, *place.aliases):
                for token in Reading(name).tokens:
                    self._words.setdefault(token.word, set()).add(place.code)
        self._spelling = Spelling(self._words)

    @property
    def words(self) -> Set[str]:
        return self._words.keys()

    def find(self, words: Sequence[str], reader: str) -> list[NamedPlace]:
        """The regions that are named, in order. Each word counts as one that begins with a
        capital, as nobody writes them in a search."""
        reading = Reading(" ".join(word.capitalize() for word in words))
        if len(reading.tokens) != len(words):
            return []
        return [
            NamedPlace(
                self._said_with(reading, name.start), name.last, self._ranked(name.places, reader)
            )
            for name in self._spotter.find(reading)
        ]

    def mended(self, typed: str, reader: str) -> str | None:
        """The word of a region's name that was meant, if it can only be one: for the country, or
        for the reader's own region, or for the reader's province."""
        likely = {
            word
            for word, mistake in self._spelling.near(typed).items()
            if _is_likely(word, mistake)
        }
        found = {word: self._words[word] for word in likely or self._spelling.abbreviated(typed)}
        province = self._province(reader)
        for near in (
            found,
            {word: codes for word, codes in found.items() if reader in codes},
            {
                word: codes
                for word, codes in found.items()
                if province and province in map(self._province, codes)
            },
        ):
            if len(near) == 1:
                return next(iter(near))
        return None

    def lineage(self, code: str) -> list[str]:
        """The code and those of the regions above it today, the nearest first."""
        found: list[str] = []
        place = self._by_code.get(code)
        while place and place.code not in found:
            found.append(place.code)
            place = self._by_code.get(place.parent_code)
        return found

    def _said_with(self, reading: Reading, start: int) -> int:
        return next(at for at, token in enumerate(reading.tokens) if token.start == start)

    def _ranked(self, places: Collection[Place], reader: str) -> tuple[str, ...]:
        """The reader's own first, then those of the reader's province, a city before others."""
        province = self._province(reader)

        def order(place: Place) -> tuple[bool, bool, bool, str]:
            return (
                place.code != reader,
                not province or self._province(place.code) != province,
                place.level != "city",
                place.code,
            )

        return tuple(dict.fromkeys(place.code for place in sorted(places, key=order)))

    def _province(self, code: str) -> str | None:
        place = self._by_code.get(code)
        while place and place.level != "province":
            place = self._by_code.get(place.parent_code)
        return place.code if place else None


def _is_likely(word: str, mistake: Mistake) -> bool:
    """Short names are too near to other words: "legal" is not Tegal."""
    return mistake in _LIKELY.get(min(len(word), _LONG), frozenset())
