"""The addresses that are filled before anybody asks: every published page, and the portal's."""

from collections.abc import Iterator
from urllib.parse import quote

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from selaras.announcements.queries import public
from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL
from selaras.pages.models import Publication, SiteProfile
from selaras.tallies.queries import tallies

Place = tuple[str, str]  # host, and path as WSGI has it


def published() -> Iterator[Place]:
    """In the country's language; other languages are made when somebody asks for them."""
    yield from _portal()
    for profile in SiteProfile.objects.exclude(colour="").select_related("institution"):
        digits = profile.colour.lstrip("#").lower()
        yield profile.institution.host, _at("look:colour", digits)
    rows = Publication.objects.filter(public_to=None).order_by("institution", "tree_path")
    for host, path in rows.values_list("host", "path").iterator():
        yield host, wsgi_path(path)


def wsgi_path(path: str) -> str:
    """A path of text as a server hands it over: bytes in UTF-8, each as one character."""
    return path.encode().decode("latin-1")


def as_url(host: str, path: str) -> str:
    inside = quote(path.encode("latin-1"))
    return f"{settings.SCHEME}://{host}{settings.PORT_SUFFIX}{inside}"


def _portal() -> Iterator[Place]:
    with translation.override(settings.LANGUAGE_CODE):
        paths = [
            _at("portal:home"),
            *(_at("portal:region", code) for code in _codes()),
            _at("announcements:index"),
            *(_at("announcements:detail", one.slug) for one in public().only("slug")),
            _at("tallies:index"),
            *(_at("tallies:detail", one.slug) for one in tallies()),
        ]
    for path in paths:
        yield settings.DOMAIN, wsgi_path(path)


def _codes() -> list[str]:
    return list(Region.objects.exclude(pk=NATIONAL).values_list("pk", flat=True))


def _at(name: str, *arguments: str) -> str:
    return reverse(name, urlconf=settings.HOST_URLCONFS["portal"], args=arguments)
