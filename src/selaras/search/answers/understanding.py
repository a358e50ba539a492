"""What a question is about: regions, institutions, types of facts, a time, and what is wanted."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from selaras.institutions.queries import NATIONAL
from selaras.language.reading.words import Reading, Token
from selaras.search.answers.asking import Asks, asks
from selaras.search.answers.bodies import NamedBody
from selaras.search.answers.knowledge import Country, Knowledge, knowledge
from selaras.search.answers.matching import NamedType, Said, named_types
from selaras.search.answers.places import NamedPlace
from selaras.search.answers.spelling import Mistake, is_abbreviation
from selaras.search.answers.times import NamedTime, named_time
from selaras.search.answers.words import ANY_NOUN, NEUTRAL, OFFICES
from selaras.search.asking import MOST_LETTERS

MOST_WORDS = 40
_JOINED = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")  # "ppkm-bandung"
_ANY = frozenset(Mistake)
# "cair" is not "cari": what says nothing is mended only where it is long enough.
_MENDED = frozenset(word for word in NEUTRAL if len(word) >= 5)  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class Mended:
    """A word that was read as another one: `typed` stands at `[start, end)` of the text."""

    start: int
    end: int
    typed: str
    read: str


@dataclass(frozen=True, slots=True)
class Understood:
    """`reader` is the code of the region where the question is asked.

    `words` are its words in their usual spelling, mended; places and institutions say at which
    of them they stand. `types` are the likeliest first. `rest` are the words that say nothing of
    a region, an institution, a time, nor of what kind of answer is wanted.
    """

    text: str
    reader: str
    words: tuple[str, ...]
    country: Country = field(repr=False, compare=False)  # as it was read with
    places: tuple[NamedPlace, ...] = ()
    bodies: tuple[NamedBody, ...] = ()
    types: tuple[NamedType, ...] = ()
    time: NamedTime | None = None
    asks: Asks = Asks.ANYTHING
    rest: tuple[str, ...] = ()
    mended: tuple[Mended, ...] = ()

    @property
    def regions(self) -> list[str]:
        """The likeliest region of each name, or the reader's own where none is named."""
        return list(dict.fromkeys(one.code for one in self.places)) or [self.reader]


@dataclass(frozen=True, slots=True)
class _Read:
    """A word that was meant. `forms` are all that it may be, where that is not certain;
    `doubtful` where a letter was read into an abbreviation that was not typed: no vowel tells it
    from others."""

    word: str
    forms: frozenset[str]
    doubtful: bool = False


def understand(text: str, *, region: str) -> Understood:
    """Of any text its first words; three queries while types, wordings and regions are the same.

    `region` is a code, "00" where the reader's is not known.
    """
    known = knowledge()
    reading = Reading(_JOINED.sub(" ", text[:MOST_LETTERS]))
    tokens = reading.tokens[:MOST_WORDS]
    read = [_read(token, known, region) for token in tokens]
    words = tuple(one.word for one in read)
    time = named_time(reading, tokens, known.today)
    places = known.country.places.find(words, region)
    bodies = _there(known.country.bodies.find(words), places)
    placed = _placed(places, time, bodies)
    said = [Said(one.forms, at in placed, one.doubtful) for at, one in enumerate(read)]
    wanted = asks(words)
    types = known.types_with({form for word in said for form in word.forms})
    return Understood(
        text=text[:MOST_LETTERS],
        reader=region,
        words=words,
        country=known.country,
        places=tuple(places),
        bodies=tuple(bodies),
        types=tuple(named_types(types, said, wanted)),
        time=time,
        asks=wanted,
        rest=tuple(_rest(words, placed)),
        mended=tuple(_mended(reading, tokens, words)),
    )


def _there(bodies: Sequence[NamedBody], places: Sequence[NamedPlace]) -> list[NamedBody]:
    """Without those of a namesake, such as of the regency where the city is named."""
    codes = {code for one in places for code in one.codes}
    return [one for one in bodies if one.region == NATIONAL or not codes or one.region in codes]


def _placed(
    places: Sequence[NamedPlace], time: NamedTime | None, bodies: Sequence[NamedBody]
) -> set[int]:
    placed = {at for one in places for at in range(one.first, one.last)}
    placed |= set(time.words if time else ())
    return placed | {at for one in bodies for at in one.words}


def _read(token: Token, known: Knowledge, reader: str) -> _Read:
    """What was meant by a word that is not known as it is."""
    country, word = known.country, token.word
    if token.number or any(
        one in where
        for one in (word, token.base)
        for where in (known.words, country.places.words, country.bodies.words)
    ):
        return _Read(word, frozenset((word, token.base)))
    near = known.spelling.near(word)
    for among, mistakes in (
        (known.spelled, _ANY),
        (ANY_NOUN, _ANY - {Mistake.OTHER}),
        (_MENDED, frozenset({Mistake.VOWELS, Mistake.SWAPPED})),
    ):
        found = [one for one, mistake in near.items() if one in among and mistake in mistakes]
        likely = [one for one in found if near[one] is not Mistake.OTHER] or found
        if likely:
            one = likely[0]
            doubtful = is_abbreviation(one) and near[one] in (Mistake.OTHER, Mistake.MISSING)
            return _Read(one if len(likely) == 1 else word, frozenset(likely), doubtful)
    read = country.places.mended(word, reader) or word
    return _Read(read, frozenset((read,)))


def _rest(words: Sequence[str], placed: Set[int]) -> Iterator[str]:
    for at, word in enumerate(words):
        if at not in placed and word not in NEUTRAL and word not in OFFICES:
            yield word


def _mended(reading: Reading, tokens: Sequence[Token], words: Sequence[str]) -> list[Mended]:
    found = []
    for token, word in zip(tokens, words, strict=True):
        if word != token.word:
            start, end = reading.folded.span(token.start, token.end)
            typed = reading.text[token.start : token.end]
            found.append(Mended(start, end, typed, word))
    return found
