"""Brings an old website from its WordPress export. Repeatable: what is here is not made again.

First the whole file is read, so that a broken one writes nothing. Then come the media, an empty
draft for each post and page, and at last their texts. Everything is done in small transactions,
each with its row in the ledger of imported items: an import that was killed goes on where it was.
"""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from selaras.common.errors import Refused
from selaras.institutions.models import Institution
from selaras.ledger.services import record
from selaras.pages.clearance import without_review
from selaras.pages.models import SectionPage
from selaras.pages.models.imported import ImportedItem
from selaras.pages.wordpress.building import Builder
from selaras.pages.wordpress.drafting import Draft, Drafter
from selaras.pages.wordpress.errors import NotImportable
from selaras.pages.wordpress.fetching import Allowed, Fetcher, is_public
from selaras.pages.wordpress.items import Item
from selaras.pages.wordpress.library import Library
from selaras.pages.wordpress.oldsite import OldSite
from selaras.pages.wordpress.reading import open_export
from selaras.pages.wordpress.records import Records
from selaras.pages.wordpress.report import Line, Outcome, Report
from selaras.pages.wordpress.scanning import Overview, scan, shown_title
from selaras.pages.wordpress.uploads import Uploads
from selaras.pages.wordpress.writing import IMPORT, RESERVED, Writer, free_name

NEWS = "Berita"
LONGEST_SOURCE = 200
State = ImportedItem.State
Progress = Callable[[int, int], None]


def import_wordpress(
    *,
    actor: str,
    institution: Institution,
    file: Path,
    media: Path | None = None,
    fetch_media: bool = False,
    dry_run: bool = False,
    allowed: Allowed = is_public,
    progress: Progress = lambda done, all_of_them: None,
) -> Report:
    """Import an export into an institution's site, or only say what would happen.

    `media` is a copy of `wp-content/uploads`; with `fetch_media` the rest is asked from the old
    site, at addresses that `allowed` accepts. Raises `UnreadableExport` or `NotImportable`
    before anything is written.
    """
    run = _Run(actor, institution, scan(file), dry_run=dry_run)
    run.open(media, allowed if fetch_media else None)
    run.library.take_all()
    run.reserve()
    run.write_all(file, progress)
    run.finish()
    return run.report


class _Run:
    """One import of one export."""

    def __init__(
        self, actor: str, institution: Institution, overview: Overview, *, dry_run: bool
    ) -> None:
        if institution.site is None:
            raise NotImportable(f"{institution.name} belum punya situs.", "Jalankan selaras setup.")
        if not overview.site.url or len(overview.site.url) > LONGEST_SOURCE:
            raise NotImportable("Ekspor ini tidak menyebut alamat situs lamanya.", "Ekspor ulang.")
        self._actor = actor
        self._institution = institution
        self._home = institution.site.root_page
        self._overview = overview
        self._old = OldSite(overview)
        self._records = Records(institution, overview.site.url)
        self._writer: Writer | None = None
        self.report = Report(overview.site.url, institution.slug, dry_run)
        self.report.lines += overview.skipped
        self.report.remarks += _remarks(overview)

    def open(self, media: Path | None, allowed: Allowed | None) -> None:
        """Say where media come from. Raises `NotImportable`."""
        fetcher = Fetcher(self._old.host, self._old.port, allowed) if allowed else None
        self.library = Library(
            actor=self._actor,
            institution=self._institution,
            overview=self._overview,
            old=self._old,
            records=self._records,
            uploads=Uploads(media, fetcher),
            report=self.report,
        )
        builder = Builder(library=self.library, old=self._old, records=self._records)
        self._drafter = Drafter(
            institution=self._institution,
            site=self._overview.site,
            library=self.library,
            builder=builder,
        )

    def reserve(self) -> None:
        """Make the section and an empty draft for each item that is new."""
        if self.report.dry_run:
            return
        entries = list(self._overview.entries.values())
        news = _news_section(self._home) if any(e.kind == "post" for e in entries) else self._home
        self._writer = Writer(
            actor=self._actor,
            institution=self._institution,
            records=self._records,
            home=self._home,
            news=news,
        )
        self._writer.reserve(entries)

    def write_all(self, file: Path, progress: Progress) -> None:
        done = 0
        with open_export(file) as export:
            for item in export.items():
                entry = self._overview.entries.get(item.wp_id)
                if entry is not None and entry.kind == item.kind:
                    self.report.add(self._written(item))
                    done += 1
                    progress(done, len(self._overview.entries))

    def finish(self) -> None:
        if self.report.dry_run:
            return
        with transaction.atomic():
            record(
                actor=self._actor,
                institution=self._institution.slug,
                action="pages.import",
                object_kind="institution",
                object_id=self._institution.slug,
                details={"source": self.report.source, "counts": self.report.counts},
            )

    def _written(self, item: Item) -> Line:
        try:
            draft = self._drafter.draft(item)
            self.report.links += self._drafter.builder.links
            outcome, reason, notes = self._outcome(item, draft)
        except Refused as error:
            outcome, reason, notes = Outcome.FAILED, error.problem, ()
        return Line(str(item.wp_id), item.kind, shown_title(item), outcome, reason, notes)

    def _outcome(self, item: Item, draft: Draft) -> tuple[Outcome, str, tuple[str, ...]]:
        row = self._records.get(str(item.wp_id))
        again = row is not None and row.state == State.DONE
        if row is not None and again:
            reason = _reason_to_keep(row, draft)
            if reason:
                return Outcome.KEPT, reason, ()
            if row.digest == draft.digest:
                return Outcome.UNCHANGED, "", ()
        outcome = Outcome.UPDATED if again else Outcome.CREATED
        more: tuple[str, ...] = ()
        if self._writer is not None and row is not None:
            more = self._writer.write(row, self._overview.entries[item.wp_id], draft)
        return outcome, _said_of(draft), (*draft.notes, *more)


def _reason_to_keep(row: ImportedItem, draft: Draft) -> str:
    """Why an editor's word stands, although the old site says something else."""
    page = row.page
    if page is None:
        return "Sudah dihapus redaksi; tidak dibuat lagi."
    if row.digest == draft.digest:
        return ""
    if page.latest_revision_id != row.revision:
        return "Berubah di situs lama, tetapi redaksi sudah menyuntingnya di sini; tidak ditimpa."
    if not page.live and page.first_published_at is not None:
        return "Berubah di situs lama, tetapi redaksi sudah menariknya di sini; tidak ditimpa."
    return ""


def _said_of(draft: Draft) -> str:
    """What an editor should know of the state in which a page came."""
    if draft.status == "future":
        later = draft.moment is not None and draft.moment > timezone.now()
        return "Dijadwalkan." if later else "Jadwalnya sudah lewat: langsung terbit."
    return "Menjadi draf." if draft.status != "publish" else ""


def _remarks(overview: Overview) -> list[str]:
    said = []
    if overview.internal:
        said.append(f"{overview.internal} butir pengaturan WordPress tidak ikut.")
    if overview.comments:
        said.append(f"{overview.comments} komentar tidak ikut.")
    removed, line = overview.removed_characters
    if removed:
        said.append(f"{removed} karakter kendali dibuang; yang pertama di baris {line}.")
    return said


def _news_section(home: Page) -> SectionPage:
    """The section that posts go to: the one that is there, or a new one."""
    inside: SectionPage | None = SectionPage.objects.child_of(home).filter(title=NEWS).first()
    if inside is not None:
        return inside
    taken = set(Page.objects.child_of(home).values_list("slug", flat=True))
    section = SectionPage(title=NEWS, slug=free_name("berita", taken | RESERVED))
    with transaction.atomic():
        home.add_child(instance=section)
        with without_review(IMPORT):
            section.save_revision().publish()
    return section
