"""The portal's own pages. Each room offers those that it shows; rooms above do so at start."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from selaras.announcements.queries import public
from selaras.pages.models import PageSubject
from selaras.tallies.queries import tallies


@dataclass(frozen=True, slots=True)
class PortalPage:
    """The Indonesian path of a page of the portal, and when it last changed if that is known."""

    path: str
    changed: datetime | None = None


Offer = Callable[[], Iterable[PortalPage]]
_offers: list[Offer] = []


def offer(pages: Offer) -> Offer:
    """Put these pages into the portal's sitemap; the number of queries must not grow with them."""
    if pages not in _offers:
        _offers.append(pages)
    return pages


def portal_pages() -> Iterator[PortalPage]:
    for pages in _offers:
        yield from pages()


@offer
def announcement_pages() -> Iterator[PortalPage]:
    yield PortalPage(reverse("announcements:index"))
    told = public().order_by("-published_at").values_list("slug", "published_at")
    for slug, published_at in told:
        yield PortalPage(reverse("announcements:detail", args=(slug,)), published_at)


@offer
def tally_pages() -> Iterator[PortalPage]:
    found = list(tallies())
    if found:
        yield PortalPage(reverse("tallies:index"))
    for tally in found:
        yield PortalPage(reverse("tallies:detail", args=(tally.slug,)))


@offer
def subject_pages() -> Iterator[PortalPage]:
    used = PageSubject.objects.filter(page__live=True)
    for slug in used.order_by("subject__slug").values_list("subject__slug", flat=True).distinct():
        yield PortalPage(reverse("pages:subject", args=(slug,)))
