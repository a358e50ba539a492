"""The texts of a manuscript, one by one, and everything that is wrong with them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from selaras.announcements.document.characters import shows
from selaras.announcements.document.fields import shortened
from selaras.announcements.manuscripts.content import Content
from selaras.common.errors import Flaw

LONGEST_TITLE = 200
LONGEST_SUMMARY = 2_000
LONGEST_INSTRUMENT = 300
LONGEST_MESSAGE = 500
LONGEST_ANSWER = 3_000
LONGEST_URL = 500
MOST_PARTS = 30
_is_url = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True, slots=True)
class FieldFlaw(Flaw):
    """A mistake in one field of the form, by its name."""

    field: str = ""


@dataclass
class Texts:
    """Reads the texts of a content; `flaws` fills up meanwhile."""

    content: Content
    flaws: list[Flaw] = field(default_factory=list)

    def flaw(self, name: str, problem: str, remedy: str, value: str = "") -> None:
        self.flaws.append(FieldFlaw(0, shortened(value), problem, remedy, name))

    def text(self, name: str, label: str, longest: int, *, required: bool = True) -> str:
        """The field as one text; line breaks of a title become spaces."""
        typed = str(getattr(self.content, name)).strip()
        found = typed if name in ("summary", "correction") else " ".join(typed.split())
        return self._within(name, found, label, longest, required=required)

    def messages(self) -> tuple[str, ...]:
        found = [" ".join(one.split()) for one in self.content.messages if one.strip()]
        self._not_too_many("messages", "pesan kunci", found)
        for number, one in enumerate(found, 1):
            self._within("messages", one, f"Pesan kunci {number}", LONGEST_MESSAGE)
        return tuple(found)

    def pairs(self, name: str, first: str, second: str) -> tuple[tuple[str, str], ...]:
        """Questions with answers, or names with addresses: both halves, or neither."""
        found: list[tuple[str, str]] = []
        for number, (left, right) in enumerate(getattr(self.content, name), 1):
            pair = " ".join(left.split()), right.strip()
            if not any(pair):
                continue
            for label, half in zip((first, second), pair, strict=True):
                self._within(name, half, f"{label} {number}", LONGEST_ANSWER)
            found.append(pair)
        self._not_too_many(name, f"{first.lower()}", found)
        return tuple(found)

    def url(self) -> str:
        address = self.content.instrument_url.strip()
        if not address:
            return ""
        try:
            _is_url(address)
        except ValidationError:
            problem = f'"{shortened(address)}" bukan alamat situs.'
            remedy = "Tulis alamat lengkap yang dimulai dengan https://."
            self.flaw("instrument_url", problem, remedy, address)
        return self._within("instrument_url", address, "Alamat dasar hukum", LONGEST_URL)

    def _not_too_many(self, name: str, label: str, found: Sequence[object]) -> None:
        if len(found) > MOST_PARTS:
            self.flaw(name, f"Ada {len(found)} {label}.", f"Sisakan paling banyak {MOST_PARTS}.")

    def _within(
        self, name: str, found: str, label: str, longest: int, *, required: bool = True
    ) -> str:
        if required and not found:
            self.flaw(name, f"{label} belum diisi.", "Isi lebih dahulu.")
        if len(found) > longest:
            self.flaw(name, f"{label} lebih dari {longest} karakter.", "Persingkat.", found)
        if not shows(found):
            self.flaw(name, f"{label} memuat karakter yang tidak terlihat.", "Ketik ulang.")
        return found
