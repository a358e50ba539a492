"""Feeds over HTTP. A query string changes nothing."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from selaras.pages.machines.answers import answer
from selaras.pages.machines.feeds.content import feed_of
from selaras.pages.machines.feeds.formats import FORMATS, written
from selaras.pages.models import Subject

SECONDS = 60


@require_safe
def feed(request: HttpRequest, name: str, slug: str = "") -> HttpResponseBase:
    """A feed of this host's site or, on the portal, of all; of one subject if `slug` names one."""
    subject = get_object_or_404(Subject, slug=slug) if slug else None
    found = feed_of(getattr(request, "institution", None), subject)
    links = [f'<{found.address(name)}>; rel="self"']
    if settings.WEBSUB_HUB:
        links.append(f'<{settings.WEBSUB_HUB}>; rel="hub"')
    return answer(
        request,
        written(found, name),
        FORMATS[name].content_type,
        seconds=SECONDS,
        modified=found.modified,
        headers={"Link": ", ".join(links)},
    )
