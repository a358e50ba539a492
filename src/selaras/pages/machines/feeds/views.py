"""Feeds over HTTP. A query string changes nothing."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from selaras.pages.machines.answers import answer
from selaras.pages.machines.feeds.content import Feed, feed_of
from selaras.pages.machines.feeds.formats import FORMATS, written
from selaras.pages.models import Subject

SECONDS = 60


@require_safe
def feed(request: HttpRequest, name: str, slug: str = "") -> HttpResponseBase:
    """A feed of this host's site or, on the portal, of all; of one subject if `slug` names one."""
    subject = get_object_or_404(Subject, slug=slug) if slug else None
    found = feed_of(getattr(request, "institution", None), subject)
    return answer_with(request, found, name, seconds=SECONDS)


def answer_with(
    request: HttpRequest,
    found: Feed,
    name: str,
    *,
    seconds: int,
    headers: Mapping[str, str] | None = None,
) -> HttpResponseBase:
    """The feed in the format with this file name."""
    return answer(
        request,
        written(found, name),
        FORMATS[name].content_type,
        seconds=seconds,
        modified=found.modified,
        headers={"Link": links(found.address(name), found.hub), **(headers or {})},
    )


def links(address: str, hub: str) -> str:
    """The header that tells the feed's own address, and the hub that is told of its changes."""
    told = f'<{address}>; rel="self"'
    return f'{told}, <{hub}>; rel="hub"' if hub else told
