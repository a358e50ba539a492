"""A draft read by its link: no account, no cookie, no script. Who has the token is the reader."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page, Revision

from selaras.accounts.limits import Limit, TooMany, take
from selaras.common.errors import Refused
from selaras.pages.clearance import version_of
from selaras.pages.models import BasePage
from selaras.pages.review.screens.forms import ReaderForm
from selaras.review.errors import LinkClosed
from selaras.review.models import CommentLink
from selaras.review.queries import remarks_by
from selaras.review.services import open_link, remark_by_link
from selaras.review.versions import fingerprint_of

# From one address: a reader and her frames, or an office; more is somebody who tries tokens.
OPENINGS = Limit("comment-link", 120, timedelta(seconds=1))


# The token in the address is what gives the right; no cookie does, so none can be abused.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def read(request: HttpRequest, token: str) -> HttpResponse:
    """The draft with what this reader has said of it, and a box to say more."""
    try:
        link, revision = _opened(request, token)
    except (LinkClosed, TooMany) as refusal:
        return _closed(request, refusal)
    form = ReaderForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            remark_by_link(link=link, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _private(redirect(f"{request.path}?terkirim=1#catatan"))
    context = {"token": token, "form": form, "sent": "terkirim" in request.GET}
    return _private(render(request, "pages/review/reader.html", context | _about(link, revision)))


@require_safe
def draft(request: HttpRequest, token: str) -> HttpResponse:
    """The version of the link, as its readers will see it."""
    try:
        _, revision = _opened(request, token)
    except (LinkClosed, TooMany) as refusal:
        return _closed(request, refusal)
    request.META.pop("HTTP_COOKIE", None)  # a visitor, whoever else this browser may be
    shown: HttpResponse = revision.as_object().make_preview_request(request, "")
    return _private(shown)


def _opened(request: HttpRequest, token: str) -> tuple[CommentLink, Revision]:
    """Raises `TooMany`, or `LinkClosed` also where the version is gone or was written over."""
    take(OPENINGS, request.META.get("REMOTE_ADDR", ""))
    link = open_link(token=token)
    found = Revision.objects.filter(pk=link.version).first() if link.version.isdecimal() else None
    if found is None or fingerprint_of(found.content) != link.fingerprint:
        raise LinkClosed
    return link, found


def _about(link: CommentLink, revision: Revision) -> dict[str, Any]:
    page = Page.objects.get(pk=link.subject_key).specific
    changed = isinstance(page, BasePage) and not link.is_about(version_of(page))
    return {
        "link": link,
        "region": link.institution.region,
        "written_at": revision.created_at,
        "changed": changed,
        "remarks": remarks_by(link),
    }


def _closed(request: HttpRequest, refusal: Refused) -> HttpResponse:
    status = 429 if isinstance(refusal, TooMany) else 404
    context = {"refusal": refusal}
    return _private(render(request, "pages/review/closed.html", context, status=status))


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store, private"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
