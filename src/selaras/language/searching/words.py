"""The words of a text as a search compares them: folded, one for one with where they stand."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from selaras.language.dates import MONTHS

_WORD = re.compile(r"[^\W_]+(?:['’`ʼ][^\W_]+)*")
_APOSTROPHES = str.maketrans("", "", "'’`ʼ")
# "anak2" is anak-anak; "covid19" is covid 19; "b737" and "g20" are names.
_REDUPLICATED = re.compile(r"([^\W\d_]{3,})2(?:nya)?")
_NUMBERED = re.compile(r"([^\W\d_]{3,})(\d+)")
# "Senin (15/8)" is the press's way to write 15 Agustus.
_DAY = re.compile(r"\((\d{1,2})/(\d{1,2})(?:/\d{2,4})?\)")
_MONTHS = tuple(name.lower() for name in MONTHS)
LONGEST = 60  # letters of a word; what is longer is no word


class Word(NamedTuple):
    """`folded` is lower case without accents; `[start, end)` are code points of the text.

    `capital`: it begins with a capital letter; `upper`: it has no small one, as "AS".
    """

    folded: str
    start: int
    end: int
    capital: bool
    upper: bool


def words_of(text: str) -> list[Word]:
    """The words in their order; what is joined by a hyphen is two."""
    return list(_words(text))


def _words(text: str) -> Iterator[Word]:
    months = _months(text)
    for match in _WORD.finditer(text):
        written = months.get(match.start()) or match[0]
        start, end = match.span()
        case = written[0].isupper(), len(written) > 1 and written.isupper()
        folded = fold(written)
        if not folded or len(folded) > LONGEST:
            continue
        if folded.isalpha() or folded.isdecimal():
            yield Word(folded, start, end, *case)
        elif twice := _REDUPLICATED.fullmatch(folded):
            yield Word(twice[1], start, end, *case)
        elif joined := _NUMBERED.fullmatch(folded):
            cut = start + len(joined[1]) if end - start == len(folded) else end
            yield Word(joined[1], start, cut, *case)
            yield Word(joined[2], cut if cut < end else start, end, False, False)
        else:
            yield Word(folded, start, end, *case)


def _months(text: str) -> dict[int, str]:
    """Where the number of a month stands, the month's name."""
    if "/" not in text:
        return {}
    return {
        match.start(2): _MONTHS[int(match[2]) - 1]
        for match in _DAY.finditer(text)
        if 1 <= int(match[2]) <= len(_MONTHS) and 1 <= int(match[1]) <= 31  # noqa: PLR2004
    }


@lru_cache(maxsize=100_000)
def fold(written: str) -> str:
    """Lower case, without accents, apostrophes and the like: "Qur’an" is "quran"."""
    lower = written.lower()
    if lower.isascii():
        return lower.translate(_APOSTROPHES)
    apart = unicodedata.normalize("NFKD", lower).translate(_APOSTROPHES)
    return "".join(one for one in apart if one.isalnum())  # one letter may be a whole phrase
