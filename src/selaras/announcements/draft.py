"""An announcement before it is published."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

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


@dataclass(frozen=True)
class AnnouncementDraft:
    """Everything that an announcement says, checked for form but not yet for authority."""

    key: str
    topic: Topic
    speaker: Institution
    title: str
    summary: str
    instrument: str
    instrument_url: str
    validity: Validity
    facts: tuple[DraftFact, ...]
    from_publication: bool = False  # the author named no beginning; `validity` starts now

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
        }
        text = json.dumps(content, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()
