"""A thousand questions, the same each time, about the documents that they are put to.

Nine of twenty are two to four keywords, nine are sentences of six to ten words with the words that
people ask with, and two have a typing mistake in one word of either.
"""

import random
from collections.abc import Iterable, Sequence

from benchmarks.search.texts import entries
from selaras.language.searching.stop_words import STOP_WORDS
from selaras.language.searching.words import words_of

QUESTIONS = 1_000
AMONG = 50_000  # documents that are asked about: the first of them
_BEGIN = (
    "apa itu", "di mana", "kapan jadwal", "bagaimana cara mengurus", "berapa jumlah", "siapa yang",
    "apakah ada", "di mana tempat", "apa saja syarat untuk",
)  # fmt: skip
_BETWEEN = ("di", "dan", "untuk", "yang", "dari", "dengan", "pada")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def questions(number: int = QUESTIONS) -> list[str]:
    step = AMONG // number
    every = (entry for at, entry in enumerate(entries(number * step)) if at % step == 0)
    return asked_of(f"{one.title}. {one.body}" for one in every)


def asked_of(texts: Iterable[str]) -> list[str]:
    """One question about each text."""
    chance = random.Random(88)  # noqa: S311 the same each time
    return [_question(number, _telling(text), chance) for number, text in enumerate(texts)]


def _question(number: int, words: Sequence[str], chance: random.Random) -> str:
    kind = number % 20
    if kind < 9 or kind == 18:
        asked = chance.sample(words, chance.randint(2, 4))
    else:
        asked = _sentence(words, chance)
    return " ".join(_mistyped(asked, chance) if kind >= 18 else asked)


def _sentence(words: Sequence[str], chance: random.Random) -> list[str]:
    length = chance.randint(6, 10)
    said = chance.choice(_BEGIN).split()
    # Words that stand together in a text are asked for together.
    begin = chance.randrange(max(1, len(words) - length))
    for word in words[begin:]:
        if len(said) >= length:
            break
        said.append(word)
        if len(said) < length - 1 and chance.random() < 0.4:
            said.append(chance.choice(_BETWEEN))
    return said


def _mistyped(words: Sequence[str], chance: random.Random) -> list[str]:
    """A letter too many, too few, another, or two in the wrong order, in the longest word."""
    at = max(range(len(words)), key=lambda one: len(words[one]))
    word = words[at]
    place = chance.randrange(1, max(2, len(word) - 1))
    head, tail = word[:place], word[place:]
    letter = chance.choice(_LETTERS)
    wrong = chance.choice((
        head + letter + tail, head + tail[1:], head + letter + tail[1:],
        head + tail[1:2] + tail[:1] + tail[2:],
    ))  # fmt: skip
    return [*words[:at], wrong, *words[at + 1 :]]


def _telling(text: str) -> list[str]:
    found = dict.fromkeys(word.folded for word in words_of(text))
    return [word for word in found if word not in STOP_WORDS and len(word) > 2]
