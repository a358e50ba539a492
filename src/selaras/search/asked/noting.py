"""Note what was asked and opened: in memory at once, in the database by `keeping`'s thread."""

import threading
from collections.abc import Iterator

from django.conf import settings
from django.utils import timezone

from selaras.search.asked.keys import is_key
from selaras.search.asked.marks import day_with_key
from selaras.search.asked.normal import COUNTRY, normalised, province_of
from selaras.search.asked.notes import Notes, Thing
from selaras.search.asked.writing import write
from selaras.search.asking import Question
from selaras.search.found import Found

MOST_POSITION = 500
_FOUND = ((0, "found_none"), (9, "found_few"), (99, "found_some"))
_PICKED = ((1, "picked_first"), (3, "picked_third"), (10, "picked_tenth"))

awake = threading.Event()  # the day's key is missing
_notes = Notes()


def note_question(question: Question, found: Found, *, address: str = "") -> None:
    """Count a question that somebody asked and what she was shown; never raises, never waits.

    `address` is the client's: it sets one bit of a drawing in memory, with the day's key, and is
    forgotten. Only the first page counts, and no search that was narrowed: those repeat.
    """
    if question.page != 1 or question.filters.any or not settings.SEARCH_ASKED_DAYS:
        return
    counted = ["asked", _bucket(found.total, _FOUND, "found_many")]
    if found.answers:
        counted.append("answered")
    for thing in _questions(question.text, question.region):
        _add(thing, counted, address)


def note_click(query: str, position: int, region: str, *, key: str = "", address: str = "") -> None:
    """Count that the result at this position, from 1, was opened; never raises, never waits."""
    if not settings.SEARCH_ASKED_DAYS or not 1 <= position <= MOST_POSITION:
        return
    counted = [_bucket(position, _PICKED, "picked_later")]
    for thing in _questions(query, region):
        _add(thing, counted, address)
    if is_key(key):
        _add(Thing("result", "", key), [], address)


def flush() -> int:
    """Write what is due, or begin the day; how many things were above the threshold.

    Raises what the database raises. What was noted is kept then, as long as there is room.
    """
    if not settings.SEARCH_ASKED_DAYS:
        return 0
    today = timezone.localdate()
    if _notes.day is None or _notes.day.day != today:
        _notes.begin_day(day_with_key(today))
    return write(_notes, _notes.day) if _notes.day else 0


def look_again() -> None:
    """Let the next flush ask again whether enough people have asked what few asked here."""
    _notes.look_again()


def forget() -> None:
    """Drop what is not written, and the day's key."""
    _notes.begin_day(None)


def _questions(text: str, region: str) -> Iterator[Thing]:
    """A question counts for the country, and for the province where one is known."""
    query = normalised(text)
    if query:
        yield Thing("question", COUNTRY, query)
        if province := province_of(region):
            yield Thing("question", province, query)


def _add(thing: Thing, counted: list[str], address: str) -> None:
    if not _notes.add(timezone.localdate(), thing, counted, address):
        awake.set()


def _bucket(number: int, bounds: tuple[tuple[int, str], ...], above: str) -> str:
    return next((name for most, name in bounds if number <= most), above)
