"""The region that a person meant, by code, by name, or by both at once."""

import re
from collections.abc import Mapping, Sequence

from selaras.announcements.grid.errors import Mistake
from selaras.institutions.models import Region
from selaras.language.gazetteer import AmbiguousPlace, Gazetteer, Place, PlaceError, UnknownPlace

MOST_SUGGESTIONS = 12  # names for which likely ones are looked for; it takes milliseconds each

_SAID_FIRST = re.compile(r"[\[(]?([0-9][0-9.,:]{0,7})[\])]?\s*[-–.:]?\s+(\D.*)")
_SAID_LAST = re.compile(r"(.*\D)\s*[\[(]([0-9][0-9.,:]{0,7})[\])]")
# Made of a code: 32,73 and 32.1 by one that took it for a number, 11:01:00 for a time of day.
_DAMAGED = re.compile(r"([0-9]{1,2})(?:[.,:]([0-9]{1,2}))?(?:[.:]00|[.,]0)?")
_WHOLE = re.compile(r"([0-9]{4})[.,]0")
_DATE = re.compile(r"[0-9]{1,4}[-/ ](?:[0-9]{1,2}|[A-Za-z]{3,9})(?:[-/ ][0-9]{1,4})?(?: 00[:.]00)?")


class PlaceMistake(Exception):
    def __init__(self, mistake: Mistake, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.mistake, self.problem, self.remedy = mistake, problem, remedy


class Places:
    """Finds regions; remembers what it found, for a table names each several times."""

    def __init__(self, regions: Mapping[str, Region], gazetteer: Gazetteer) -> None:
        self.regions, self.gazetteer = regions, gazetteer
        self._known: dict[str, Region | PlaceMistake] = {}
        self._looked = 0

    def find(self, text: str) -> Region:
        """Raise `PlaceMistake` for a text that does not mean exactly one region."""
        known = self._known.get(text)
        if known is None:
            try:
                known = self.regions[self._place(text).code]
            except PlaceMistake as mistake:
                known = mistake
            self._known[text] = known
        if isinstance(known, PlaceMistake):
            raise known
        return known

    def may_mean(self, text: str) -> bool:
        """Whether the text is a code or a name, be it of several regions."""
        code, name = _split(text)
        return bool(
            self._named(text) or (code and self._coded(code)) or (name and self._named(name))
        )

    def _place(self, text: str) -> Place:
        if not text:
            raise PlaceMistake(
                Mistake.UNKNOWN, "Wilayahnya kosong.", "Tulis kode atau nama wilayahnya."
            )
        whole = self._named(text)
        if len(whole) == 1:
            return whole[0]
        if whole:
            raise _as_mistake(AmbiguousPlace(text, whole))
        code, name = _split(text)
        if code and name:
            return self._agreed(code, name)
        if code:
            return self._only_coded(code)
        if _DATE.fullmatch(text):
            raise PlaceMistake(
                Mistake.UNKNOWN,
                f'"{text}" tampaknya kode wilayah yang diubah spreadsheet menjadi tanggal.',
                "Jadikan kolom kode bertipe teks, atau sertakan kolom nama.",
            )
        raise _as_mistake(self._unknown(text))

    def _agreed(self, code: str, name: str) -> Place:
        """Code and name must mean the same; each helps where the other alone is not enough."""
        coded, named = self._coded(code), self._named(name)
        both = [place for place in coded if place in named]
        if len(both) == 1:
            return both[0]
        if not named:
            return self._only_coded(code)
        told = _labels(named[:3])
        is_of = f"adalah {coded[0].label}" if coded else "tidak ada"
        raise PlaceMistake(
            Mistake.CONTRADICTION,
            f'Kode {code} {is_of}, tetapi namanya "{name[:60]}".',
            f"Nama itu milik {told}. Perbaiki salah satunya.",
        )

    def _only_coded(self, code: str) -> Place:
        coded = self._coded(code)
        if len(coded) == 1:
            return coded[0]
        if coded:
            told = _labels(coded)
            raise PlaceMistake(
                Mistake.AMBIGUOUS,
                f'Kode "{code}" terbaca sebagai angka; nolnya hilang: {told}.',
                "Jadikan kolom kode bertipe teks, atau sertakan kolom nama.",
            )
        raise PlaceMistake(
            Mistake.UNKNOWN,
            f'Tidak ada wilayah berkode "{code}".',
            "Pakai kode Kemendagri, misalnya 32.73, atau nama wilayahnya.",
        )

    def _coded(self, code: str) -> list[Place]:
        """The regions whose code this may have been before a spreadsheet changed it."""
        if whole := self._named(code):
            return whole
        if four := _WHOLE.fullmatch(code):
            return self._named(four[1])
        parts = _DAMAGED.fullmatch(code.rstrip(".,:"))
        if not parts:
            return []
        first, second = parts[1].zfill(2), parts[2]
        if second in (None, "0"):
            return self._named(first)
        tails = dict.fromkeys([second.ljust(2, "0"), second.zfill(2)])
        return [place for tail in tails for place in self._named(f"{first}.{tail}")]

    def _named(self, text: str) -> list[Place]:
        """What the text means as it stands, without a look at what is only similar."""
        try:
            return [self.gazetteer.resolve(text, suggest=False)]
        except AmbiguousPlace as error:
            return error.candidates
        except UnknownPlace:
            return []

    def _unknown(self, text: str) -> PlaceError:
        self._looked += 1
        try:
            self.gazetteer.resolve(text, suggest=self._looked <= MOST_SUGGESTIONS)
        except PlaceError as error:
            return error
        raise AssertionError(f"{text!r} was unknown a moment ago")


def _split(text: str) -> tuple[str, str]:
    """Code and name of "32.73 Kota Bandung" and "Kota Bandung (32.73)"; either may be missing."""
    if _DAMAGED.fullmatch(text) or _WHOLE.fullmatch(text) or re.fullmatch("[0-9.,:]+", text):
        return text, ""
    if said := _SAID_FIRST.fullmatch(text):
        return said[1].rstrip(".,:"), said[2].strip()
    if said := _SAID_LAST.fullmatch(text):
        return said[2], said[1].strip()
    return "", text


def _as_mistake(error: PlaceError) -> PlaceMistake:
    ambiguous = isinstance(error, AmbiguousPlace)
    mistake = Mistake.AMBIGUOUS if ambiguous else Mistake.UNKNOWN
    return PlaceMistake(mistake, error.problem, error.remedy)


def _labels(places: Sequence[Place]) -> str:
    return " atau ".join(place.label for place in places)
