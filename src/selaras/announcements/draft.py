"""An announcement before it is published."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from selaras.announcements.models import Announcement, Relation
from selaras.facts.kinds import rules_of
from selaras.facts.models import FactType
from selaras.facts.services import Statement
from selaras.facts.validity import Validity
from selaras.institutions.models import Institution, Region, Topic


@dataclass(frozen=True, slots=True)
class DraftFact:
    """A value for one region; `line` is where the author wrote it, 0 if nowhere."""

    fact_type: FactType
    region: Region
    value: Any
    line: int = 0


@dataclass(frozen=True, slots=True)
class Parts:
    """What an announcement says beside its facts, in the order in which it is shown.

    `questions` are pairs of question and answer, `contacts` of a name and how to reach it,
    `attachments` ids of the speaker's documents. `audience` are the regions that it concerns
    beside those of its facts.
    """

    messages: tuple[str, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    contacts: tuple[tuple[str, str], ...] = ()
    attachments: tuple[int, ...] = ()
    audience: tuple[Region, ...] = ()

    def content(self) -> dict[str, Any]:
        """What of it is there, as plain values."""
        parts = {
            "messages": self.messages,
            "questions": self.questions,
            "contacts": self.contacts,
            "attachments": self.attachments,
            "audience": sorted(region.pk for region in self.audience),
        }
        return {name: part for name, part in parts.items() if part}


@dataclass(frozen=True)
class AnnouncementDraft:
    """Everything that an announcement says, checked for form but not yet for authority.

    It becomes public at `goes_live`, or at once where that is None. `earlier` is the one to
    which it stands in `relation`.
    """

    key: str
    topic: Topic
    speaker: Institution
    title: str
    summary: str
    instrument: str
    instrument_url: str
    validity: Validity
    facts: tuple[DraftFact, ...]
    from_publication: bool = False  # the author named no beginning; `validity` starts then
    parts: Parts = Parts()
    goes_live: datetime | None = None
    relation: str = Relation.NEW
    earlier: Announcement | None = None
    correction: str = ""
    drill: bool = False

    @cached_property
    def statements(self) -> list[Statement]:
        return [
            Statement(fact.fact_type, fact.region, fact.value, self.validity) for fact in self.facts
        ]

    @cached_property
    def digest(self) -> str:
        """SHA-256 over the content in a fixed order; equal content, equal digest."""
        content = {
            "topic": self.topic.key,
            "speaker": self.speaker.slug,
            "title": self.title,
            "summary": self.summary,
            "instrument": [self.instrument, self.instrument_url],
            "valid": [
                "" if self.from_publication else self.validity.start.isoformat(),
                self.validity.end.isoformat() if self.validity.end else "",
            ],
            "facts": sorted(
                (
                    fact.fact_type.key,
                    fact.region.pk,
                    json.dumps(rules_of(fact.fact_type).as_json(fact.value), sort_keys=True),
                )
                for fact in self.facts
            ),
            **self.parts.content(),
            **self._standing(),
        }
        text = json.dumps(content, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    def _standing(self) -> dict[str, Any]:
        """How it stands to time and to others, as far as that was said."""
        said = {
            "goes_live": self.goes_live.isoformat() if self.goes_live else "",
            "relation": self.relation if self.earlier else "",
            "earlier": str(self.earlier.pk) if self.earlier else "",
            "correction": self.correction,
            "drill": self.drill,
        }
        return {name: part for name, part in said.items() if part}
