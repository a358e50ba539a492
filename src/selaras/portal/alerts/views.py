"""Messages of CAP and feeds over HTTP."""

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from selaras.pages.machines.answers import answer
from selaras.pages.machines.feeds.views import answer_with, links
from selaras.portal.alerts import alerts as feed
from selaras.portal.alerts.addresses import alerts_address
from selaras.portal.alerts.announced import announced_feed
from selaras.portal.alerts.filters import WrongFilter, asked_of
from selaras.portal.alerts.messages import Message, message_of, recall_of
from selaras.portal.alerts.outlines import outlines_of
from selaras.portal.alerts.reading import alerting
from selaras.portal.alerts.writing import MEDIA_TYPE, written

SECONDS = 1
# What was sent stays as it is.
MESSAGE_SECONDS = 60
# For the programs on every website.
ANYWHERE = {"Access-Control-Allow-Origin": "*"}


@require_safe
def message(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What an announcement said when it became public."""
    return _sent(request, message_of(get_object_or_404(alerting(), slug=slug)))


@require_safe
def recall(request: HttpRequest, slug: str) -> HttpResponseBase:
    """That it was taken back; 404 for what was not."""
    recalled = alerting().exclude(recalled_at=None)
    return _sent(request, recall_of(get_object_or_404(recalled, slug=slug)))


def _sent(request: HttpRequest, found: Message) -> HttpResponseBase:
    text, sent = written(found, outlines_of(found)), found.identity.sent
    return answer(
        request, text, MEDIA_TYPE, seconds=MESSAGE_SECONDS, modified=sent, headers=ANYWHERE
    )


@require_safe
def alerts(request: HttpRequest) -> HttpResponseBase:
    """What stands falls out of it by the clock: only its ETag says whether it changed."""
    text = feed.written(feed.alert_entries())
    told = ANYWHERE | {"Link": links(alerts_address(), settings.WEBSUB_HUB)}
    return answer(request, text, feed.CONTENT_TYPE, seconds=SECONDS, headers=told)


@require_safe
def announced(request: HttpRequest, name: str) -> HttpResponseBase:
    """400 with the reason for a region or a topic that there is not."""
    try:
        asked = asked_of(request.GET)
    except WrongFilter as wrong:
        body = {"error": f"{wrong.problem} {wrong.remedy}"}
        unescaped = {"ensure_ascii": False}
        return JsonResponse(body, status=400, json_dumps_params=unescaped, headers=ANYWHERE)
    found = announced_feed(asked)
    return answer_with(request, found, name, seconds=SECONDS, headers=ANYWHERE)
