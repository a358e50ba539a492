"""Announcements with texts, told at a moment, and taken back; for tests of several rooms."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from selaras.announcements.draft import Parts
from selaras.announcements.models import Announcement
from selaras.announcements.services import ask_recall, confirm_recall, publish
from selaras.announcements.tests.documents import draft
from selaras.institutions.models import Membership
from support.people import person

Role = Membership.Role


def tell(
    rows: dict[str, str] | None = None,
    *,
    at: datetime | None = None,
    emergency: bool = False,
    parts: Parts | None = None,
    start: str = "",
    through: str = "",
    of: str = "siaga.status",
    **fields: Any,
) -> Announcement:
    """Announced now, or planned for that moment. `fields` are those of the draft."""
    made = draft(rows, of, start=start, through=through)
    whole = replace(made, goes_live=at, parts=parts or Parts(), **fields)
    return publish(draft=whole, actor="test", emergency=emergency).announcement


def take_back(announcement: Announcement, *, restores: bool = False) -> None:
    """Recalled by two people of its speaker."""
    asking, confirming = (
        person(f"{name}-{announcement.key}", announcement.speaker, Role.APPROVER)
        for name in ("peminta", "pengesah")
    )
    asked = ask_recall(
        announcement=announcement, user=asking, reason="Angkanya keliru.", restores=restores
    )
    confirm_recall(recall=asked, user=confirming)
