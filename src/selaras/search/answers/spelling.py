"""Words that differ from a known one by one mistake, or by vowels that were left out."""

from collections import defaultdict
from collections.abc import Iterable
from enum import Enum

FEWEST_LETTERS = 4
FEWEST_CONSONANTS = 3
_FEWEST_OTHER = 5  # "wali" is not "bali"; an abbreviation has no vowels
_LONGEST = 30
_VOWELS = str.maketrans("", "", "aeiou")


class Mistake(Enum):
    """What happened to the word on its way to the keyboard."""

    VOWELS = "vowels"  # some or all were left out
    MISSING = "missing"  # another letter was left out
    EXTRA = "extra"
    SWAPPED = "swapped"
    OTHER = "other"  # a letter stands for another


class Spelling:
    """Known words, found by what is typed instead; made once, used for many questions."""

    def __init__(self, words: Iterable[str]) -> None:
        """Words with other characters than letters are never mistyped."""
        self._shortened: defaultdict[str, set[str]] = defaultdict(set)
        self._consonants: defaultdict[str, set[str]] = defaultdict(set)
        for word in words:
            if not FEWEST_LETTERS <= len(word) <= _LONGEST or not word.isalpha():
                continue
            for short in _shortened(word):
                self._shortened[short].add(word)
            if len(consonants := word.translate(_VOWELS)) >= FEWEST_CONSONANTS:
                self._consonants[consonants].add(word)

    def abbreviated(self, typed: str) -> set[str]:
        """What consonants may stand for, beginning and ending alike: "bndg"."""
        if len(typed) < FEWEST_LETTERS or not is_abbreviation(typed):
            return set()
        return {
            word
            for consonants, words in self._consonants.items()
            if consonants[0] == typed[0]
            and consonants[-1] == typed[-1]
            and within(typed, consonants)
            for word in words
            if word[0] == typed[0]
        }

    def near(self, typed: str) -> dict[str, Mistake]:
        """What it may be instead; its cost is that of its own letters."""
        if not FEWEST_CONSONANTS <= len(typed) <= _LONGEST or not typed.isalpha():
            return {}
        found = {
            word: Mistake.VOWELS
            for word in self._consonants.get(typed.translate(_VOWELS), ())
            if word != typed and within(typed, word)
        }
        if len(typed) < FEWEST_LETTERS and not is_abbreviation(typed):
            return found
        for short in _shortened(typed):
            for word in self._shortened.get(short, ()):
                mistake = mistake_in(typed, word)
                if mistake and word not in found and _is_likely(word, mistake):
                    found[word] = mistake
        found.pop(typed, None)
        return found


def is_abbreviation(word: str) -> bool:
    """Whether it has no vowels."""
    return word == word.translate(_VOWELS)


def within(typed: str, word: str) -> bool:
    """Whether the letters of one stand in the other, in their order."""
    letters = iter(word)
    return all(letter in letters for letter in typed)


def _is_likely(word: str, mistake: Mistake) -> bool:
    return mistake is not Mistake.OTHER or len(word) >= _FEWEST_OTHER or is_abbreviation(word)


def mistake_in(typed: str, word: str) -> Mistake | None:
    """The one mistake between two different words; None where there are more."""
    if len(typed) < len(word):
        at = _left_out(typed, word)
        if at is None:
            return None
        return Mistake.VOWELS if at and word[at] in "aeiou" else Mistake.MISSING
    if len(typed) > len(word):
        return Mistake.EXTRA if _left_out(word, typed) is not None else None
    differing = [at for at, pair in enumerate(zip(typed, word, strict=True)) if pair[0] != pair[1]]
    if len(differing) == 1:
        return Mistake.OTHER
    if not differing or differing[1:] != [differing[0] + 1]:
        return None
    first, second = differing
    swapped = typed[first] == word[second] and typed[second] == word[first]
    return Mistake.SWAPPED if swapped else None


def _left_out(shorter: str, longer: str) -> int | None:
    """Where the longer one has the one letter that the shorter has not."""
    if len(longer) - len(shorter) != 1:
        return None
    for at, letter in enumerate(longer):
        if at == len(shorter) or shorter[at] != letter:
            return at if shorter[at:] == longer[at + 1 :] else None
    return None


def _shortened(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
