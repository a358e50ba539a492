"""The part of a long text that shows best why it was found."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

# What a word that is there already adds when it is there once more.
_AGAIN = 0.1
_BEGINNING = re.compile(r"(?<=[.!?])\s+|\n+")


class Mark(NamedTuple):
    """A matched word, as a slice of the text. Marks with one `term` are matches of the same, by
    default of the same letters; a term weighs what its heaviest mark does."""

    start: int
    end: int
    weight: float = 1.0
    term: str = ""


def excerpt(
    text: str, marks: Iterable[tuple[int, int] | Mark], *, letters: int = 220
) -> tuple[str, list[tuple[int, int]]]:
    """At most `letters` of the text, where the most different words are marked by weight, and the
    marks that are in it, in order, as slices of what is returned.

    It begins with a sentence where one begins shortly before, else with a word; "… " and " …" say
    where something is left out. Without marks it is the beginning. The time is linear.
    """
    kept = _in_order(text, marks)
    begin, end = _around(text, *_richest(kept, letters), letters)
    head, tail = "… " if begin else "", " …" if end < len(text) else ""
    shift = len(head) - begin
    inside = [
        (max(mark.start, begin) + shift, min(mark.end, end) + shift)
        for mark in kept
        if mark.start < end and mark.end > begin
    ]
    return f"{head}{text[begin:end]}{tail}", inside


def _in_order(text: str, marks: Iterable[tuple[int, int] | Mark]) -> list[Mark]:
    """Without those that are empty, outside, or overlap one before."""
    kept: list[Mark] = []
    for mark in sorted(Mark(*one) for one in marks):
        start, end = max(mark.start, 0), min(mark.end, len(text))
        if start < end and (not kept or start >= kept[-1].end):
            term = mark.term or text[start:end].casefold()
            kept.append(Mark(start, end, mark.weight, term))
    return kept


def _richest(marks: Sequence[Mark], letters: int) -> tuple[int, int]:
    """From the first to the last mark that are worth the most together; the first such place."""
    weights: dict[str, float] = {}
    for mark in marks:
        weights[mark.term] = max(mark.weight, weights.get(mark.term, 0.0))
    inside: Counter[str] = Counter()
    worth, most, best, last = 0.0, 0.0, (0, 0), 0
    for first, mark in enumerate(marks):
        while last < len(marks) and (last == first or marks[last].end - mark.start <= letters):
            worth += _added(marks[last].term, inside, weights)
            inside[marks[last].term] += 1
            last += 1
        if worth > most + 1e-9:  # not for what additions and subtractions leave behind
            most, best = worth, (mark.start, marks[last - 1].end)
        inside[mark.term] -= 1
        worth -= _added(mark.term, inside, weights)
    return best


def _added(term: str, inside: Counter[str], weights: dict[str, float]) -> float:
    return weights[term] * (_AGAIN if inside[term] else 1.0)


def _around(text: str, first: int, last: int, letters: int) -> tuple[int, int]:
    """The slice with what stands around these marks, cut between words."""
    if len(text) <= letters:
        return 0, len(text)
    last = min(last, first + letters)
    spare = letters - (last - first)
    begin = _beginning(text, first, spare)
    end = min(begin + letters, len(text))
    if end == len(text):
        begin = _word_from(text, min(begin, max(0, end - letters)), first)
    return begin, _word_until(text, end, last)


def _beginning(text: str, first: int, spare: int) -> int:
    """Where a sentence begins shortly before the first mark, else a word, in half of the room."""
    if first <= spare // 2:
        return 0
    earliest = first - spare // 2
    sentences = [found.end() for found in _BEGINNING.finditer(text, earliest, first)]
    return sentences[-1] if sentences else _word_from(text, earliest, first)


def _word_from(text: str, begin: int, first: int) -> int:
    """The first word that begins at or after `begin`, at the latest at `first`."""
    if begin == 0:
        return 0
    if not text[begin - 1].isspace():
        while begin < first and not text[begin].isspace():
            begin += 1
    while begin < first and text[begin].isspace():
        begin += 1
    return begin


def _word_until(text: str, end: int, last: int) -> int:
    """The end of the last word that ends at or before `end`, at the earliest at `last`."""
    if end < len(text) and not text[end].isspace():
        whole = end
        while whole > last and not text[whole - 1].isspace():
            whole -= 1
        end = whole or end  # a text without blanks is cut within its word
    while end > last and text[end - 1].isspace():
        end -= 1
    return end
