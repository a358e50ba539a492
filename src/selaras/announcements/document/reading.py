"""From the text of a document to a draft, or to the list of everything that is wrong with it."""

from selaras.announcements.document.fields import Fields
from selaras.announcements.document.nodes import Mapping, Scalar, parse
from selaras.announcements.document.validity import read_validity
from selaras.announcements.draft import AnnouncementDraft, DraftFact
from selaras.announcements.errors import InvalidDocument
from selaras.common.errors import Flaw, Refused
from selaras.facts.kinds import rules_of
from selaras.facts.models import FactType
from selaras.facts.queries import fact_types
from selaras.institutions.models import Institution, Region, Topic
from selaras.institutions.queries import gazetteer
from selaras.language.gazetteer import Gazetteer, PlaceError

VERSION = "announcement/1"
FIELDS = (
    "selaras", "key", "topic", "speaker", "title", "summary", "instrument",
    "instrument_url", "valid", "facts",
)  # fmt: skip


def read_document(text: str) -> AnnouncementDraft:
    """The draft that the document describes. Raises `InvalidDocument` with every flaw."""
    flaws: list[Flaw] = []
    fields = Fields(parse(text), FIELDS, flaws)
    _require_version(fields)
    topic = _topic(fields)
    speaker = _speaker(fields)
    validity, from_publication = read_validity(fields)
    key = fields.text("key", longest=100)
    title = fields.text("title", longest=200)
    summary = fields.text("summary", longest=2000)
    instrument = fields.text("instrument", longest=300)
    instrument_url = fields.text("instrument_url", longest=500, required=False)
    if instrument_url.text and not instrument_url.text.startswith(("https://", "http://")):
        fields.flaw(
            instrument_url.line,
            instrument_url.text,
            f'"{instrument_url.text}" bukan alamat situs.',
            "Mulailah dengan https://.",
        )
    facts = _facts(fields, topic)
    if flaws or topic is None or speaker is None or validity is None:
        raise InvalidDocument("Pengumuman belum dapat disiapkan.", flaws)
    return AnnouncementDraft(
        key=key.text,
        topic=topic,
        speaker=speaker,
        title=title.text,
        summary=summary.text,
        instrument=instrument.text,
        instrument_url=instrument_url.text,
        validity=validity,
        facts=tuple(facts),
        from_publication=from_publication,
    )


def _require_version(fields: Fields) -> None:
    version = fields.text("selaras", longest=50)
    if version.text and version.text != VERSION:
        fields.flaw(
            version.line,
            version.text,
            f'Versi format "{version.text}" tidak dikenal.',
            f'Tulis "selaras: {VERSION}".',
        )


def _topic(fields: Fields) -> Topic | None:
    key = fields.text("topic", longest=100)
    topic = Topic.objects.select_related("owner").filter(key=key.text).first()
    if topic is None and key.text:
        known = ", ".join(Topic.objects.values_list("key", flat=True))
        fields.flaw(key.line, key.text, f'Topik "{key.text}" tidak ada.', f"Yang ada: {known}.")
    return topic


def _speaker(fields: Fields) -> Institution | None:
    slug = fields.text("speaker", longest=63)
    speaker = Institution.objects.filter(slug=slug.text).first()
    if speaker is None and slug.text:
        fields.flaw(
            slug.line,
            slug.text,
            f'Instansi "{slug.text}" tidak ada.',
            "Tulis nama alamat situsnya, misalnya bnpb atau kota-bandung.",
        )
    return speaker


def _facts(fields: Fields, topic: Topic | None) -> list[DraftFact]:
    by_type = fields.mapping("facts")
    if by_type is None or topic is None:
        return []
    of_topic = {found.key: found for found in fact_types().filter(topic=topic)}
    places = gazetteer()
    regions = Region.objects.in_bulk()
    facts: list[DraftFact] = []
    named = Fields(by_type, of_topic, fields.flaws)
    for key in dict.fromkeys(name.text for name, _ in by_type.items if name.text in of_topic):
        values = named.mapping(key)
        if values is not None:
            rows = _Rows(of_topic[key], places, regions, fields)
            facts.extend(fact for fact in map(rows.read, *_columns(values)) if fact)
    return facts


def _columns(values: Mapping) -> tuple[list[Scalar], list[Scalar | Mapping]]:
    return [name for name, _ in values.items], [value for _, value in values.items]


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

    def read(self, name: Scalar, value: Scalar | Mapping) -> DraftFact | None:
        if isinstance(value, Mapping):
            self.fields.flaw(value.line, name.text, "Nilai harus berupa satu teks.", "")
            return None
        region = self._region(name)
        if region is None:
            return None
        try:
            parsed = rules_of(self.fact_type).parse(value.text, self.fact_type)
        except Refused as error:
            self.fields.flaw(value.line, value.text, error.problem, error.remedy)
            return None
        return DraftFact(self.fact_type, region, parsed, name.line)

    def _region(self, name: Scalar) -> Region | None:
        try:
            region = self.regions[self.places.resolve(name.text).code]
        except PlaceError as error:
            self.fields.flaw(name.line, name.text, error.problem, error.remedy)
            return None
        if region.pk in self.line_of:
            self.fields.flaw(
                name.line,
                name.text,
                f"{region.full_name} sudah ada di baris {self.line_of[region.pk]}.",
                "Sisakan satu nilai untuk tiap wilayah.",
            )
            return None
        self.line_of[region.pk] = name.line
        if not self.fact_type.speaks_of(region):
            self.fields.flaw(
                name.line,
                name.text,
                f"{self.fact_type.label} tidak ditetapkan untuk {region.full_name}.",
                f"Cakupannya: {self.fact_type.scope_words}.",
            )
            return None
        return region
