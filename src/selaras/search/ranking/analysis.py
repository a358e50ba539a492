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
    """`values` are by field of the schema; the profile is kept to compare closely, and how many
    letters of it are the title's."""

    values: dict[str, Value]
    profile: str
    title_letters: int


def analyse(title: str, text: str, *, head: bool = True) -> Analysed:
    """`text` is everything but the title; `head`: no near-duplicate has a better source. Linear in
    the letters."""
    heads, words = words_of(title), words_of(text)
    head_stems, stems = _stems(heads), _stems(words)
    pairs = [*_pairs(heads, head_stems), *_pairs(words, stems)]
    vocabulary = {
        word.folded
        for word in (*heads, *words)
        if len(word.folded) >= _SHORTEST and word.folded.isalpha()
    }
    said = schema.Stems(" ".join(head_stems), " ".join(stems), " ".join(pairs))
    title_profile = profile_of(title, heads, head_stems)
    return Analysed(
        values={
            schema.TITLE: " ".join(word.folded for word in heads),
            schema.WORDS: sorted(vocabulary),
            **dict(zip(schema.ALL, said, strict=True)),
            **dict(zip(schema.HEADS, said if head else map(_left_out, said), strict=True)),
        },
        profile=title_profile + profile_of(text, words, stems),
        title_letters=len(title_profile),
    )


def _left_out(said: str) -> str:
    """A copy counts for how long texts are, and has no word that anybody asks for."""
    return " ".join("_" for _ in said.split())


def _stems(words: Sequence[Word]) -> list[str]:
    return [stem(word.folded) for word in words]


def _pairs(words: Sequence[Word], stems: Sequence[str]) -> list[str]:
    telling = [one for one, word in zip(stems, words, strict=True) if word.folded not in STOP_WORDS]
    return [f"{left}_{right}" for left, right in pairwise(telling)]
