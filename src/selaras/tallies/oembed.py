"""The oEmbed provider (oembed.com, version 1.0): a tally as a frame, given its page's address."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.institutions.hosts import portal_url
from selaras.tallies.addresses import HEIGHT, WIDTH, snippet
from selaras.tallies.queries import panel

CACHE_SECONDS = 3600
_PAGE = re.compile(r"(?:/[a-z]{2})?/rekapitulasi/([-a-zA-Z0-9_]+)/(?:sematan/|versi/[0-9]{1,6}/)?")
_SIZE = re.compile(r"[1-9][0-9]{0,4}")


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
    found = panel(slug) if (slug := _slug_of(url)) else None
    if found is None:
        return _refused(_("Tidak ada rekapitulasi pada alamat itu."), 404)
    width = min(WIDTH, int(sizes["maxwidth"] or WIDTH))
    height = min(HEIGHT, int(sizes["maxheight"] or HEIGHT))
    with translation.override(_language_of(url)):
        body = {
            "version": "1.0",
            "type": "rich",
            "title": found.tally.title,
            "author_name": found.tally.source_name,
            "provider_name": "Selaras",
            "provider_url": portal_url(),
            "cache_age": CACHE_SECONDS,
            "width": width,
            "height": height,
            "html": snippet(found.tally, width=str(width), height=height),
        }
    return _answered(body, 200)


def _slug_of(url: str) -> str:
    """The tally whose page has this address; empty for every other address."""
    try:
        parts = urlsplit(url)
        host = (parts.scheme, parts.hostname, parts.port)
    except ValueError:
        return ""
    port = None if not settings.PORT_SUFFIX else settings.PORT
    if host not in {(scheme, settings.DOMAIN, port) for scheme in (settings.SCHEME, "https")}:
        return ""
    match = _PAGE.fullmatch(parts.path)
    return match.group(1) if match else ""


def _language_of(url: str) -> str:
    path = urlsplit(url).path
    return translation.get_language_from_path(path) or settings.LANGUAGE_CODE


def _refused(words: str, status: int) -> HttpResponse:
    return _answered({"error": words}, status)


def _answered(body: dict[str, object], status: int) -> HttpResponse:
    response = JsonResponse(body, status=status, json_dumps_params={"ensure_ascii": False})
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
