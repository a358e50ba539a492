"""A reader's browser tells that she opened a result. It gets no answer, whatever it sends."""

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from selaras.pages.reporting import came_from_own_page
from selaras.pages.throttle import Throttle
from selaras.search.asked.noting import note_click

URLENCODED = "application/x-www-form-urlencoded"
MOST_BYTES = 4096
MOST_LETTERS = 400
NUMBER_LETTERS = 4
here_and_now = Throttle(most=1200, seconds=60)


@csrf_exempt
@require_POST
def picked(request: HttpRequest) -> HttpResponse:
    """Takes `q`, `position` (from 1), `region` (a code) and `key`, each as the page had it."""
    if came_from_own_page(request) and here_and_now.admits():
        sent = _sent(request)
        position = sent.get("position", "")
        if position.isdecimal() and position.isascii() and len(position) <= NUMBER_LETTERS:
            note_click(
                sent.get("q", "")[:MOST_LETTERS],
                int(position),
                sent.get("region", ""),
                key=sent.get("key", ""),
                address=request.META.get("REMOTE_ADDR", ""),
            )
    return HttpResponse(status=204, headers={"Cache-Control": "no-store"})


def _sent(request: HttpRequest) -> QueryDict:
    """The fields; none where they are too many or cannot be read."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length[:20]) > MOST_BYTES:
        return QueryDict()
    if request.content_type != URLENCODED:
        return QueryDict()
    try:
        return request.POST
    except (BadRequest, SuspiciousOperation):
        return QueryDict()
