"""The form in which a question is kept: what different people typed alike is the same."""

import re
import unicodedata

from selaras.language.reading.folding import fold
from selaras.search.asked.identifiers import HIDDEN, names_somebody, without_numbers

MOST_LETTERS = 80
FEWEST_LETTERS = 2
_PROVINCE = re.compile(r"[1-9][0-9](?:\.[0-9]{2})?")
COUNTRY = "00"


def normalised(typed: str) -> str:
    """Small letters without accents and signs, one blank, `MOST_LETTERS` at most.

    Empty where nothing of it may be kept: it names somebody, or says nothing.
    """
    text = fold(typed).lower
    if names_somebody(text):
        return ""
    plain = _without_accents(without_numbers(text))
    words = "".join(one if _is_kept(one) else " " for one in plain).split()
    kept = _fitting(words)
    return kept if sum(map(str.isalnum, kept)) >= FEWEST_LETTERS else ""


def province_of(region: str) -> str:
    """The code of the province in which a region lies; empty where none is known."""
    return region[:2] if _PROVINCE.fullmatch(region) else ""


def _is_kept(character: str) -> bool:
    """Letters and numbers with the signs that belong to them, and what stands for a number."""
    return character == HIDDEN or unicodedata.category(character)[0] in "LMN"


def _fitting(words: list[str]) -> str:
    """As many whole words as fit; of a single one that is too long, its beginning."""
    kept = ""
    for word in words:
        longer = f"{kept} {word}".lstrip()
        if len(longer) > MOST_LETTERS:
            break
        kept = longer
    return kept or "".join(words[:1])[:MOST_LETTERS]


def _without_accents(text: str) -> str:
    """Latin letters lose their accents; signs of other scripts are parts of their letters."""
    if text.isascii():
        return text
    kept: list[str] = []
    latin = False
    for one in unicodedata.normalize("NFKD", text):
        if unicodedata.category(one) == "Mn" and latin:
            continue
        latin = "LATIN" in unicodedata.name(one, "")
        kept.append(one)
    return unicodedata.normalize("NFC", "".join(kept))
