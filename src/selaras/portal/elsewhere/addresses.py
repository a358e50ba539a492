"""Where things stand on the portal, whatever host asks, in the language that is spoken now."""

from django.conf import settings
from django.urls import reverse

from selaras.facts.models import FactType
from selaras.institutions.hosts import portal_url
from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL
from selaras.portal.facts import anchor_of


def portal_path(name: str, *arguments: str) -> str:
    return reverse(name, args=arguments, urlconf=settings.HOST_URLCONFS["portal"])


def address(name: str, *arguments: str) -> str:
    """The absolute address of a page of the portal, by its route."""
    return portal_url(portal_path(name, *arguments))


def region_address(region: Region) -> str:
    """The page of a region; the country's is the portal's home."""
    if region.pk == NATIONAL:
        return address("portal:home")
    return address("portal:region", region.pk)


def fact_address(fact_type: FactType, region: Region) -> str:
    """Where people read this fact: on the page of its region."""
    return f"{region_address(region)}#{anchor_of(fact_type)}"
