"""From the text of a document to a draft, or to the list of everything that is wrong with it."""

from difflib import get_close_matches

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from selaras.announcements.document.fields import Fields, shortened
from selaras.announcements.document.nodes import parse
from selaras.announcements.document.rows import read_facts
from selaras.announcements.document.validity import read_validity
from selaras.announcements.draft import AnnouncementDraft
from selaras.announcements.errors import InvalidDocument
from selaras.institutions.models import Institution, Topic

VERSION = "announcement/1"
FIELDS = (
    "selaras", "key", "topic", "speaker", "title", "summary", "instrument",
    "instrument_url", "valid", "facts",
)  # fmt: skip
FEW = 8


def read_document(text: str) -> AnnouncementDraft:
    """The draft that the document describes. Raises `InvalidDocument` with every flaw."""
    fields = Fields(parse(text), FIELDS)
    _require_version(fields)
    topic = _topic(fields)
    speaker = _speaker(fields)
    validity, from_publication = read_validity(fields)
    key = fields.text("key", longest=100)
    title = fields.text("title", longest=200)
    summary = fields.text("summary", longest=2000, paragraphs=True)
    instrument = fields.text("instrument", longest=300)
    instrument_url = _instrument_url(fields)
    facts = read_facts(fields, topic)
    if fields.flaws or topic is None or speaker is None or validity is None:
        raise InvalidDocument("Pengumuman belum dapat disiapkan.", fields.flaws)
    return AnnouncementDraft(
        key=key.text,
        topic=topic,
        speaker=speaker,
        title=title.text,
        summary=summary.text,
        instrument=instrument.text,
        instrument_url=instrument_url,
        validity=validity,
        facts=tuple(facts),
        from_publication=from_publication,
    )


def _require_version(fields: Fields) -> None:
    version = fields.text("selaras", longest=50)
    if version.text and version.text != VERSION:
        problem = f'Versi format "{shortened(version.text)}" tidak dikenal.'
        fields.flaw(version.line, version.text, problem, f'Tulis "selaras: {VERSION}".')


def _topic(fields: Fields) -> Topic | None:
    key = fields.text("topic", longest=100)
    topic = Topic.objects.select_related("owner").filter(key=key.text).first()
    if topic is None and key.text:
        known = list(Topic.objects.values_list("key", flat=True))
        near = get_close_matches(shortened(key.text), known, n=FEW) or known[:FEW]
        problem = f'Topik "{shortened(key.text)}" tidak ada.'
        fields.flaw(key.line, key.text, problem, f"Yang ada: {', '.join(near)}.")
    return topic


def _speaker(fields: Fields) -> Institution | None:
    slug = fields.text("speaker", longest=63)
    speaker = Institution.objects.select_related("region").filter(slug=slug.text).first()
    if speaker is None and slug.text:
        problem = f'Instansi "{shortened(slug.text)}" tidak ada.'
        remedy = "Tulis nama alamat situsnya, misalnya bnpb atau kota-bandung."
        fields.flaw(slug.line, slug.text, problem, remedy)
    return speaker


def _instrument_url(fields: Fields) -> str:
    address = fields.text("instrument_url", longest=500, required=False)
    if address.text:
        try:
            URLValidator(schemes=["http", "https"])(address.text)
        except ValidationError:
            problem = f'"{shortened(address.text)}" bukan alamat situs.'
            remedy = "Tulis alamat lengkap yang dimulai dengan https://."
            fields.flaw(address.line, address.text, problem, remedy)
    return address.text
