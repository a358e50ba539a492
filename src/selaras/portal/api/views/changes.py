"""The feed of changes, for whoever keeps a copy."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from selaras.portal.api.addresses import changes_address
from selaras.portal.api.answers import machine, told
from selaras.portal.api.changes import changes_after
from selaras.portal.api.cursors import cursor, not_ours, place_in
from selaras.portal.api.parameters import given, limit_of

FEED = "changes"
EPOCH = r"0|[1-9][0-9]{0,17}"


@machine
def changes(request: HttpRequest) -> HttpResponseBase:
    """What changed since the cursor, or ever since changes are noted."""
    asked = given(request, "since", "limit")
    most = limit_of(asked, usual=200, most=1000)
    seen = int(place_in(asked, "since", FEED, EPOCH) or 0)
    try:
        page = changes_after(seen, most)
    except LookupError:  # from another country's feed, or from before a backup was restored
        raise not_ours("since") from None
    body = {
        "demonstration": settings.DEMONSTRATION,
        "changes": page.items,
        "next": cursor(FEED, page.last),
        "more": page.more,
    }
    links = [f'<{changes_address()}>; rel="self"']
    if settings.WEBSUB_HUB:
        links.append(f'<{settings.WEBSUB_HUB}>; rel="hub"')
    return told(request, body, links=links)
