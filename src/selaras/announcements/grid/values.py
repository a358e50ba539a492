"""The value that a cell says, or what is wrong with it."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from selaras.announcements.grid.errors import Mistake
from selaras.common.errors import Refused
from selaras.facts.kinds import rules_of
from selaras.facts.models import Choice, FactType, Kind

LONGEST = 2000
MOST_CHOICES = 8
# What a spreadsheet shows where a formula failed.
_FAILED = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!")
_FORMULA = ("=", "+", "-", "@")


class ValueMistake(Exception):
    def __init__(self, mistake: Mistake, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.mistake, self.problem, self.remedy = mistake, problem, remedy


class Values:
    """Parses; the same text in the same column is parsed once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Any] = {}

    def read(self, text: str, fact_type: FactType) -> Any:
        """Raise `ValueMistake`."""
        key = (fact_type.key, text)
        if key not in self._known:
            try:
                self._known[key] = _read(text, fact_type)
            except ValueMistake as mistake:
                self._known[key] = mistake
        known = self._known[key]
        if isinstance(known, ValueMistake):
            raise known
        return known


def _read(text: str, fact_type: FactType) -> Any:
    if not text:
        problem = f"{fact_type.label}: nilainya kosong, jadi tidak ikut diumumkan."
        remedy = "Isi nilainya. Bila selnya digabung di spreadsheet, pisahkan dulu."
        raise ValueMistake(Mistake.MISSING, problem, remedy)
    if text.startswith("=") or text.upper() in _FAILED:
        problem = f'"{text[:60]}" adalah rumus atau galatnya, bukan nilai.'
        raise ValueMistake(
            Mistake.FORMULA, problem, 'Tempel sebagai nilai ("Paste values"), lalu periksa.'
        )
    if len(text) > LONGEST:
        problem = f"Nilai lebih dari {LONGEST} karakter."
        raise ValueMistake(Mistake.FORMAT, problem, "Persingkat.")
    try:
        return rules_of(fact_type).parse(_unguarded(text), fact_type)
    except Refused as error:
        if fact_type.kind == Kind.CHOICE:
            raise _no_choice(text, fact_type) from error
        problem = f"{fact_type.label}: {error.problem}"
        raise ValueMistake(Mistake.FORMAT, problem, error.remedy) from error


def _unguarded(text: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from taking a text for a formula."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def _no_choice(text: str, fact_type: FactType) -> ValueMistake:
    """Names the choices there are, the most similar first."""
    known = sorted(fact_type.choices.all(), key=lambda one: -_likeness(text, one))
    names = ", ".join(_names(known[:MOST_CHOICES]))
    more = f", dan {len(known) - MOST_CHOICES} lainnya" if len(known) > MOST_CHOICES else ""
    problem = f'"{text[:60]}" bukan pilihan {fact_type.label}.'
    return ValueMistake(Mistake.CHOICE, problem, f"Yang ada: {names}{more}.")


def _names(choices: list[Choice]) -> Iterator[str]:
    return (choice.label for choice in choices)


def _likeness(text: str, choice: Choice) -> float:
    wanted = text.casefold()
    names = (choice.label.casefold(), choice.value.casefold())
    return max(SequenceMatcher(None, wanted, name).ratio() for name in names)
