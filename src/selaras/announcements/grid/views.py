"""The grid's two addresses on the editors' host: check what was typed or pasted, and a file."""

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_POST

from selaras.announcements.grid.answering import answer, refusal
from selaras.announcements.grid.content import from_rows
from selaras.announcements.grid.errors import InvalidGrid, Mistake, unreadable
from selaras.announcements.grid.ground import Ground
from selaras.announcements.grid.reading import Reading, read_paste
from selaras.announcements.grid.receiving import read_upload
from selaras.announcements.grid.template import template_of
from selaras.institutions.models import Membership, Topic
from selaras.institutions.standing import standing_of

LARGEST = 8 * 2**20  # bytes; 514 rows of four columns are two million as a spreadsheet's HTML
PREPARING = (Membership.Role.AUTHOR, Membership.Role.APPROVER)


@require_POST
def grid_check(request: HttpRequest) -> HttpResponse:
    """What rows mean and change; JSON or a form with a file, answered as JSON. Writes nothing."""
    try:
        sent = _sent(request)
        ground = Ground.of(_topic(request, sent.get("topic")))
        reading = _reading(request, sent, ground)
    except InvalidGrid as error:
        return JsonResponse(refusal(error))
    return JsonResponse(answer(ground, reading), json_dumps_params={"ensure_ascii": False})


@require_GET
def grid_template(request: HttpRequest) -> HttpResponse:
    """All regions of the topic's types with today's values, as CSV."""
    topic = _topic(request, request.GET.get("topik"))
    response = HttpResponse(template_of(topic), content_type="text/csv; charset=utf-8")
    name = f"isian-{slugify(topic.key)}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _sent(request: HttpRequest) -> dict[str, Any]:
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
        problem = "Tempelan ini terlalu besar."
        raise unreadable(0, problem, "Salin tabelnya saja.", Mistake.TOO_MANY)
    if request.content_type == "multipart/form-data":
        return {"topic": request.POST.get("topic")}
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError) as error:
        raise unreadable(0, "Kiriman ini tidak terbaca.", "Muat ulang halamannya.") from error
    if not isinstance(sent, dict):
        raise unreadable(0, "Kiriman ini tidak terbaca.", "Muat ulang halamannya.")
    return sent


def _topic(request: HttpRequest, key: object) -> Topic:
    """A topic of an institution for which this person prepares announcements."""
    topics = Topic.objects.select_related("owner")
    standing = standing_of(request.user)
    if not standing.everything:
        topics = topics.filter(owner__in=standing.institutions(*PREPARING))
    topic = topics.filter(key=key).first() if isinstance(key, str) and "\0" not in key else None
    if topic is None:
        raise Http404
    return topic


def _reading(request: HttpRequest, sent: dict[str, Any], ground: Ground) -> Reading:
    if file := request.FILES.get("file"):
        return read_upload(file, ground)
    if "rows" in sent:
        return Reading(from_rows(sent["rows"]), [], "")
    text, html = sent.get("text", ""), sent.get("html", "")
    if not isinstance(text, str) or not isinstance(html, str):
        raise unreadable(0, "Kiriman ini tidak terbaca.", "Muat ulang halamannya.")
    return read_paste(text, html, ground.types, ground.places)
