"""Announcements: what the owner of a topic states, once, for many regions."""

from selaras.announcements.models.instructions import (
    Addressee,
    Evidence,
    Inquiry,
    Instruction,
    Reminder,
    Report,
)
from selaras.announcements.models.manuscripts import Manuscript, ManuscriptVersion, Relation
from selaras.announcements.models.parts import Attachment, Contact, KeyMessage, Question
from selaras.announcements.models.published import (
    AnnouncedFact,
    Announcement,
    Audience,
    Replacement,
)
from selaras.announcements.models.recalls import Recall

__all__ = [
    "Addressee",
    "AnnouncedFact",
    "Announcement",
    "Attachment",
    "Audience",
    "Contact",
    "Evidence",
    "Inquiry",
    "Instruction",
    "KeyMessage",
    "Manuscript",
    "ManuscriptVersion",
    "Question",
    "Recall",
    "Relation",
    "Reminder",
    "Replacement",
    "Report",
]
