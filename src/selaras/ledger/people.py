"""Rooms above that also know a person, and erase her with the audit's name."""

from collections.abc import Callable
from uuid import UUID

Eraser = Callable[[UUID], bool]
_erasers: list[Eraser] = []


def erases_people(eraser: Eraser) -> Eraser:
    """Name a function that erases a person of its room; it says whether it knew her.

    It may raise `Refused` while the name is still needed. It runs in the erasing transaction.
    """
    if eraser not in _erasers:
        _erasers.append(eraser)
    return eraser


def erase_elsewhere(reference: UUID) -> bool:
    """Whether some room knew the person."""
    answers = [eraser(reference) for eraser in _erasers]  # each is asked, whatever one answers
    return any(answers)
