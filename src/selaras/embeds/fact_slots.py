"""An official fact as a slot: in the text, and in the list of sources at its end."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from selaras.common import clock
from selaras.embeds.reading import ShownFact
from selaras.embeds.slots import CLOCK, Place, Stored, register
from selaras.embeds.spec import EmbedSpec
from selaras.embeds.words import note_of
from selaras.facts.formats import Format
from selaras.facts.kinds import rules_of
from selaras.facts.queries import outcomes, since
from selaras.facts.queries.types import fact_types_by_id
from selaras.facts.results import Outcome, Question, Resolved, State
from selaras.institutions.models import Region

NAME = "fact"
ABSENT = "nilai resmi sedang tidak dapat dibaca"
FACT, SOURCE = "embeds/fact.html", "embeds/source.html"


class Part(StrEnum):
    TEXT = "text"
    SOURCE = "source"


class Material(NamedTuple):
    """`outcome` is None for a type or a region that does not exist."""

    outcome: Outcome | None
    since: datetime | None


UNKNOWN = Material(None, None)


@dataclass(frozen=True)
class FactSlot:
    """`region` is the one that reads. `seen` is the plain value that readers of the text saw when
    it was published, at `published_at`, a day that is `published_on` for the page's region.
    """

    part: str
    number: int
    fact_type: str
    region: str
    format: str = Format.SHORT
    as_of: str = ""
    seen: str | None = None
    published_at: str = ""
    published_on: str = ""

    @property
    def place(self) -> Place:
        return NAME, self.fact_type, self.region, self.as_of

    def stored(self) -> Stored:
        return [NAME, *asdict(self).values()]

    @cached_property
    def spec(self) -> EmbedSpec:
        return EmbedSpec(
            UUID(self.fact_type),
            Format(self.format),
            self.region,
            date.fromisoformat(self.as_of) if self.as_of else None,
        )

    @property
    def day(self) -> date | None:
        return date.fromisoformat(self.published_on) if self.published_on else None

    def has_changed(self, material: Material) -> bool:
        """Whether readers of the text as it was published saw another value, or none."""
        outcome = material.outcome
        found = outcome.resolved if outcome else None
        if self.as_of or not self.published_at or outcome is None or found is None:
            return False
        published = datetime.fromisoformat(self.published_at)
        newer = max(found.valid_from, found.stated_at) > published
        return outcome.state is State.CURRENT and newer and self.seen != plain(found)

    def shown(self, material: Material) -> ShownFact:
        changed = self.has_changed(material)
        return ShownFact(self.number, self.spec, material.outcome, changed, material.since)


class FactKind:
    """Fills all facts of one type in a country with the same few queries as one of them."""

    name = NAME
    eager = True

    def read(self, stored: Stored) -> FactSlot:
        return FactSlot(
            **dict(zip((one.name for one in fields(FactSlot)), stored[1:], strict=True))
        )

    def keys(self, place: Place) -> Collection[str]:
        return f"fact:{place[1]}", CLOCK

    def load(self, places: Collection[Place]) -> Mapping[Place, Material]:
        now = clock.now()
        types = fact_types_by_id(place[1] for place in places)
        regions = Region.objects.in_bulk({place[2] for place in places})
        questions = {}
        for place in places:
            fact_type, reader = types.get(place[1]), regions.get(place[2])
            if fact_type is not None and reader is not None:
                as_of = date.fromisoformat(place[3]) if place[3] else None
                moment = EmbedSpec(fact_type.pk, as_of=as_of).moment(reader, now)
                questions[place] = Question(fact_type, reader.pk, moment)
        found = outcomes(list(set(questions.values())))
        runs = since(
            one.resolved
            for one in found.values()
            if one.state is State.CURRENT and one.resolved is not None
        )
        return {
            place: _material(found[questions[place]], runs) if place in questions else UNKNOWN
            for place in places
        }

    def absent(self, slot: FactSlot) -> str:
        element = "li" if slot.part == Part.SOURCE else "span"
        return f'<{element} class="fact" data-state="missing">{ABSENT}</{element}>'

    def html(self, slot: FactSlot, material: Material) -> str:
        shown = slot.shown(material)
        return DRAWN[Part(slot.part)](shown, slot.day)


def fact_html(shown: ShownFact, published_on: date | None) -> SafeString:
    note = note_of(shown, published_on)
    return render_to_string(FACT, {"shown": shown, "text": note.text, "note": note})


def source_html(shown: ShownFact, published_on: date | None) -> SafeString:
    return render_to_string(SOURCE, {"note": note_of(shown, published_on)})


DRAWN = {Part.TEXT: fact_html, Part.SOURCE: source_html}


def plain(found: Resolved) -> str:
    text: str = rules_of(found.fact_type).plain(found.value)
    return text


def _material(outcome: Outcome, runs: dict[int, datetime]) -> Material:
    found = outcome.resolved
    return Material(outcome, runs.get(found.version.pk) if found else None)


register(FactKind())
