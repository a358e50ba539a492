"""The oEmbed provider (oembed.com, version 1.0): a page of the portal as a frame, by its address.

Each room offers the pages that it can put into a frame; rooms above this one do so at start.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.institutions.hosts import portal_url
from selaras.tallies.addresses import HEIGHT, WIDTH, snippet
from selaras.tallies.queries import panel

CACHE_SECONDS = 3600
_TALLY = re.compile(r"/rekapitulasi/([-a-zA-Z0-9_]+)/(?:sematan/|versi/[0-9]{1,6}/)?")
_SIZE = re.compile(r"[1-9][0-9]{0,4}")


@dataclass(frozen=True, slots=True)
class Frame:
    """What can stand on a page elsewhere. `html` makes its code for a width and a height, which
    are at most those that are wanted here."""

    title: str
    author_name: str
    html: Callable[[int, int], str]
    width: int = WIDTH
    height: int = HEIGHT


# Asked with the path of a page, without its language, and with the fragment; None: not ours.
# It is asked in the language of the address.
Provider = Callable[[str, str], Frame | None]
_providers: list[Provider] = []


def provides(provider: Provider) -> Provider:
    """Offer a room's pages to oEmbed. They must not overlap with what others offer."""
    if provider not in _providers:
        _providers.append(provider)
    return provider


def oembed_address(page: str) -> str:
    """Where the page with this absolute address is offered, for `<link rel="alternate">`."""
    path = reverse("tallies:oembed", urlconf=settings.HOST_URLCONFS["portal"])
    return f"{portal_url(path)}?{urlencode({'url': page, 'format': 'json'})}"


@provides
def tally_frame(path: str, fragment: str) -> Frame | None:
    match = _TALLY.fullmatch(path)
    found = panel(match.group(1)) if match else None
    if found is None:
        return None
    tally = found.tally
    return Frame(
        title=tally.title,
        author_name=tally.source_name,
        html=lambda width, height: snippet(tally, width=str(width), height=height),
    )


@require_safe
def provide(request: HttpRequest) -> HttpResponse:
    """400 for a request that makes no sense, 404 for an address that is not ours, 501 for XML."""
    if request.GET.get("format", "json").lower() != "json":
        return _refused(_("Hanya format=json yang tersedia."), 501)
    url = request.GET.get("url", "")
    if not url:
        return _refused(_("Parameter url belum diisi."), 400)
    sizes = {name: request.GET.get(name, "") for name in ("maxwidth", "maxheight")}
    for name, size in sizes.items():
        if size and not _SIZE.fullmatch(size):
            words = _("Parameter %(name)s harus bilangan bulat di atas nol.") % {"name": name}
            return _refused(words, 400)
    parts = _ours(url)
    body = _described(parts, sizes) if parts else None
    if body is None:
        return _refused(_("Tidak ada yang dapat disematkan pada alamat itu."), 404)
    return _answered(body, 200)


def _described(parts: SplitResult, sizes: dict[str, str]) -> dict[str, object] | None:
    language = translation.get_language_from_path(parts.path)
    path = parts.path.removeprefix(f"/{language}") if language else parts.path
    with translation.override(language or settings.LANGUAGE_CODE):
        offered = (provider(path, parts.fragment) for provider in _providers)
        frame = next((one for one in offered if one is not None), None)
        if frame is None:
            return None
        width = min(frame.width, int(sizes["maxwidth"] or frame.width))
        height = min(frame.height, int(sizes["maxheight"] or frame.height))
        return {
            "version": "1.0",
            "type": "rich",
            "title": frame.title,
            "author_name": frame.author_name,
            "provider_name": "Selaras",
            "provider_url": portal_url(),
            "cache_age": CACHE_SECONDS,
            "width": width,
            "height": height,
            "html": frame.html(width, height),
        }


def _ours(url: str) -> SplitResult | None:
    """The parts of an address on the portal; None for every other address."""
    try:
        parts = urlsplit(url)
        host = (parts.scheme, parts.hostname, parts.port)
    except ValueError:
        return None
    port = None if not settings.PORT_SUFFIX else settings.PORT
    ours = {(scheme, settings.DOMAIN, port) for scheme in (settings.SCHEME, "https")}
    return parts if host in ours else None


def _refused(words: str, status: int) -> HttpResponse:
    return _answered({"error": words}, status)


def _answered(body: dict[str, object], status: int) -> HttpResponse:
    response = JsonResponse(body, status=status, json_dumps_params={"ensure_ascii": False})
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
