"""Names of regions in running text, each with the regions that it may mean.

A name stands with its kind ("Kab. Bandung", "Pemkot Bandung", "Bupati Cirebon"), or bare. Which of
several namesakes is meant is for the caller to say: it knows who speaks.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from selaras.language.gazetteer import Place
from selaras.language.reading.words import Reading, Token, usual, word_set

_KIND: Mapping[str, str] = {
    "kota": "city", "pemkot": "city", "walikota": "city", "kotamadya": "city",
    "kabupaten": "regency", "kab": "regency", "pemkab": "regency", "bupati": "regency",
    "provinsi": "province", "pemprov": "province", "gubernur": "province", "prov": "province",
}  # fmt: skip
_ADMINISTRATIVE = frozenset({"administrasi", "adm", "administratif"})
# A street, a river or a club has the name of a region without speaking of it.
_NOT_OF = word_set("""
    jalan jl jln gunung sungai kali universitas institut politeknik persatuan klub stasiun bandara
    bakso soto sate batik rendang kopi apel jeruk gudeg tahu lumpia bika pempek selat laut teluk
    tol kereta kapal kapolda pangdam suku bahasa
""")
# Names that are also ordinary words: only with a capital or their kind.
_ALWAYS = frozenset({"nasional", "indonesia"})
_ORDINARY = word_set("""
    agam bangka bangli batang batu belu bima bone buru demak ende jaya kampar karo kudus lahat
    lebak lingga lima malang metro muna musi nias palu pati poso sabang sampang sigi solok sorong
    sumber toba tual pare wajo banjar padang langsa bau aru mappi siak paser timor palas selayar
    sula serang barru maros kaur seluma empat pulau seram
""")


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name in the text: its tokens `[first, last)`, its span, and the regions it may mean.

    `start` includes the kind that was said with it. `kind` is that kind, or empty; `office` where
    a person or an office bears it ("Bupati Cirebon").
    """

    first: int
    last: int
    start: int
    end: int
    places: tuple[Place, ...]
    kind: str
    office: bool


class PlaceSpotter:
    """Finds the names of all given regions; made once, used for many texts."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._names: defaultdict[str, list[tuple[tuple[str, ...], Place]]] = defaultdict(list)
        for place in places:
            for words in {key for name in (place.name, *place.aliases) for key in _keys(name)}:
                self._names[words[0]].append((words, place))
        for known in self._names.values():
            known.sort(key=lambda one: -len(one[0]))

    def find(self, reading: Reading) -> list[PlaceName]:
        """All names in the order of the text, longest first where they overlap."""
        return list(self._find(reading))

    def _find(self, reading: Reading) -> Iterator[PlaceName]:
        tokens, passed = reading.tokens, 0
        for index, token in enumerate(tokens):
            known = self._names.get(token.base) or self._names.get(token.word)
            if index < passed or not known:
                continue
            found = self._named(reading, index, known)
            if found:
                passed = found.last
                yield found

    def _named(
        self,
        reading: Reading,
        index: int,
        known: Sequence[tuple[tuple[str, ...], Place]],
    ) -> PlaceName | None:
        tokens = reading.tokens
        length, places = 0, []
        for words, place in known:
            if len(words) < length:
                break
            if _continues(tokens, index, words):
                length = len(words)
                places.append(place)
        if not places:
            return None
        kind, office, first = _kind_before(tokens, index)
        last = index + length
        if not kind and not _is_name(reading, index, last):
            return None
        fitting = [place for place in places if place.level == kind] if kind else places
        if not fitting and kind == "city" and index and tokens[index - 1].word == "kota":
            fitting = places
        if not fitting:
            return None
        return PlaceName(
            first, last, tokens[first].start, tokens[last - 1].end, tuple(fitting), kind, office
        )


def _is_name(reading: Reading, index: int, last: int) -> bool:
    """Whether the words are a name without the kind of a region before them."""
    tokens = reading.tokens
    if tokens[index].word in _ALWAYS:
        return True
    if index and tokens[index - 1].word in _NOT_OF:
        return False
    return token_is_capital(reading, tokens[index]) or (
        tokens[index].word not in _ORDINARY and not tokens[index].number
    )


def token_is_capital(reading: Reading, token: Token) -> bool:
    """Whether the word begins with a capital letter as it was written."""
    return reading.text[token.start].isupper()


def _keys(name: str) -> Iterator[tuple[str, ...]]:
    words = tuple(usual(word) for word in name.lower().replace("-", " ").replace(".", " ").split())
    stripped = words[1:] if len(words) > 1 and words[0] in _KIND else words
    if len(stripped) > 1 and stripped[0] in _ADMINISTRATIVE:
        stripped = stripped[1:]
    if stripped and stripped[0] == "kep":
        stripped = ("kepulauan", *stripped[1:])
    yield stripped
    if len(stripped) > 1:
        yield ("".join(stripped),)
        yield ("-".join(stripped),)
    if "-" in name:
        yield tuple(usual(word) for word in name.lower().split()[-1:])


def _continues(tokens: Sequence[Token], index: int, words: Sequence[str]) -> bool:
    if len(words) == 1:
        return True
    if index + len(words) > len(tokens):
        return False
    *inner, last = range(len(words))
    return all(tokens[index + at].word == words[at] for at in inner[1:]) and words[last] in (
        tokens[index + last].word,
        tokens[index + last].base,
    )


def _kind_before(tokens: Sequence[Token], index: int) -> tuple[str, bool, int]:
    """The kind said before the name, whether it is an office, and the first token of both."""
    first = index
    if first and tokens[first - 1].word in _ADMINISTRATIVE:
        first -= 1
    word = tokens[first - 1].word if first else ""
    kind = _KIND.get(word, "")
    if not kind:
        return "", False, index
    first -= 1
    wali = word == "kota" and first > 0 and tokens[first - 1].word in ("wali", "walikota")
    office = wali or word in ("walikota", "bupati", "gubernur")
    return kind, office, first - wali
