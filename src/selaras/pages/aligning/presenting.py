"""Findings in words: for the editor's script, and for the screens."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from selaras.alignment.boards.words import VERDICTS
from selaras.embeds.editor import chip_text, entity_data
from selaras.embeds.reading import Reading
from selaras.embeds.spec import EmbedSpec
from selaras.facts.models import FactType, FactVersion
from selaras.facts.queries.types import fact_types
from selaras.institutions.models import Institution, Region
from selaras.pages.aligning.checking import Located


@dataclass(frozen=True)
class FactWords:
    """The fact that a passage was compared with; `spec` and `chip` are its embed in this text."""

    fact_type: FactType
    region: Region
    source: str
    source_url: str
    spec: EmbedSpec
    chip: str

    @property
    def as_json(self) -> dict[str, Any]:
        return {
            "type": str(self.fact_type.pk),
            "label": self.fact_type.label,
            "region": self.region.pk,
            "region_name": self.region.full_name,
            "source": self.source,
            "source_url": self.source_url,
            "entity": entity_data(self.spec),
            "chip": self.chip,
        }


@dataclass(frozen=True)
class Shown:
    """A finding with everything that is said about it. `fact` is None for mere figures."""

    located: Located
    fact: FactWords | None

    @property
    def label(self) -> str:
        return VERDICTS[self.located.finding.verdict]

    @cached_property
    def as_json(self) -> dict[str, Any]:
        located, finding = self.located, self.located.finding
        return {
            "part": located.part,
            "start": located.start,
            "end": located.end,
            "passage": finding.passage,
            "verdict": finding.verdict,
            "label": self.label,
            "explanation": finding.explanation,
            "confidence": round(finding.confidence, 3),
            "remedies": [{"action": one.action, "text": one.text} for one in finding.remedies],
            "reason": located.reason,
            "mandatory": located.mandatory,
            "fact": self.fact.as_json if self.fact else None,
        }


def shown(found: Sequence[Located], institution: Institution) -> list[Shown]:
    """Each finding with its fact; the number of queries does not grow with the findings."""
    words = _Words(found, institution.region)
    return [Shown(one, words.of(one)) for one in found]


class _Words:
    """What the findings of one text name, read together."""

    def __init__(self, found: Sequence[Located], own: Region) -> None:
        mentions = [one.finding.mention for one in found if one.finding.mention]
        versions = [one.finding.version for one in found if one.finding.version]
        keys = {one.type_key for one in mentions}
        self.own = own
        self.types = {one.key: one for one in fact_types().filter(key__in=keys)} if keys else {}
        self.regions = Region.objects.in_bulk({one.region for one in mentions})
        self.versions = FactVersion.objects.in_bulk({one.reference for one in versions})
        self.reader = Reading(own)
        self.reader.load(filter(None, map(self._spec, found)))

    def of(self, one: Located) -> FactWords | None:
        mention, version, spec = one.finding.mention, one.finding.version, self._spec(one)
        if mention is None or version is None or spec is None:
            return None
        return FactWords(
            self.types[mention.type_key],
            self.regions[mention.region],
            version.source,
            self.versions[version.reference].source_url,
            spec,
            chip_text(spec, self.reader),
        )

    def _spec(self, one: Located) -> EmbedSpec | None:
        """The embed that says the fact; without a region it is read for the page's own."""
        mention = one.finding.mention
        if mention is None:
            return None
        region = "" if mention.region == self.own.pk else mention.region
        return EmbedSpec(self.types[mention.type_key].pk, region=region)
