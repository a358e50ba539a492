"""How types of facts are spoken of, what texts say about them, and what was found."""

from selaras.alignment.models.copies import (
    AnnouncedWords,
    CommonShingle,
    Shingle,
    StoredCopy,
)
from selaras.alignment.models.days import AlignmentDay
from selaras.alignment.models.reasons import Reason
from selaras.alignment.models.texts import CheckedText, StoredMention
from selaras.alignment.models.wordings import TypeWording

__all__ = [
    "AlignmentDay",
    "AnnouncedWords",
    "CheckedText",
    "CommonShingle",
    "Reason",
    "Shingle",
    "StoredCopy",
    "StoredMention",
    "TypeWording",
]
