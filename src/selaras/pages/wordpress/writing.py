"""Writes drafts as pages. Every page is reserved first, so that texts can link to each other."""

from copy import deepcopy
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Locale, Page

from selaras.institutions.models import Institution
from selaras.ledger.services import record
from selaras.pages.bulk import add_children
from selaras.pages.clearance import without_review
from selaras.pages.models import ArticlePage, InformationPage, PageSubject
from selaras.pages.models.imported import ImportedItem
from selaras.pages.past.services import publication_begins
from selaras.pages.wordpress.drafting import Draft, title_of
from selaras.pages.wordpress.records import Records
from selaras.pages.wordpress.redirects import keep_page_address, numbered
from selaras.pages.wordpress.scanning import Entry

BATCH = 200
LONGEST_SLUG = 200
IMPORT = "impor"  # what the audit says of pages that nobody reviewed here
# Below a home page these lead elsewhere.
RESERVED = {"documents", "en", "halaman", "id", "media", "semua", "static", "topik"}
State = ImportedItem.State
Written = ArticlePage | InformationPage


class Writer:
    """Writes pages below the section of news and below the home page of one institution."""

    def __init__(
        self, *, actor: str, institution: Institution, records: Records, home: Page, news: Page
    ) -> None:
        self._actor = actor
        self._institution = institution
        self._records = records
        self._parents = {"post": news, "page": home}

    def reserve(self, entries: list[Entry]) -> None:
        """Make an empty draft for each item that has no page yet. Repeatable."""
        for kind, parent in self._parents.items():
            missing = [entry for entry in entries if entry.kind == kind and self._lacks(entry)]
            taken = set(Page.objects.child_of(parent).values_list("slug", flat=True))
            for start in range(0, len(missing), BATCH):
                self._reserve(parent, missing[start : start + BATCH], taken | RESERVED)
                taken = set(Page.objects.child_of(parent).values_list("slug", flat=True))

    def write(self, row: ImportedItem, entry: Entry, draft: Draft) -> tuple[str, ...]:
        """Write a draft into the item's page, and publish or schedule it as the old site did.

        One transaction with the item's row. Returns what else is to be told.
        """
        first = row.state != State.DONE
        with transaction.atomic():
            page = self._page(row)
            _fill(page, draft)
            notes = self._finish(page, entry, draft, first=first)
            row.state, row.problem, row.digest = State.DONE, "", draft.digest
            row.revision = Page.objects.values_list("latest_revision", flat=True).get(pk=page.pk)
            self._records.keep(row)
            record(
                actor=self._actor,
                institution=self._institution.slug,
                action="pages.import.create" if first else "pages.import.update",
                object_kind="page",
                object_id=str(page.pk),
                revision=str(row.revision or ""),
                details={"source": row.source, "key": row.key, "title": draft.title},
            )
        return notes

    def _lacks(self, entry: Entry) -> bool:
        row = self._records.get(entry.key)
        return row is None or (row.page_id is None and row.state != State.DONE)

    @transaction.atomic
    def _reserve(self, parent: Page, entries: list[Entry], taken: set[str]) -> None:
        parent.refresh_from_db()
        pages = [self._empty(entry, taken) for entry in entries]
        add_children({parent: pages})
        rows = []
        for entry, page in zip(entries, pages, strict=True):
            row = self._records.get(entry.key) or self._records.new(entry.key, entry.kind)
            row.page_id, row.state = page.pk, State.BEGUN
            rows.append(row)
        self._records.begin(rows)

    def _empty(self, entry: Entry, taken: set[str]) -> Written:
        model = ArticlePage if entry.kind == "post" else InformationPage
        title = title_of(entry.title, entry.wp_id)
        page = model(
            title=title,
            draft_title=title,
            slug=free_slug(entry, taken),
            lead=title,
            body=[],
            live=False,
            has_unpublished_changes=True,
            locale=Locale.get_default(),
            content_type=ContentType.objects.get_for_model(model),
        )
        if isinstance(page, ArticlePage):
            page.byline, page.place = self._institution.short_name, self._institution.place
        return page

    def _page(self, row: ImportedItem) -> Written:
        model = ArticlePage if row.kind == ImportedItem.Kind.POST else InformationPage
        page: Written = model.objects.select_for_update().get(pk=row.page_id)
        page.institution = self._institution
        return page

    def _finish(self, page: Written, entry: Entry, draft: Draft, *, first: bool) -> tuple[str, ...]:
        if not entry.is_public or draft.status == "draft":
            page.save()
            page.save_revision()
            return ("Halaman ini tetap terbit.",) if page.live else ()
        moment = draft.moment or timezone.now()
        later = moment if draft.status == "future" and moment > timezone.now() else None
        _publish(page, moment=moment, later=later, first=first)
        path = entry.link.partition("://")[2].partition("/")[2]
        olds = [f"/{path}", numbered(entry.kind, entry.wp_id)]
        said = (keep_page_address(self._institution, old, page) for old in dict.fromkeys(olds))
        return tuple(filter(None, said))


def free_slug(entry: Entry, taken: set[str]) -> str:
    """A slug that no sibling has; it counts as taken from now on."""
    wanted = slugify(entry.slug) or slugify(entry.title) or f"tulisan-{entry.wp_id}"
    return free_name(wanted[:LONGEST_SLUG].strip("-_"), taken)


def free_name(wanted: str, taken: set[str]) -> str:
    """The wanted slug, or the first of `-2`, `-3` … that is free."""
    slug, number = wanted, 1
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    taken.add(slug)
    return slug


def _fill(page: Written, draft: Draft) -> None:
    page.title = page.draft_title = draft.title
    page.lead = draft.lead
    page.body = deepcopy(draft.body)  # blocks get their ids in place
    if isinstance(page, ArticlePage):
        page.kicker, page.byline = draft.kicker, draft.byline
        page.picture, page.picture_caption = draft.picture, draft.picture_caption
        if draft.moment is not None:
            page.dated = draft.moment
    subjects = [PageSubject(subject=subject) for subject in draft.subjects]
    page.page_subjects.set(subjects)


def _publish(page: Written, *, moment: datetime, later: datetime | None, first: bool) -> None:
    """Publish now with the old site's date, or leave it to the clock for a later moment."""
    stored = type(page).objects.filter(pk=page.pk)
    if first and later is None:
        page.first_published_at = moment
        stored.update(first_published_at=moment)
    page.go_live_at = later
    with without_review(IMPORT):
        page.save_revision().publish()
    if first and later is None:
        stored.update(last_published_at=moment)
        page.last_published_at = moment
        publication_begins(page, revision=page.live_revision_id)
