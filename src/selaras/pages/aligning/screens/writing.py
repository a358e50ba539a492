"""What the editor's script asks while somebody writes a page, and why it is right all the same."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST
from wagtail.models import Page

from selaras.accounts.models import User
from selaras.alignment.queries.reasons import PASSAGE_LETTERS, reasons_of
from selaras.alignment.services.reasons import MOST_LETTERS, Found, give
from selaras.common.errors import Refused
from selaras.facts.queries.types import fact_types
from selaras.institutions.models import Region
from selaras.pages.aligning.asking import (
    NAME_LETTERS,
    TooMuch,
    Unreadable,
    read_id,
    read_json,
    read_parts,
    read_words,
)
from selaras.pages.aligning.checking import day_of, findings_in
from selaras.pages.aligning.keeping import SOURCE
from selaras.pages.aligning.presenting import shown
from selaras.pages.models.base import BasePage

Answer = Callable[[HttpRequest, int, dict[str, Any]], dict[str, Any]]


def answered(answer: Answer) -> Callable[[HttpRequest, int], HttpResponse]:
    """JSON in and out; what is refused says so in words, with 400, or 413 for too much."""

    @wraps(answer)
    def view(request: HttpRequest, page_id: int) -> HttpResponse:
        try:
            found, status = answer(request, page_id, read_json(request.body)), 200
        except Refused as refusal:
            found = {"problem": refusal.problem, "remedy": refusal.remedy}
            status = 413 if isinstance(refusal, TooMuch) else 400
        response = JsonResponse(found, status=status, json_dumps_params={"ensure_ascii": False})
        response.headers["Cache-Control"] = "no-store, private"
        return response

    return view


@require_POST
@answered
def check_parts(request: HttpRequest, page_id: int, data: dict[str, Any]) -> dict[str, Any]:
    """What in the texts that were sent is otherwise; for a new page `page_id` is its parent."""
    page, parts = _page(page_id), read_parts(data)
    own: dict[str, Any] = {"reasons": {}}
    if not data.get("new"):
        own = {
            "reasons": reasons_of(SOURCE, str(page.pk)),
            "today": day_of(page, getattr(page, "dated", None), page.go_live_at),
        }
    found = findings_in(parts, institution=page.institution, **own)
    return {"findings": [one.as_json for one in shown(found, page.institution)]}


@require_POST
@answered
def justify(request: HttpRequest, page_id: int, data: dict[str, Any]) -> dict[str, Any]:
    """Keep why a passage of this page is right; it answers with the reason as it is kept."""
    page = _page(page_id)
    key, code = read_id(data, "type"), read_words(data, "region", NAME_LETTERS)
    fact_type = fact_types().filter(pk=key).first() if key else None
    region = Region.objects.filter(pk=code).first() if code else None
    passage = read_words(data, "passage", PASSAGE_LETTERS)
    if not passage or (key and not fact_type) or (fact_type is None) != (region is None):
        raise Unreadable
    about = Found(SOURCE, str(page.pk), page.institution, passage, fact_type, region)
    words = read_words(data, "reason", 2 * MOST_LETTERS)
    return {"reason": give(found=about, reason=words, user=_user(request)).reason}


def _page(key: int) -> BasePage:
    page = get_object_or_404(Page, pk=key).specific
    if not isinstance(page, BasePage):
        raise Http404
    return page


def _user(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
