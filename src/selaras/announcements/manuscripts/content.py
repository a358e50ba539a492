"""What an author typed, as a manuscript keeps it: right or wrong, nothing of it is lost."""

from dataclasses import asdict, dataclass, field
from typing import Any

from selaras.announcements.models import Relation

Row = list[str]  # type key, region as typed or its code, value as typed


@dataclass(frozen=True)
class Content:
    """Texts as typed. `starts`, `ends` are dates or moments in words or ISO; `goes_live` is a
    wall-clock time `2026-12-01T20:00[:SS]` in the speaker's zone. Empty means not said: valid
    from when it is public, without an end, public as soon as it is approved.
    """

    title: str = ""
    summary: str = ""
    messages: list[str] = field(default_factory=list)
    questions: list[list[str]] = field(default_factory=list)
    contacts: list[list[str]] = field(default_factory=list)
    attachments: list[int] = field(default_factory=list)
    audience: list[str] = field(default_factory=list)
    instrument: str = ""
    instrument_url: str = ""
    starts: str = ""
    ends: str = ""
    goes_live: str = ""
    rows: list[Row] = field(default_factory=list)
    relation: str = Relation.NEW.value
    earlier: str = ""
    correction: str = ""
    drill: bool = False

    def as_json(self) -> dict[str, Any]:
        """What is stored, and what its fingerprint is taken of."""
        return asdict(self)

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Content":
        """What was stored; a part that a later release added is empty."""
        known = cls.__dataclass_fields__
        return cls(**{name: value for name, value in stored.items() if name in known})
