"""The words of a folded text, in the form in which they can be looked up.

Informal spellings, lengthened letters ("bangeeet") and the reduplication "2" ("anak2") become the
usual word; a word also has its base without the particles -nya, -lah, -kah, -pun. What is written
stays where it is: a token only adds what it means.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from selaras.language.reading.folding import Folded, fold
from selaras.language.reading.informal import INFORMAL


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written with blanks between them."""
    return frozenset(words.split())


_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_LENGTHENED = re.compile(r"([^\W\d_])\1{2,}")
_LEAST_PART = 3
# "level2" is the second, not more than one.
_NUMBERED = word_set("level lvl kelas dosis tahap zona vaksin fase gelombang tingkat paslon")
_ROMAN = re.compile(r"[ivxlc]+(?:-[a-z])?")
_PARTICLE = re.compile(r"(?<=...)(?:-?nya(?:lah|kah|pun)?|-?(?:lah|kah)|-(?:an|ku|mu|pun))$")
# Words that only look as if they ended with a particle.
_WHOLE = frozenset({
    "adalah", "ialah", "masalah", "jumlah", "sekolah", "setelah", "telah", "sebelah", "olah",
    "langkah", "apakah", "bolehkah", "tanya", "hanya", "punya", "bertanya", "biasanya", "karunia",
    "naskah", "sedekah", "nikah", "pernikahan", "berkah", "mekah", "surabaya", "misalah", "salah",
    "kuliah", "istilah", "wilayah", "makalah", "sejumlah", "belah", "pecah", "lelah", "kalah",
})  # fmt: skip
_REDUPLICATED = re.compile(r"(?<=[^\W\d_]{3})2(?:nya)?(?=$|[^\w.,]|[.,](?!\d))")


class Token(NamedTuple):
    """A word or a number: where it stands in the folded text, and what can be looked up.

    `word` is lower case and spelled as usual; `base` is `word` without its particle, and of a
    hyphenated word the first part. A number
    has its characters as `word` and `base`.
    """

    start: int
    end: int
    word: str
    base: str
    number: bool


class Reading:
    """A text made ready to be read: folded once, cut into tokens once."""

    def __init__(self, text: str) -> None:
        self.folded: Folded = fold(text)

    @property
    def text(self) -> str:
        return self.folded.text

    @property
    def lower(self) -> str:
        return self.folded.lower

    @cached_property
    def tokens(self) -> Sequence[Token]:
        return tuple(_tokens(self.folded.lower))

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each token starts, for bisection."""
        return tuple(token.start for token in self.tokens)


def _tokens(lower: str) -> Iterator[Token]:
    passed = 0
    for match in _TOKEN.finditer(lower):
        start, end = match.span()
        if start < passed:
            continue
        written = match[0]
        if written[0].isdigit():
            yield Token(start, end, written, written, True)
            continue
        twice = lower[end : end + 1] == "2" and written not in _NUMBERED
        if twice and (doubled := _REDUPLICATED.match(lower, end)):
            written = f"{written}-{written}"
            end = passed = doubled.end()
        word, base = _forms(written)
        yield Token(start, end, word, base, False)


def usual(word: str) -> str:
    """The usual spelling of one lower-case word: "bgt" is "banget", "masiiih" is "masih"."""
    return _forms(word)[0]


@lru_cache(maxsize=65_536)
def _forms(written: str) -> tuple[str, str]:
    word = INFORMAL.get(written)
    if word is None:
        word = written if _ROMAN.fullmatch(written) else _LENGTHENED.sub(r"\1", written)
        word = INFORMAL.get(word, word)
    if word in _WHOLE:
        return word, word
    base = _PARTICLE.sub("", word)
    first = base.partition("-")[0]
    if len(first) >= _LEAST_PART:
        base = first
    return word, INFORMAL.get(base, base)
