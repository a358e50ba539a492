"""How closely a text fits a question: numbers between 0 and about 1, each with a plain meaning."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from selaras.language.searching.questions import Wanted

_NUMBER = re.compile(r" \d[^ ]*")
_NAME = re.compile(r" [^ ^.]{2,}(?=\^)")
_ENDS = " ^~"  # what may stand behind a stem
_DATE = re.compile(
    r" (?:\d{1,4}|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november"
    r"|desember|senin|selasa|rabu|kamis|jumat|sabtu|minggu)(?=[ ^])"
)
_ANSWERS = {
    Wanted.NUMBER: _NUMBER,
    Wanted.DATE: _DATE,
    Wanted.PERSON: _NAME,
    Wanted.PLACE: _NAME,
    Wanted.THING: _NAME,
}
_REACH = 90.0  # letters of stems, about fifteen words
_BESIDE = 15.0
_MOST_ANSWERS = 24


class Part(NamedTuple):
    """One word of a question: how rare it is (IDF), the stems any of which says it, and how it is
    written."""

    rarity: float
    stems: tuple[str, ...]
    written: str


@dataclass(frozen=True, slots=True)
class Sought:
    """A question as texts are compared with it, and what kind of answer it wants; `unsaid` are its
    words that no text has."""

    parts: Sequence[Part]
    wanted: Wanted
    whole: float  # the rarities together, more than nothing
    stems: frozenset[str]  # of all parts
    unsaid: Sequence[str] = ()

    @classmethod
    def of(cls, parts: Sequence[Part], wanted: Wanted, unsaid: Sequence[str] = ()) -> "Sought":
        stems = frozenset(stem for part in parts for stem in part.stems)
        return cls(parts, wanted, sum(part.rarity for part in parts) or 1.0, stems, unsaid)


class Features(NamedTuple):
    """`coverage`: the share of the question, by rarity, that the text has; `exact`: as it is
    written; `answer`: how near something of the wanted kind stands to it, `has_answer` whether
    there is a date where one is wanted: other kinds of answers are everywhere; `early`: how far
    in front the first word stands."""

    coverage: float
    exact: float
    title: float
    answer: float
    has_answer: float
    early: float


def features_of(profile: str, title: str, sought: Sought) -> Features:
    """`profile` and `title` are of `profile.profile_of`."""
    whole = sought.whole
    places: list[tuple[float, list[int]]] = []
    in_title = exact = 0.0
    for rarity, stems, written in sought.parts:
        found: list[int] = []
        for stem in stems:
            found += _places(profile, stem)
        if found:
            places.append((rarity, found))
            if _has(profile, written, stems[0]):
                exact += rarity
        if title and _says_any(title, stems):
            in_title += rarity
    near, has = _answer(profile, places, sought)
    first = min([min(found) for _, found in places], default=len(profile))
    return Features(
        coverage=sum([rarity for rarity, _ in places]) / whole,
        exact=exact / whole,
        title=in_title / whole,
        answer=near,
        has_answer=has,
        early=1.0 - first / max(1, len(profile)),
    )


def _places(profile: str, stem: str) -> list[int]:
    found: list[int] = []
    sought = " " + stem
    at = profile.find(sought)
    while at >= 0:
        end = at + len(sought)
        if profile[end] in _ENDS:
            found.append(at)
        at = profile.find(sought, end)
    return found


def _says_any(title: str, stems: Sequence[str]) -> bool:
    """Hardly any title does, which is told without looking at where."""
    return any(f" {stem}" in title and _places(title, stem) for stem in stems)


def _has(profile: str, written: str, stem: str) -> bool:
    """Whether the word stands in the text just so."""
    sought = f" {written}" if written == stem else f"~{written}"
    return f"{sought} " in profile or f"{sought}^" in profile


def _answer(
    profile: str, places: list[tuple[float, list[int]]], sought: Sought
) -> tuple[float, float]:
    """What answers does not stand in the question itself."""
    pattern = _ANSWERS.get(sought.wanted)
    if pattern is None:
        return 0.0, 0.0
    best, seen = 0.0, 0
    most = sum([rarity for rarity, _ in places])
    for match in pattern.finditer(profile):
        if match[0][1:].partition("~")[0] in sought.stems:
            continue
        seen += 1
        best = max(best, _nearness(match.start(), places))
        if best >= most or seen >= _MOST_ANSWERS:
            break
    return best / sought.whole, 1.0 if seen and sought.wanted is Wanted.DATE else 0.0


def _nearness(at: int, places: list[tuple[float, list[int]]]) -> float:
    """The rarities of what stands near, less what lies between."""
    total = 0.0
    for rarity, found in places:
        distance = min([abs(one - at) for one in found])
        if distance <= _BESIDE:
            total += rarity
        elif distance < _REACH:
            total += rarity * (1.0 - (distance - _BESIDE) / _REACH)
    return total
