"""What reading and judging give: mentions, and findings about them."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from selaras.alignment.engine.said import Said


class Verdict(StrEnum):
    """What the facts say of a mention. The first four are findings."""

    CONFLICTING = "conflicting"  # never true for the region and time that the text speaks of
    OUTDATED = "outdated"  # was true, no longer, stated as current
    PREMATURE = "premature"  # will be true, stated as current
    INCONSISTENT = "inconsistent"  # figures of the text that do not fit each other
    ALIGNED = "aligned"
    UNKNOWN = "unknown"  # no fact to compare with


FINDINGS = (Verdict.CONFLICTING, Verdict.OUTDATED, Verdict.PREMATURE, Verdict.INCONSISTENT)


class Action(StrEnum):
    """How to mend it; each is one step for an editor."""

    EMBED = "embed"  # replace the passage by the fact's embed
    CORRECT = "correct"  # write the value that holds
    DATE = "date"  # say of which day it was true, or from when it will be


@dataclass(frozen=True, slots=True)
class Context:
    """Who speaks, and when: the institution's region, and the day that "now" means."""

    region: str  # code; "00" is national
    today: date


@dataclass(frozen=True, slots=True)
class Mention:
    """One statement of a text about one type of fact in one region.

    `start` and `end` are code points of the text as it was given, around the value. `first` and
    `last` are the days that it speaks of, both inclusive; None where it speaks of today.
    `denied` says that the value does not hold. `current` where words such as "kini" or "masih" say
    so. `sureness` from 0 to 1 is how certain the reading is, `sentence` counts from 0.
    """

    type_key: str
    region: str
    start: int
    end: int
    passage: str
    said: Said
    first: date | None = None
    last: date | None = None
    denied: bool = False
    current: bool = False
    sureness: float = 1.0
    sentence: int = -1


@dataclass(frozen=True, slots=True)
class Version:
    """A fact as the facts room knows it: value as `KindRules.as_json` writes it, half-open days.

    `valid_from` inclusive, `valid_to` exclusive or None. `reference` is the caller's own key.
    """

    type_key: str
    region: str
    value: Any
    valid_from: date
    valid_to: date | None
    recorded_from: date
    source: str = ""
    reference: Any = None

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True)
class Remedy:
    """One way to mend: for CORRECT `text` replaces the passage, for DATE it is what to add."""

    action: Action
    text: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the facts say: `version` is the one compared with, `until` the last day it stays so.

    `explanation` is a sentence for the editor, in Indonesian; empty unless it is a finding.
    """

    verdict: Verdict
    version: Version | None = None
    confidence: float = 0.0
    explanation: str = ""
    remedies: tuple[Remedy, ...] = ()
    changes_on: date | None = None  # the next day on which the verdict may be another


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage that says otherwise. `mention` is None for figures that do not fit each other."""

    verdict: Verdict
    start: int
    end: int
    passage: str
    explanation: str
    confidence: float
    mention: Mention | None = None
    version: Version | None = None
    remedies: tuple[Remedy, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that one text says, and what is wrong with it."""

    mentions: tuple[tuple[Mention, Judgement], ...] = ()
    figures: tuple[Finding, ...] = field(default=())

    @property
    def findings(self) -> list[Finding]:
        """All findings in the order of the text."""
        found = [
            Finding(
                judgement.verdict, mention.start, mention.end, mention.passage,
                judgement.explanation, judgement.confidence, mention, judgement.version,
                judgement.remedies,
            )
            for mention, judgement in self.mentions
            if judgement.verdict in FINDINGS
        ]  # fmt: skip
        return sorted([*found, *self.figures], key=lambda one: (one.start, one.end))
