"""What the portal's own pages add to its sitemap."""

from collections.abc import Iterator

from django.urls import reverse

from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL
from selaras.pages.machines.sitemaps.portal import PortalPage, offer


@offer
def home_and_regions() -> Iterator[PortalPage]:
    """They show what is current: no date says when they changed."""
    yield PortalPage(reverse("portal:home"))
    yield PortalPage(reverse("elsewhere:page"))
    for code in Region.objects.exclude(pk=NATIONAL).values_list("pk", flat=True):
        yield PortalPage(reverse("portal:region", args=(code,)))
