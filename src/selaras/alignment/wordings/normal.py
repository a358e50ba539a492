"""The form in which words of people are compared: "Anak2  LEVEL" is "anak-anak level"."""

from collections.abc import Iterable

from selaras.alignment.engine.patterns import PatternError, parse_pattern
from selaras.language.reading.words import Reading

_MARKS = ("(", "[", "{", "|", "…", "...")


def normal(words: str) -> str:
    """Small letters, one blank, usual spelling; empty where there is no word and no number."""
    return " ".join(token.word for token in Reading(words).tokens)


def spellings(words: str) -> frozenset[str]:
    """Everything that stands for the words: "dosis (satu|dua)" is "dosis 1" and "dosis 2".

    What the engine does not tell apart is the same here. Without marks a single one.
    """
    plain = words if any(mark in words for mark in _MARKS) else normal(words)
    try:
        sequences = parse_pattern(plain).sequences
    except PatternError:
        return frozenset({normal(words)})
    return frozenset(
        " ".join(min(one, key=lambda word: (len(word), word)) for one in sequence)
        for sequence in sequences
    )


def tidied(lines: Iterable[str]) -> tuple[str, ...]:
    """Each with single blanks, without empty ones, and without those that say the same again."""
    kept: dict[str, str] = {}
    for line in lines:
        words = " ".join(line.split())
        if words:
            marked = any(mark in words for mark in _MARKS)
            kept.setdefault(words if marked else normal(words) or words, words)
    return tuple(kept.values())
