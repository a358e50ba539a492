"""Finding the one region that a code or a name means, or saying why there is none.

The regions come from the caller as `Place` values; this module holds no data of its own.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from selaras.language.names import RegionName, parse_name, whole_key

MAX_LENGTH = 100
MAX_SUGGESTIONS = 3

_DEPTH: Mapping[str, int] = {"national": 0, "province": 1, "regency": 2, "city": 2}
_CODE = re.compile(r"([0-9]{2})(?:\.?([0-9]{2}))?")
_LIKENESS_WORTH_SUGGESTING = 0.5
_BONUS_FOR_SAME_KIND = 0.1
_FAR_BEHIND_THE_BEST = 0.25


@dataclass(frozen=True, slots=True)
class Place:
    """A region: code "32.73", official name "Kota Bandung", its level and the code above it.

    `level` is national, province, regency or city. The topmost region has an empty `parent_code`.
    """

    code: str
    name: str
    level: str
    parent_code: str
    aliases: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name that tells it from its namesakes, with the code: "Provinsi Jambi (15)"."""
        kind = "Provinsi " if self.level == "province" else ""
        return f"{kind}{self.name} ({self.code})"


class PlaceError(ValueError):
    """A text that does not mean exactly one region; both sentences are meant for its writer."""

    def __init__(self, text: str, problem: str, remedy: str) -> None:
        super().__init__(f"{problem} {remedy}")
        self.text = text
        self.problem = problem
        self.remedy = remedy


class UnknownPlace(PlaceError):
    """No region has this code or name, or none below `within`; `suggestions` has the nearest."""

    def __init__(
        self, text: str, suggestions: Sequence[Place], *, within: Place | None = None
    ) -> None:
        self.suggestions = list(suggestions)
        remedy = "Periksa ejaannya atau tulis kode wilayahnya."
        if suggestions:
            remedy = f"Mungkin maksudnya {_listed(suggestions)}."
        super().__init__(text, self._problem(text, within), remedy)

    @staticmethod
    def _problem(text: str, within: Place | None) -> str:
        if len(text) > MAX_LENGTH:
            return f"Nama wilayah terlalu panjang: {len(text)} huruf, paling banyak {MAX_LENGTH}."
        if not text.strip():
            return "Nama wilayah belum diisi."
        if within:
            return f'Wilayah "{_quoted(text)}" tidak ada di {within.label}.'
        return f'Wilayah "{_quoted(text)}" tidak dikenal.'


class AmbiguousPlace(PlaceError):
    """Several regions have this name; `candidates` holds all of them, in order of code."""

    def __init__(self, text: str, candidates: Sequence[Place]) -> None:
        self.candidates = list(candidates)
        problem = f'Nama "{_quoted(text)}" tidak jelas: {_listed(candidates)}.'
        super().__init__(text, problem, "Tulis nama lengkap atau kodenya.")


class Gazetteer:
    """All regions, found by code or by any usual spelling of a name.

    An official name and an alias weigh the same. Two regions may share a name or an alias: said
    without its kind, or with a kind that both have, it is ambiguous and never guessed.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        """Raise ValueError if a code comes twice, or a level, a parent or a name makes no sense."""
        self._by_code: dict[str, Place] = {}
        self._by_key: defaultdict[str, list[Place]] = defaultdict(list)
        for place in sorted(places, key=lambda place: place.code):
            if place.code in self._by_code:
                raise ValueError(f"code {place.code} given twice")
            self._by_code[place.code] = place
            for key in _keys_of(place):
                self._by_key[key].append(place)
        for place in self._by_code.values():
            self._check_parent(place)
        self._pairs_by_key = {key: _pairs(key) for key in self._by_key}

    def resolve(self, text: str, *, within: str | None = None, suggest: bool = True) -> Place:
        """Return the one region that the text means, by code or by name.

        `within` is a code: only regions below it count, not that region itself. Raises
        UnknownPlace or AmbiguousPlace; an unknown `within` is an UnknownPlace too. Without
        `suggest` an unknown name comes back at once, and without similar ones.
        """
        if len(text) > MAX_LENGTH:
            raise UnknownPlace(text, [])
        area = None if within is None else self._coded(within)
        if within is not None and area is None:
            raise UnknownPlace(within, [])
        name = parse_name(text)
        found = [place for place in self._find(text, name) if self._lies_below(place, area)]
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousPlace(text, found)
        raise UnknownPlace(text, self._suggest(name, area) if suggest else [], within=area)

    def _coded(self, text: str) -> Place | None:
        return self._by_code.get(_as_code(text))

    def _find(self, text: str, name: RegionName) -> list[Place]:
        if coded := self._coded(text):
            return [coded]
        named = self._by_key.get(name.key, [])
        if name.kind:
            named = [place for place in named if place.level == name.kind]
        return named or self._by_key.get(whole_key(text), [])

    def _suggest(self, name: RegionName, area: Place | None) -> list[Place]:
        """The regions with the most similar names; one of the kind that was said comes first."""
        pairs = _pairs(name.key)
        scores: dict[Place, float] = {}
        for key, others in self._pairs_by_key.items():
            likeness = 2 * len(pairs & others) / (len(pairs) + len(others))
            if likeness < _LIKENESS_WORTH_SUGGESTING:
                continue
            for place in self._by_key[key]:
                if self._lies_below(place, area):
                    score = likeness + _BONUS_FOR_SAME_KIND * (place.level == name.kind)
                    scores[place] = max(score, scores.get(place, 0))
        worth = max(scores.values(), default=0) - _FAR_BEHIND_THE_BEST
        near = [place for place, score in scores.items() if score > worth]
        return sorted(near, key=lambda place: (-scores[place], place.code))[:MAX_SUGGESTIONS]

    def _lies_below(self, place: Place, area: Place | None) -> bool:
        above: Place | None = place
        while area and above and above.parent_code != area.code:
            above = self._by_code.get(above.parent_code)
        return above is not None

    def _check_parent(self, place: Place) -> None:
        """A parent that is listed must be of a higher level, so no chain of parents can close."""
        parent = self._by_code.get(place.parent_code)
        if parent and _DEPTH[parent.level] >= _DEPTH[place.level]:
            raise ValueError(f"{parent.label} cannot be above {place.label}")


def _as_code(text: str) -> str:
    """The text as a code, "3273" as "32.73"; empty if it is none."""
    match = _CODE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return ".".join(filter(None, match.groups())) if match else ""


def _keys_of(place: Place) -> set[str]:
    if place.level not in _DEPTH or not place.code or _as_code(place.code) != place.code:
        raise ValueError(f"{place.label} has no usable code or level: {place.level!r}")
    keys = set()
    for spelling in (place.name, *place.aliases):
        name = parse_name(spelling)
        keys.add(name.key if name.kind in (None, place.level) else whole_key(spelling))
    if "" in keys:
        raise ValueError(f"{place.label} has a name without letters")
    return keys


def _pairs(key: str) -> frozenset[str]:
    edged = f" {key} "
    return frozenset(edged[start : start + 2] for start in range(len(edged) - 1))


def _listed(places: Sequence[Place]) -> str:
    *rest, last = [place.label for place in places]
    comma = "," if len(rest) > 1 else ""
    return f"{', '.join(rest)}{comma} atau {last}" if rest else last


def _quoted(text: str) -> str:
    return " ".join(text.split())
