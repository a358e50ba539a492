"""From what an author typed to the draft that would be published, or to all that is wrong."""

from dataclasses import dataclass

from selaras.announcements.draft import AnnouncementDraft, Parts
from selaras.announcements.errors import InvalidManuscript
from selaras.announcements.grid.checking import Checked, check_rows
from selaras.announcements.grid.content import from_rows
from selaras.announcements.manuscripts.content import Content
from selaras.announcements.manuscripts.fields import (
    LONGEST_INSTRUMENT,
    LONGEST_SUMMARY,
    LONGEST_TITLE,
    Texts,
)
from selaras.announcements.manuscripts.queries import earlier_named
from selaras.announcements.manuscripts.times import read_goes_live, read_times
from selaras.announcements.models import Announcement, Manuscript, Relation
from selaras.common.errors import Flaw
from selaras.facts.models import FactType
from selaras.facts.queries import fact_types
from selaras.institutions.models import Institution, Region
from selaras.institutions.queries import gazetteer
from selaras.media.queries import files_of


@dataclass(frozen=True)
class Read:
    """`draft` is None where there are flaws; the grid is checked in either case."""

    draft: AnnouncementDraft | None
    grid: Checked
    texts: Texts

    @property
    def is_whole(self) -> bool:
        return self.draft is not None

    @property
    def blocking(self) -> list[Flaw]:
        """What has to be repaired first; a region without a value is only left out."""
        of_grid = (flaw for flaw in self.grid.flaws if flaw.mistake.blocks)
        return [*self.texts.flaws, *of_grid]

    def require_draft(self) -> AnnouncementDraft:
        """Raises `InvalidManuscript` with every flaw."""
        if self.draft is None:
            raise InvalidManuscript(self.blocking)
        return self.draft


def read_content(content: Content, manuscript: Manuscript) -> Read:
    """What this content would announce; a number of queries that does not grow with its rows."""
    texts = Texts(content)
    speaker = manuscript.speaker
    goes_live = read_goes_live(texts, speaker)
    validity, from_publication = read_times(texts, goes_live)
    title = texts.text("title", "Judul", LONGEST_TITLE)
    summary = texts.text("summary", "Ringkasan", LONGEST_SUMMARY)
    instrument = texts.text("instrument", "Dasar hukum", LONGEST_INSTRUMENT)
    url = texts.url()
    correction = _correction(texts)
    regions = Region.objects.in_bulk()
    parts = _parts(texts, speaker, regions)
    earlier = _earlier(texts, manuscript)
    grid = check_rows(from_rows(content.rows), _types(manuscript), regions, gazetteer())
    if not grid.facts and not parts.audience and grid.stands:
        texts.flaw(
            "rows", "Belum ada nilai untuk satu wilayah pun.",
            "Isi nilainya, atau pilih wilayah yang dituju.",
        )  # fmt: skip
    if texts.flaws or not grid.stands or validity is None:
        return Read(None, grid, texts)
    draft = AnnouncementDraft(
        key=manuscript.key,
        topic=manuscript.topic,
        speaker=speaker,
        title=title,
        summary=summary,
        instrument=instrument,
        instrument_url=url,
        validity=validity,
        facts=tuple(grid.facts),
        from_publication=from_publication,
        parts=parts,
        goes_live=goes_live,
        relation=content.relation if earlier else Relation.NEW,
        earlier=earlier,
        correction=correction,
        drill=content.drill,
    )
    return Read(draft, grid, texts)


def _correction(texts: Texts) -> str:
    """What was typed for another relation stays in the content, and is not announced."""
    if texts.content.relation != Relation.CORRECTS:
        return ""
    return texts.text("correction", "Yang dikoreksi", LONGEST_SUMMARY)


def _types(manuscript: Manuscript) -> list[FactType]:
    return list(fact_types().filter(topic=manuscript.topic, retired_at=None))


def _parts(texts: Texts, speaker: Institution, regions: dict[str, Region]) -> Parts:
    content = texts.content
    unknown = [code for code in content.audience if code not in regions]
    if unknown:
        texts.flaw("audience", f"Wilayah {unknown[0]} tidak ada.", "Pilih dari daftar.")
    return Parts(
        messages=texts.messages(),
        questions=texts.pairs("questions", "Pertanyaan", "Jawaban"),
        contacts=texts.pairs("contacts", "Nama kontak", "Cara menghubungi"),
        attachments=_attachments(texts, speaker),
        audience=tuple(
            regions[code] for code in dict.fromkeys(content.audience) if code in regions
        ),
    )


def _attachments(texts: Texts, speaker: Institution) -> tuple[int, ...]:
    """Only documents of the speaker's own library; another's is as if it were not there."""
    asked = list(dict.fromkeys(texts.content.attachments))
    own = (
        set(files_of(speaker).filter(pk__in=asked).values_list("pk", flat=True)) if asked else set()
    )
    if set(asked) - own:
        texts.flaw(
            "attachments", "Ada lampiran yang tidak ada dalam perpustakaan instansi.",
            "Unggah dokumennya lebih dahulu.",
        )  # fmt: skip
    return tuple(key for key in asked if key in own)


def _earlier(texts: Texts, manuscript: Manuscript) -> Announcement | None:
    content = texts.content
    if content.relation not in Relation.values:
        texts.flaw("relation", "Hubungan dengan pengumuman lama tidak dikenal.", "Pilih satu.")
        return None
    if content.relation == Relation.NEW:
        return None
    found = earlier_named(content.earlier, manuscript.topic)
    if found is None:
        texts.flaw("earlier", "Pengumuman yang dimaksud belum dipilih.", "Pilih dari daftar.")
    return found
