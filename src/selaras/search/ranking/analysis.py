"""A text as the index holds it: its words, their stems, what stands together, its vocabulary."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from selaras.language.searching.stems import stem
from selaras.language.searching.stop_words import STOP_WORDS
from selaras.language.searching.words import Word, words_of
from selaras.search import schema
from selaras.search.ranking.profile import profile_of
from selaras.textindex.schema import Value

_SHORTEST = 3  # letters of a word that spelling is mended to


@dataclass(frozen=True, slots=True)
class Analysed:
    """`values` are by field of the schema; the profiles are kept to compare closely."""

    values: dict[str, Value]
    profile: str
    title_profile: str


def analyse(title: str, text: str) -> Analysed:
    """`text` is everything but the title. Linear in the letters."""
    heads, words = words_of(title), words_of(text)
    head_stems, stems = _stems(heads), _stems(words)
    pairs = [*_pairs(heads, head_stems), *_pairs(words, stems)]
    vocabulary = {
        word.folded
        for word in (*heads, *words)
        if len(word.folded) >= _SHORTEST and word.folded.isalpha()
    }
    return Analysed(
        values={
            schema.TITLE: " ".join(word.folded for word in heads),
            schema.TITLE_STEMS: " ".join(head_stems),
            schema.BODY_STEMS: " ".join(stems),
            schema.PAIRS: " ".join(pairs),
            schema.WORDS: sorted(vocabulary),
        },
        profile=profile_of(title, heads, head_stems) + profile_of(text, words, stems),
        title_profile=profile_of(title, heads, head_stems) if heads else "",
    )


def _stems(words: Sequence[Word]) -> list[str]:
    return [stem(word.folded) for word in words]


def _pairs(words: Sequence[Word], stems: Sequence[str]) -> list[str]:
    telling = [one for one, word in zip(stems, words, strict=True) if word.folded not in STOP_WORDS]
    return [f"{left}_{right}" for left, right in pairwise(telling)]
