"""The values of an announcement: fact types of its topic, and for each the rows of regions."""

from selaras.announcements.document.fields import Fields, shortened
from selaras.announcements.document.nodes import Mapping, Node, Scalar
from selaras.announcements.draft import DraftFact
from selaras.common.errors import Refused
from selaras.facts.kinds import rules_of
from selaras.facts.models import FactType
from selaras.facts.queries import fact_types
from selaras.institutions.models import Region, Topic
from selaras.institutions.queries import gazetteer
from selaras.language.gazetteer import Gazetteer, PlaceError

LONGEST = 2000
LOOKED_UP = 50  # unknown types that are looked for among other topics


def read_facts(fields: Fields, topic: Topic | None) -> list[DraftFact]:
    """The facts in the order of the document; a fixed number of queries."""
    by_type = fields.mapping("facts")
    if by_type is None or topic is None:
        return []
    of_topic = {found.key: found for found in fact_types().filter(topic=topic)}
    _flaw_foreign(by_type, of_topic, topic, fields)
    places = gazetteer()
    regions = Region.objects.in_bulk()
    facts: list[DraftFact] = []
    own = Mapping(tuple(item for item in by_type.items if item[0].text in of_topic), by_type.line)
    named = Fields(own, of_topic.keys(), fields.flaws)
    for key in dict.fromkeys(name.text for name, _ in own.items):
        values = named.mapping(key)
        if values is not None:
            rows = _Rows(of_topic[key], places, regions, fields)
            facts.extend(fact for item in values.items if (fact := rows.read(*item)))
    return facts


def _flaw_foreign(
    by_type: Mapping, of_topic: dict[str, FactType], topic: Topic, fields: Fields
) -> None:
    """Every name that is no living type of the topic, with what it is instead."""
    unknown = dict.fromkeys(name.text for name, _ in by_type.items if name.text not in of_topic)
    others = {found.key: found for found in fact_types().filter(key__in=[*unknown][:LOOKED_UP])}
    for name, _ in by_type.items:
        own, other = of_topic.get(name.text), others.get(name.text)
        if own is not None and own.retired_at is not None:
            problem = f'Jenis fakta "{own.label}" sudah dihentikan.'
            fields.flaw(name.line, name.text, problem, "Pakai jenis fakta penggantinya.")
        elif other is not None:
            problem = f'Jenis fakta "{name.text}" milik topik "{other.topic.label}".'
            remedy = f"Hanya {other.owner.name} yang menetapkannya."
            fields.flaw(name.line, name.text, problem, remedy)
        elif own is None:
            known = ", ".join(key for key, one in of_topic.items() if one.retired_at is None)
            problem = f'Jenis fakta "{shortened(name.text)}" tidak ada pada topik {topic.key}.'
            fields.flaw(name.line, name.text, problem, f"Yang ada: {known or 'belum ada'}.")


class _Rows:
    """Reads the rows `region: value` of one fact type."""

    def __init__(
        self,
        fact_type: FactType,
        places: Gazetteer,
        regions: dict[str, Region],
        fields: Fields,
    ) -> None:
        self.fact_type = fact_type
        self.places = places
        self.regions = regions
        self.fields = fields
        self.line_of: dict[str, int] = {}

    def read(self, name: Scalar, value: Node) -> DraftFact | None:
        """The fact of one row; region and value are both looked at, so both flaws are told."""
        region = self._region(name)
        if isinstance(value, Mapping):
            self.fields.flaw(value.line, name.text, "Nilai harus berupa satu teks.", "")
            return None
        if len(value.text) > LONGEST:
            problem = f"Nilai lebih dari {LONGEST} karakter."
            self.fields.flaw(value.line, value.text, problem, "Persingkat.")
            return None
        try:
            parsed = rules_of(self.fact_type).parse(value.text, self.fact_type)
        except Refused as error:
            self.fields.flaw(value.line, value.text, error.problem, error.remedy)
            return None
        return DraftFact(self.fact_type, region, parsed, name.line) if region else None

    def _region(self, name: Scalar) -> Region | None:
        try:
            region = self.regions[self.places.resolve(name.text).code]
        except PlaceError as error:
            self.fields.flaw(name.line, name.text, error.problem, error.remedy)
            return None
        if region.pk in self.line_of:
            problem = f"{region.full_name} sudah ada di baris {self.line_of[region.pk]}."
            remedy = "Sisakan satu nilai untuk tiap wilayah."
            self.fields.flaw(name.line, name.text, problem, remedy)
            return None
        self.line_of[region.pk] = name.line
        if not self.fact_type.speaks_of(region):
            problem = f"{self.fact_type.label} tidak ditetapkan untuk {region.full_name}."
            remedy = f"Cakupannya: {self.fact_type.scope_words}."
            self.fields.flaw(name.line, name.text, problem, remedy)
            return None
        return region
