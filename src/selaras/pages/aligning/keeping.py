"""Keep what pages say about official facts: their public versions, and drafts that differ."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.dateparse import parse_datetime
from wagtail.models import Page, Revision

from selaras.alignment.models import CheckedText
from selaras.alignment.services.keeping import forget, keep_all
from selaras.alignment.services.texts import SourceText
from selaras.embeds.blocks import blocks_in
from selaras.embeds.spec import specs_in
from selaras.institutions.models import Region
from selaras.pages.aligning.parts import parts_of
from selaras.pages.models import ArticlePage, ContentPage, EmergencyPage, SectionPage
from selaras.pages.models.base import BasePage
from selaras.pages.queries import with_institutions

SOURCE = "page"
NEWS: tuple[type[BasePage], ...] = (ArticlePage, EmergencyPage)
LIVING_DAYS = 30
EDITORS = "selaras.config.urls.editor"
State = CheckedText.State


def text_types() -> tuple[type[BasePage], ...]:
    """The types of pages that say something."""
    return (*ContentPage.__subclasses__(), SectionPage)


def keep_pages(keys: Iterable[int]) -> None:
    """Keep these pages as they are now, and forget what is no longer public, or no longer there.

    Idempotent. The number of queries does not grow with the pages, but with their types. What
    somebody else changed and kept meanwhile is not overwritten for long: it is looked at again.
    """
    wanted = sorted(set(keys))
    while wanted:
        before = _versions(wanted)
        _keep(wanted)
        after = _versions(wanted)
        wanted = [key for key in wanted if before.get(key) != after.get(key)]


def _keep(keys: Sequence[int]) -> None:
    pages = [page for page in with_institutions(_typed(keys)) if "institution" in vars(page)]
    drafts = Revision.objects.in_bulk(
        [page.latest_revision_id for page in pages if page.has_unpublished_changes]
    )
    texts = [_published(page) for page in pages if page.live]
    texts += [
        _draft(page, drafts[page.latest_revision_id])
        for page in pages
        if page.has_unpublished_changes and page.latest_revision_id in drafts
    ]
    keep_all(texts)
    for state in State:
        kept = {text.source_id for text in texts if text.state == state}
        gone = [str(key) for key in keys if str(key) not in kept]
        if gone:
            forget(source=SOURCE, source_ids=gone, state=state)


def _versions(keys: Sequence[int]) -> dict[int, tuple[Any, ...]]:
    """What tells one state of a page from the next; one query."""
    rows = Page.objects.filter(pk__in=keys).values_list(
        "pk", "live", "live_revision_id", "latest_revision_id", "has_unpublished_changes", "path"
    )
    return {row[0]: row for row in rows}


def dated(moment: datetime | None, region: Region) -> tuple[date | None, date | None]:
    """The day of which a published page speaks, and from when on it speaks of that day.

    News (articles and emergency notices, which carry a dateline) speaks of the day of its
    dateline once that is more than thirty days ago, until then of today: for so long readers
    take it for the present, and later it is history that was right when it was written. Pages
    that stand (information, documents, contacts, sections) have no such day: always of today.
    """
    if moment is None:
        return None, None
    day = region.local(moment).date()
    return day, day + timedelta(days=LIVING_DAYS + 1)


@dataclass(frozen=True, slots=True)
class _Written:
    """What one version says, as it is stored."""

    title: str
    lead: str
    body: list[dict[str, Any]]
    dated: datetime | None


def _typed(keys: Sequence[int]) -> Iterator[BasePage]:
    """The pages as their own types; one query for each type."""
    for model in text_types():
        yield from model.objects.filter(pk__in=keys)


def _published(page: BasePage) -> SourceText:
    body = getattr(page, "body", None)
    written = _Written(
        page.title,
        getattr(page, "lead", ""),
        list(body.get_prep_value()) if body is not None else [],
        getattr(page, "dated", None) if isinstance(page, NEWS) else None,
    )
    version = str(page.live_revision_id or f"0:{_digest(written)}")
    return _text(page, written, State.PUBLISHED, version, page.full_url or "")


def _draft(page: BasePage, revision: Revision) -> SourceText:
    """A draft of a page that was never public speaks of today, whenever it was begun."""
    content = revision.content
    begun = page.first_published_at is None or not isinstance(page, NEWS)
    written = _Written(
        str(content.get("title") or ""),
        str(content.get("lead") or ""),
        json.loads(content.get("body") or "[]"),
        None if begun else parse_datetime(str(content.get("dated"))),
    )
    return _text(page, written, State.DRAFT, str(revision.pk), "")


def _text(
    page: BasePage, written: _Written, state: State, version: str, address: str
) -> SourceText:
    institution = page.institution
    speaks_on, dated_from = dated(written.dated, institution.region)
    return SourceText(
        source=SOURCE,
        source_id=str(page.pk),
        state=state,
        version=version,
        institution=institution,
        region=institution.region,
        title=written.title,
        parts=parts_of(written.title, written.lead, written.body),
        address=address,
        edit_address=reverse("wagtailadmin_pages:edit", args=[page.pk], urlconf=EDITORS),
        speaks_on=speaks_on,
        dated_from=dated_from,
        embeds=sum(1 for _ in specs_in(written.body)) + sum(1 for _ in blocks_in(written.body)),
    )


def _digest(written: _Written) -> str:
    """Pages that were made without a revision are told apart by what they say."""
    said = json.dumps([written.title, written.lead, written.body], sort_keys=True, default=str)
    return hashlib.sha256(said.encode()).hexdigest()


def below(path: str) -> list[int]:
    """The keys of a page and of all below it."""
    return list(Page.objects.filter(path__startswith=path).values_list("pk", flat=True))
