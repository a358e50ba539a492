"""How closely a text fits a question: numbers between 0 and about 1, each with a plain meaning."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from selaras.language.searching.questions import Wanted

_ENDS = " ^~"  # what may stand behind a stem
_WHOLE = " ^"  # and behind a word
_NUMBER = re.compile(r" \d[^ ]*")
_DATE = re.compile(
    r" (?:\d{1,4}|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november"
    r"|desember|senin|selasa|rabu|kamis|jumat|sabtu|minggu)(?=[ ^])"
)
_SHORTEST_NAME = 2
_REACH = 90.0  # letters of stems, about fifteen words
_BESIDE = 15.0
_MOST_ANSWERS = 24

_Places = list[tuple[float, list[int]]]  # of each word that is found: its rarity, and where


class Part(NamedTuple):
    """One word of a question: how rare it is (IDF), the stems any of which says it, and how it is
    written."""

    rarity: float
    stems: tuple[str, ...]
    written: str


class _Needle(NamedTuple):
    """A part as it stands in a profile: `forms` behind a blank, the first of them followed by
    `rest` where it is written as in the question."""

    rarity: float
    forms: tuple[str, ...]
    rest: str

    @classmethod
    def of(cls, part: Part) -> "_Needle":
        rest = "" if part.written == part.stems[0] else f"~{part.written}"
        return cls(part.rarity, tuple(f" {stem}" for stem in part.stems), rest)


@dataclass(frozen=True, slots=True)
class Sought:
    """A question as texts are compared with it, and what kind of answer it wants; `unsaid` are its
    words that no text has."""

    parts: Sequence[Part]
    needles: Sequence[_Needle]
    wanted: Wanted
    whole: float  # the rarities together, more than nothing
    stems: frozenset[str]  # of all parts
    unsaid: Sequence[str] = ()

    @classmethod
    def of(cls, parts: Sequence[Part], wanted: Wanted, unsaid: Sequence[str] = ()) -> "Sought":
        stems = frozenset(stem for part in parts for stem in part.stems)
        needles = [_Needle.of(part) for part in parts]
        whole = sum(part.rarity for part in parts) or 1.0
        return cls(parts, needles, wanted, whole, stems, unsaid)


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


def features_of(profile: str, title_letters: int, sought: Sought) -> Features:
    """`profile` is of `analysis.analyse`: the title's in front, with so many letters."""
    whole = sought.whole
    places: _Places = []
    in_title = exact = covered = 0.0
    first = len(profile)
    for needle in sought.needles:
        found, as_written = _places(profile, needle)
        if not found:
            continue
        rarity = needle.rarity
        places.append((rarity, found))
        covered += rarity
        if as_written:
            exact += rarity
        foremost = min(found)
        if foremost < title_letters:
            in_title += rarity
        first = min(first, foremost)
    near, has = _answer(profile, places, sought)
    return Features(
        coverage=covered / whole,
        exact=exact / whole,
        title=in_title / whole,
        answer=near,
        has_answer=has,
        early=1.0 - first / max(1, len(profile)),
    )


def _places(profile: str, needle: _Needle) -> tuple[list[int], bool]:
    """Where any of its forms stands, and whether it is written so anywhere."""
    found: list[int] = []
    forms, rest = needle.forms, needle.rest
    as_written = False
    for form in forms:
        at = profile.find(form)
        while at >= 0:
            end = at + len(form)
            if profile[end] in _ENDS:
                found.append(at)
                if form is forms[0] and not as_written and profile.startswith(rest, end):
                    as_written = profile[end + len(rest)] in _WHOLE
            at = profile.find(form, end)
    return found, as_written


def _answer(profile: str, places: _Places, sought: Sought) -> tuple[float, float]:
    """What answers does not stand in the question itself."""
    spots = _SPOTS.get(sought.wanted)
    if spots is None:
        return 0.0, 0.0
    best, seen = 0.0, 0
    most = sum([rarity for rarity, _ in places])
    for at, said in spots(profile):
        if said.partition("~")[0] in sought.stems:
            continue
        seen += 1
        best = max(best, _nearness(at, places))
        if best >= most or seen >= _MOST_ANSWERS:
            break
    return best / sought.whole, 1.0 if seen and sought.wanted is Wanted.DATE else 0.0


def _numbers(profile: str) -> Iterator[tuple[int, str]]:
    return ((match.start(), match[0][1:]) for match in _NUMBER.finditer(profile))


def _dates(profile: str) -> Iterator[tuple[int, str]]:
    return ((match.start(), match[0][1:]) for match in _DATE.finditer(profile))


def _names(profile: str) -> Iterator[tuple[int, str]]:
    end = profile.find("^")
    while end >= 0:
        start = profile.rfind(" ", 0, end)
        if end - start > _SHORTEST_NAME:
            yield start, profile[start + 1 : end]
        end = profile.find("^", end + 1)


_SPOTS: Mapping[Wanted, Callable[[str], Iterator[tuple[int, str]]]] = {
    Wanted.NUMBER: _numbers,
    Wanted.DATE: _dates,
    Wanted.PERSON: _names,
    Wanted.PLACE: _names,
    Wanted.THING: _names,
}


def _nearness(at: int, places: _Places) -> float:
    """The rarities of what stands near, less what lies between."""
    total = 0.0
    for rarity, found in places:
        distance = min([abs(one - at) for one in found]) if len(found) > 1 else abs(found[0] - at)
        if distance <= _BESIDE:
            total += rarity
        elif distance < _REACH:
            total += rarity * (1.0 - (distance - _BESIDE) / _REACH)
    return total
