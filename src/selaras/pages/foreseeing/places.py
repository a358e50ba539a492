"""Which pages can be looked at as they will be."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from wagtail.models import Page

from selaras.embeds.models import FactUse
from selaras.institutions.models import Institution, Region
from selaras.institutions.queries import NATIONAL
from selaras.pages.holders import KIND
from selaras.pages.past.addresses import path_inside

MOST = 20
OWN, PORTAL = "pengumuman", "portal"
PORTAL_URLS = settings.HOST_URLCONFS["portal"]


@dataclass(frozen=True, slots=True)
class Spot:
    """One page: `key` is how an address of the preview names it; host and path are public."""

    key: str
    title: str
    host: str
    path: str


def portal_spots(region: Region | None = None) -> list[Spot]:
    """The announcement's own page, the portal's home, and the page of a region."""

    def spot(key: str, title: str, path: str) -> Spot:
        return Spot(key, title, settings.DOMAIN, path)

    found = [
        spot(OWN, "Halaman pengumuman ini", "/pengumuman/{slug}/"),
        spot(PORTAL, "Beranda portal nasional", reverse("portal:home", PORTAL_URLS)),
    ]
    if region is not None and region.pk != NATIONAL:
        path = reverse("portal:region", PORTAL_URLS, args=[region.pk])
        found.append(spot("wilayah", f"Halaman wilayah {region.full_name}", path))
    return found


def site_spots(institution: Institution, types: Iterable[UUID]) -> list[Spot]:
    """The home page of a site, and its public pages that say one of these facts."""
    if institution.site is None:
        return []
    home = institution.site.root_page
    uses = FactUse.objects.filter(
        institution=institution, holder_kind=KIND, state=FactUse.State.LIVE, fact_type__in=types
    )
    saying = {int(key) for key in uses.values_list("holder_id", flat=True)}
    pages = Page.objects.live().public().descendant_of(home).filter(pk__in=saying)
    return [
        Spot(str(page.pk), title, institution.host, path_inside(page.url_path))
        for page, title in [(home, "Beranda"), *((one, one.title) for one in _newest(pages))]
    ]


def _newest(pages: Iterable[Page]) -> list[Page]:
    return list(pages.order_by("-last_published_at", "-pk")[:MOST])  # type: ignore[attr-defined]


def institutions(words: str) -> list[Institution]:
    """Those whose name or region has these words; a first few."""
    found = Institution.objects.select_related("region", "site__root_page").exclude(site=None)
    for word in words.split():
        found = found.filter(Q(name__icontains=word) | Q(region__name__icontains=word))
    return list(found.order_by("region_id", "slug")[:MOST])
