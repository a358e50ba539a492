"""Published pages as sources: of the institutions above a region, and of national ones."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Substr
from django.utils import timezone
from wagtail.models import Page

from selaras.announcements.texts import paragraphs
from selaras.institutions.access import is_key
from selaras.institutions.models import Institution
from selaras.pages.adopting.links import unlinked
from selaras.pages.adopting.regions import lineage
from selaras.pages.adopting.sources import Outcome, Source, State, register
from selaras.pages.adopting.texts import Text, text_on
from selaras.pages.adopting.titles import titled
from selaras.pages.adopting.units import BLOCK, Unit, text_units
from selaras.pages.models import AdoptedText, Adoption, ArticlePage, BasePage, InformationPage
from selaras.pages.models.base import HOME_DEPTH
from selaras.pages.queries import with_institutions

NAME = Adoption.Kind.PAGE.value
WITH_TEXT: tuple[type[BasePage], ...] = (ArticlePage, InformationPage)
# They show what belongs to the source's institution: its pictures, files and pages.
LEFT_BEHIND = frozenset(
    f"{BLOCK}{kind}" for kind in ("picture", "gallery", "document", "read_also")
)
ROOT = HOME_DEPTH * Page.steplen


class Published:
    name = NAME
    label = "Halaman"

    def offered(self, taker: Institution, words: str) -> QuerySet[Page]:
        """Newest first."""
        return _adoptable(taker).filter(titled(words)).order_by("-last_published_at", "-pk")

    def sources(self, rows: Sequence[Page]) -> list[Source]:
        return [source_of(page) for page in with_institutions(_typed(rows))]

    def find(self, key: str, taker: Institution) -> Source | None:
        rows = list(_adoptable(taker).filter(pk=key)) if is_key(key) else []
        return next(iter(self.sources(rows)), None)

    def text(self, source: Source) -> Text:
        """What its readers see, without what belongs to its institution alone."""
        said = text_on(source.row)
        kept = [Unit(one.kind, one.content) for one in said.body if one.kind not in LEFT_BEHIND]
        body = kept or list(text_units(paragraphs(said.lead.content)))
        return Text(said.title, said.lead, tuple(unlinked(body)))

    def outcomes(
        self, taken: Sequence[AdoptedText], takers: Mapping[int, Institution]
    ) -> dict[int, Outcome]:
        pages = [row.source_page for row in taken if row.source_page is not None]
        known = {page.pk: page for page in with_institutions(_typed(pages))}
        return {row.pk: _outcome(row, known.get(row.source_page_id)) for row in taken}


def source_of(page: BasePage) -> Source:
    return Source(
        NAME, str(page.pk), page.institution, page.title, page.full_url or "",
        version_of(page), moment_of(page), page,
        withdrawn=not page.live,
    )  # fmt: skip


def moment_of(page: Page) -> datetime:
    """When the public version was published; pages that were made in bulk need not know."""
    moment: datetime = page.last_published_at or page.first_published_at or timezone.now()
    return moment


def version_of(page: Page) -> str:
    """The version that the public reads; pages that were made without one have `0`."""
    return str(page.live_revision_id or 0)


def left_behind(source: Source) -> int:
    """How many pictures, files and links of a page do not come with its text."""
    if source.kind != NAME:
        return 0
    return sum(unit.kind in LEFT_BEHIND for unit in text_on(source.row).body)


def _adoptable(taker: Institution) -> QuerySet[Page]:
    above = [code for code in lineage(taker.region) if code != taker.region_id]
    homes = Institution.objects.filter(region__in=above or [taker.region_id]).exclude(pk=taker.pk)
    roots = homes.exclude(site=None).values("site__root_page__path")
    found: QuerySet[Page] = Page.objects.live().public().type(*WITH_TEXT)
    within: QuerySet[Page] = found.annotate(root=Substr("path", 1, ROOT)).filter(root__in=roots)
    return within


def _typed(rows: Sequence[Page]) -> list[Any]:
    """As their own types; one query for each."""
    found: dict[int, BasePage] = {}
    keys = {row.pk for row in rows}
    for model in WITH_TEXT:
        for page in model.objects.filter(pk__in=keys) if keys else ():
            found[page.pk] = page
    return [found[row.pk] for row in rows if row.pk in found]


def _outcome(row: AdoptedText, page: BasePage | None) -> Outcome:
    if page is None:
        reason = "Halaman sumber sudah dihapus."
        return Outcome(State.WITHDRAWN, row.taken_at, reason=reason)
    if not page.live:
        since = page.withdrawn_at or page.last_published_at or row.taken_at
        reason = page.withdrawal_reason or "Halaman sumber tidak terbit lagi."
        return Outcome(State.WITHDRAWN, since, reason=reason)
    if version_of(page) != row.version:
        newer = source_of(page)
        return Outcome(State.CHANGED, newer.moment, newer)
    return Outcome(State.STANDING, row.version_at)


register(Published())
