"""Old addresses that an existing page would answer: WordPress's `/?p=12` is our home page.

Redirects are only asked where nothing is found; this asks them before the home page answers.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

NUMBERED = ("p", "page_id")
HOME_DEPTH = 2


def redirect_numbered(
    page: Page, request: HttpRequest, _args: list[Any], _kwargs: dict[str, Any]
) -> HttpResponse | None:
    """Where a post of the old website that is asked for by its number stands now."""
    name = next((name for name in NUMBERED if name in request.GET), None)
    if name is None or page.depth != HOME_DEPTH:
        return None
    old_path = Redirect.normalise_path(f"/?{name}={request.GET[name]}")
    kept = Redirect.objects.filter(site__root_page=page, old_path=old_path)
    target = kept.select_related("redirect_page").first()
    new = target.redirect_page if target else None
    if new is None or not new.live:
        return None
    return HttpResponsePermanentRedirect(new.specific.get_url(request))
