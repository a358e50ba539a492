"""What these screens share."""

from typing import Any

from django.urls import reverse

from selaras.institutions.people.views.base import Screen as EditorsScreen

TITLE = "Instruksi"
ICON = "clipboard-list"


class Screen(EditorsScreen):
    """A screen below the list of instructions; `sent` says on which of the two lists."""

    header_icon = ICON
    sent = True

    def ways(self) -> list[tuple[str, str]]:
        name = "sent" if self.sent else "received"
        return [(reverse(f"instructions:{name}"), TITLE)]


def posted(text: Any) -> str:
    """What was typed, with the line ends that are kept, and without what no database takes."""
    return str(text or "").replace("\r\n", "\n").replace("\x00", "")
