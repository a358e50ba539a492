"""Public pages of tallies on the portal, their data, and the frame for websites elsewhere."""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import datetime

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from selaras.institutions.queries import office_of
from selaras.look.middleware import PUBLIC_POLICY
from selaras.tallies.addresses import address, snippet
from selaras.tallies.board import Board
from selaras.tallies.errors import UnknownTally
from selaras.tallies.maps import province_map
from selaras.tallies.models import Tally, Version
from selaras.tallies.oembed import oembed_address
from selaras.tallies.presentation import as_csv, as_dataset, as_json
from selaras.tallies.queries import (
    board,
    history,
    newest_versions,
    panel,
    panels,
    tallies,
    tally_by_slug,
    version_of,
)

PAGE_SIZE = 10
MOST_VERSIONS = 50
MODES = {"light", "dark"}
NUMBER = re.compile(r"[0-9]{1,6}")
ANYWHERE = PUBLIC_POLICY.replace("frame-ancestors 'self'", "frame-ancestors *")


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All counts; an impossible page number shows the nearest page."""
    page = Paginator(tallies(), PAGE_SIZE).get_page(request.GET.get("halaman"))
    shown = panels(newest_versions(page.object_list))
    return render(request, "tallies/index.html", {"page": page, "panels": shown})


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    tally, newest = _found(slug)
    return _page(request, tally, newest, newest)


@require_safe
def version(request: HttpRequest, slug: str, number: str) -> HttpResponse:
    """An earlier version, with a word that it is one."""
    tally, newest = _found(slug)
    asked = version_of(tally, int(number))
    if asked is None:
        raise Http404
    return _page(request, tally, asked, newest)


def _page(request: HttpRequest, tally: Tally, shown: Version, newest: Version) -> HttpResponse:
    found = board(tally, shown)
    offices = office_of(line.row.code for line in found.lines)
    context = {
        "board": found,
        "tally": tally,
        "version": shown,
        "newest": newest,
        "map": province_map(found),
        "versions": history(tally, MOST_VERSIONS),
        "places": [(line, offices.get(line.row.code)) for line in found.lines],
        "dataset": as_dataset(found),
        "oembed_url": oembed_address(address(tally)),
        "snippet": snippet(tally),
    }
    return render(request, "tallies/tally.html", context)


@require_safe
def data_json(request: HttpRequest, slug: str) -> HttpResponse:
    def body(found: Board) -> str:
        versions = history(found.tally, MOST_VERSIONS)
        return json.dumps(as_json(found, versions), ensure_ascii=False)

    return _data(request, slug, body, "application/json")


@require_safe
def data_csv(request: HttpRequest, slug: str) -> HttpResponse:
    return _data(request, slug, as_csv, "text/csv; charset=utf-8")


@require_safe
@xframe_options_exempt
def embed(request: HttpRequest, slug: str) -> HttpResponse:
    """The result in short for a frame on any website; `?mode=` is the host page's."""
    found = panel(slug)
    if found is None:
        raise Http404
    asked = request.GET.get("mode", "")
    mode = asked if asked in MODES else ""
    response = render(request, "tallies/embed.html", {"panel": found, "mode": mode})
    response.headers["Content-Security-Policy"] = ANYWHERE
    return response


def _found(slug: str) -> tuple[Tally, Version]:
    try:
        tally = tally_by_slug(slug)
    except UnknownTally:
        raise Http404 from None
    newest = version_of(tally)
    if newest is None:
        raise Http404
    return tally, newest


def _data(
    request: HttpRequest, slug: str, body: Callable[[Board], str], content_type: str
) -> HttpResponse:
    """A version as data that every website may read; `?versi=` asks for an earlier one."""
    try:
        tally, newest = _found(slug)
    except Http404:
        return _wrong(_("Tidak ada rekapitulasi dengan nama itu."), 404)
    asked = request.GET.get("versi", str(newest.number))
    if not NUMBER.fullmatch(asked):
        return _wrong(_("Parameter versi harus berupa bilangan, misalnya 1."), 400)
    shown = version_of(tally, int(asked))
    if shown is None:
        return _wrong(_("Tidak ada versi dengan nomor itu."), 404)
    changed = max(shown.published_at, newest.published_at, tally.changed_at)
    text = body(board(tally, shown))
    return _shared(_conditional(request, text, content_type, changed))


def _conditional(
    request: HttpRequest, text: str, content_type: str, changed: datetime
) -> HttpResponse:
    """The text, or 304 where the reader has it already."""
    etag = quote_etag(hashlib.sha256(text.encode()).hexdigest()[:32])
    modified = int(changed.timestamp())
    response = HttpResponse(text, content_type=content_type)
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = http_date(modified)
    found = get_conditional_response(request, etag, modified, response)
    return found if isinstance(found, HttpResponse) else response


def _wrong(words: str, status: int) -> HttpResponse:
    body = {"error": words}
    return _shared(JsonResponse(body, status=status, json_dumps_params={"ensure_ascii": False}))


def _shared(response: HttpResponse) -> HttpResponse:
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
