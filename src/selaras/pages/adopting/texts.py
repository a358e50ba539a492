"""A text as it is compared: title, lead, body. What is kept of a source is its JSON."""

import hashlib
from dataclasses import dataclass
from typing import Any

from selaras.pages.adopting.units import Unit, body_of, units_of
from selaras.pages.models import ContentPage

TITLE, LEAD = "title", "lead"


@dataclass(frozen=True)
class Text:
    title: Unit
    lead: Unit
    body: tuple[Unit, ...]

    @classmethod
    def of(cls, title: str, lead: str, body: tuple[Unit, ...]) -> "Text":
        return cls(Unit(TITLE, title), Unit(LEAD, lead), body)

    @property
    def fingerprint(self) -> str:
        """The same for texts that say the same."""
        said = [unit.key for unit in (self.title, self.lead, *self.body)]
        return hashlib.sha256(repr(said).encode()).hexdigest()

    def as_json(self) -> dict[str, Any]:
        body = [[unit.kind, unit.content] for unit in self.body]
        return {"title": self.title.content, "lead": self.lead.content, "body": body}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Text":
        body = tuple(Unit(kind, content) for kind, content in data["body"])
        return cls.of(data["title"], data["lead"], body)


def text_on(page: ContentPage) -> Text:
    """What a page with a body says, as it is held in memory. Its units know their blocks."""
    stored: Any = page.body  # type: ignore[attr-defined]
    return Text.of(page.title, page.lead, tuple(units_of(stored.get_prep_value())))


def put_on(page: ContentPage, text: Text) -> None:
    """Write a text into a page that is not saved."""
    page.title, page.lead = text.title.content, text.lead.content
    page.body = body_of(text.body)  # type: ignore[attr-defined]
