"""The same as small pages that may stand in a frame on any website, without scripts."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from selaras.announcements.queries import announcements as public_announcements
from selaras.announcements.standing import marked, with_points
from selaras.look.middleware import ANYWHERE, PUBLIC_POLICY
from selaras.portal.elsewhere.announcements import count_of, told_list, told_one
from selaras.portal.elsewhere.facts import told
from selaras.portal.elsewhere.finding import NotThere, fact_type_of, region_of
from selaras.portal.elsewhere.views.answering import absent, living

FRAMED = PUBLIC_POLICY.replace("frame-ancestors 'self'", ANYWHERE) + "; script-src 'none'"
MODES = {"light", "dark"}
HTML = "text/html; charset=utf-8"


@require_safe
@xframe_options_exempt
def fact(request: HttpRequest, key: str, code: str) -> HttpResponseBase:
    try:
        shown = told(fact_type_of(key), region_of(code))
    except NotThere as error:
        return _absent(request, error)
    return _framed(request, "fact", {"told": shown})


@require_safe
@xframe_options_exempt
def announcements(request: HttpRequest, code: str) -> HttpResponseBase:
    """`?jumlah=` is how many at most; a number that makes no sense is the nearest that does."""
    try:
        shown = told_list(region_of(code), count_of(request.GET.get("jumlah", "")))
    except NotThere as error:
        return _absent(request, error)
    return _framed(request, "announcements", {"told": shown})


@require_safe
@xframe_options_exempt
def announcement(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One announcement, with what has become of it since."""
    found = with_points(marked(public_announcements())).filter(slug=slug).first()
    if found is None:
        return _absent(request, NotThere())
    return _framed(request, "announcement", {"one": told_one(found)})


def _absent(request: HttpRequest, error: NotThere) -> HttpResponseBase:
    """A frame with words in it; the portal's own page would be refused by the browser."""
    content = _drawn(request, "absent", {"problem": str(error)})
    return _framable(absent(content, HTML, HTTPStatus.NOT_FOUND))


def _framed(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponseBase:
    return _framable(living(request, _drawn(request, name, context), HTML))


def _drawn(request: HttpRequest, name: str, context: dict[str, Any]) -> bytes:
    asked = request.GET.get("mode", "")
    context["mode"] = asked if asked in MODES else ""
    return render_to_string(f"portal/sematan/frames/{name}.html", context, request).encode()


def _framable(response: HttpResponseBase) -> HttpResponseBase:
    response.headers["Content-Security-Policy"] = FRAMED
    return response
