"""The small language in which wordings are written: always linear, never a regular expression.

    level {nilai}            a word, then the value
    (vaksin|vaksinasi) dosis (1|satu|pertama)    one of several words
    upah minimum [provinsi]  a word that may be missing
    iuran ... kelas 3        up to three words between

A pattern becomes a few flat sequences of words, so a text costs what its words cost.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from selaras.language.reading.words import Reading, Token

MOST_WORDS = 10
MOST_SEQUENCES = 96
LONGEST_GAP = 3
LONGEST = 200
VALUE = frozenset({"{nilai}"})
GAP = frozenset({"..."})

_PART = re.compile(
    r"\s*(?:(\{nilai\})|(\.\.\.|…)|\(([^()\[\]{}]*)\)|\[([^()\[\]{}]*)\]|([^\s()\[\]{}|]+))"
)
_EXPRESSION = re.compile(r"\\[a-zA-Z]|\.[*+]|[*+?^$]|\)\{")
_SAME_NUMBER = [
    frozenset(words.split())
    for words in (
        "1 satu pertama i kesatu", "2 dua kedua ii", "3 tiga ketiga iii", "4 empat keempat iv",
    )
]  # fmt: skip
_VARIED_FROM = 6
_STOPS = (", ", "; ", ": ", ". ", "? ", "! ", "\n")


class PatternError(ValueError):
    """A pattern that cannot be read; both sentences are meant for its writer."""

    def __init__(self, text: str, problem: str, remedy: str) -> None:
        super().__init__(f"{problem} {remedy}")
        self.text = text
        self.problem = problem
        self.remedy = remedy


Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """All flat sequences of a pattern; each element is the set of words that fit."""

    text: str
    sequences: tuple[tuple[Words, ...], ...]

    @property
    def has_value(self) -> bool:
        return all(VALUE in sequence for sequence in self.sequences)


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `[first, last)`; `value` is the token at which the value begins, or None."""

    first: int
    last: int
    value: int | None


def parse_pattern(text: str) -> Pattern:
    """Raises PatternError for anything that is not in the language above."""
    tidy = " ".join(text.split())
    _require_plain(tidy)
    parts: list[tuple[tuple[Words, ...], ...]] = []
    position = 0
    while position < len(tidy):
        match = _PART.match(tidy, position)
        if not match:
            raise PatternError(
                text, f'"{tidy}" tidak dapat dibaca sebagai bentuk kalimat.',
                'Pakai kata biasa, {nilai}, (a|b), [boleh ada], dan "..." saja.',
            )  # fmt: skip
        parts.append(_choices(match, text))
        position = match.end()
    if not parts or len(parts) > MOST_WORDS:
        raise PatternError(
            text, f"Bentuk kalimat memuat {len(parts)} kata.",
            f"Tulis 1 sampai {MOST_WORDS} kata.",
        )  # fmt: skip
    return Pattern(tidy, _flattened(parts, text))


def _require_plain(text: str) -> None:
    if len(text) > LONGEST:
        raise PatternError(
            text, "Bentuk kalimat terlalu panjang.", f"Paling banyak {LONGEST} huruf."
        )
    bare = text.replace("...", " ")
    if found := _EXPRESSION.search(bare):
        raise PatternError(
            text, f'"{found[0]}" adalah tanda ekspresi reguler, yang tidak dipakai di sini.',
            'Tulis kata biasa, misalnya "level {nilai}" atau "(zona|status) {nilai}".',
        )  # fmt: skip


def _choices(match: re.Match[str], text: str) -> tuple[tuple[Words, ...], ...]:
    """The alternatives of one part, each a sequence of words."""
    value, gap, either, optional, word = match.groups()
    if value:
        return ((VALUE,),)
    if gap:
        return ((GAP,),)
    inside = either if either is not None else optional if optional is not None else word
    found = tuple(tuple(_words(one)) for one in inside.split("|"))
    if not all(found):
        raise PatternError(
            text, f'"{match[0].strip()}" memuat pilihan kosong.', "Isi setiap pilihan dengan kata."
        )
    return (*found, ()) if optional is not None else found


def _words(text: str) -> Iterator[Words]:
    for token in Reading(text).tokens:
        # "PKL" is a street vendor, though messages write "pkl" for "pukul".
        written = text[token.start : token.end]
        acronym = len(written) > 1 and written.isupper()
        yield _fitting(written.lower() if acronym else token.word)


def _fitting(word: str) -> Words:
    for same in _SAME_NUMBER:
        if word in same:
            return same
    if len(word) < _VARIED_FROM or not word.isalpha():
        return frozenset({word})
    return frozenset({word, f"di{word}", f"di{word}kan", f"ber{word}", f"{word}kan", f"ke{word}an"})


def _flattened(
    parts: Sequence[tuple[tuple[Words, ...], ...]], text: str
) -> tuple[tuple[Words, ...], ...]:
    count = 1
    for part in parts:
        count *= len(part)
    if count > MOST_SEQUENCES:
        raise PatternError(
            text, "Bentuk kalimat memuat terlalu banyak gabungan pilihan.",
            "Bagi menjadi beberapa baris.",
        )  # fmt: skip
    found = []
    for chosen in product(*parts):
        sequence = tuple(word for part in chosen for word in part)
        doubled = any(one is GAP and other is GAP for one, other in pairwise(sequence))
        if not sequence or doubled or sequence[0] is GAP or sequence[-1] is GAP:
            raise PatternError(
                text, "Bentuk kalimat kosong, atau tanda ... tidak diapit dua kata.",
                "Mulai dan akhiri dengan kata atau {nilai}; tulis ... sekali saja.",
            )  # fmt: skip
        found.append(sequence)
    return tuple(sorted(set(found), key=lambda one: -len(one)))


def fits(
    sequence: Sequence[Words], tokens: Sequence[Token], text: str, at: int, end: int
) -> Match | None:
    """Whether the sequence stands at token `at`, before token `end`, with no stop within."""
    position, value = at, None
    index = 0
    while index < len(sequence):
        wanted = sequence[index]
        if wanted is GAP:
            found = _after_gap(sequence[index + 1], tokens, position, end)
            if found is None:
                return None
            position = found
        elif position >= end:
            return None
        elif wanted is VALUE:
            value = position
            position += 1
        elif tokens[position].base in wanted or tokens[position].word in wanted:
            position += 1
        else:
            return None
        index += 1
    whole = text[tokens[at].start : tokens[position - 1].start]
    return None if any(stop in whole for stop in _STOPS) else Match(at, position, value)


def _after_gap(wanted: Words, tokens: Sequence[Token], start: int, end: int) -> int | None:
    for position in range(start, min(start + LONGEST_GAP + 1, end)):
        if wanted is VALUE or tokens[position].base in wanted or tokens[position].word in wanted:
            return position
    return None
