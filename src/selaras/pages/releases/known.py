"""What is read of all pages of a release together: a fixed number of queries."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Page, Revision

from selaras.announcements.draft import AnnouncementDraft
from selaras.facts.results import Question
from selaras.institutions.queries import parentages
from selaras.pages.holders import stored_data
from selaras.pages.models import Release, ReleaseItem
from selaras.pages.publishing import never_stated
from selaras.pages.releases.queries import Approval, approvals, pages_of


@dataclass(frozen=True, slots=True)
class Known:
    """What was read of all pages together."""

    release: Release
    at: datetime
    pages: dict[int, Page]
    revisions: dict[int, Revision]
    approved: set[Approval]
    never: dict[int, list[str]]
    taken: set[int]  # items whose address another page has


def read_pages(
    release: Release, items: list[ReleaseItem], at: datetime, draft: AnnouncementDraft | None
) -> Known:
    pages = {
        page.pk: page
        for page in pages_of(release.institution).filter(
            pk__in=[item.page_id for item in items if item.page_id]
        )
    }
    revisions = Revision.objects.in_bulk([item.revision for item in items])
    return Known(
        release,
        at,
        pages,
        revisions,
        approvals(revisions.values()),
        _never_stated(release, items, revisions, draft),
        _address_taken(release, items, pages, revisions),
    )


def _never_stated(
    release: Release,
    items: list[ReleaseItem],
    revisions: dict[int, Revision],
    draft: AnnouncementDraft | None,
) -> dict[int, list[str]]:
    """Labels of facts that nobody has stated, and that this announcement does not state either."""
    texts = {
        item.pk: stored_data(revisions[item.revision].content)
        for item in items
        if item.revision in revisions
    }
    missing = never_stated(texts, release.institution.region)
    every = set().union(*missing.values())
    if not every:
        return {}
    stated = {(one.fact_type.pk, one.region.pk) for one in draft.facts} if draft else set()
    tree = parentages({asked.code for one in every for asked in one.questions})

    def lacks(asked: Question) -> bool:
        above = tree.above(asked.code, asked.at) if asked.fact_type.inherited else []
        return not any((asked.fact_type.pk, code) in stated for code in (asked.code, *above))

    return {
        key: sorted({one.fact_type.label for one in found if all(map(lacks, one.questions))})
        for key, found in missing.items()
    }


def _address_taken(
    release: Release,
    items: list[ReleaseItem],
    pages: dict[int, Page],
    revisions: dict[int, Revision],
) -> set[int]:
    """Items whose slug another page below the same one has, or gets in this release."""
    wanted = {
        item.pk: (
            pages[item.page_id].path[: -Page.steplen],
            revisions[item.revision].content["slug"],
        )
        for item in items
        if item.page_id in pages and item.revision in revisions
    }
    slugs = {slug for _, slug in wanted.values()}
    rows = pages_of(release.institution).filter(slug__in=slugs).values_list("pk", "path", "slug")
    holders = {(path[: -Page.steplen], slug): pk for pk, path, slug in rows}
    times = Counter(wanted.values())
    own = {item.pk: item.page_id for item in items}
    return {
        key
        for key, place in wanted.items()
        if times[place] > 1 or holders.get(place, own[key]) != own[key]
    }
