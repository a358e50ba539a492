"""Old addresses of pages lead to the new ones: on each site, in each language, for every part.

Wagtail's own middleware mixes up the sites on hosts that are no site of Wagtail's, and knows
neither `/en/` nor `/halaman/2/`. This one has to stand inside the middleware that sets the
language, so that the new address is in the language of the old one.
"""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.encoding import uri_to_iri
from wagtail.contrib.redirects.models import Redirect

from selaras.look.languages import prefix
from selaras.pages.models import BasePage

NOT_FOUND = 404
LONGEST_ROUTE = 2  # `halaman/2/` of an article or a section


class RedirectMiddleware:
    """Asks for a redirect only where a site would answer that there is no such page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        institution = getattr(request, "institution", None)
        asked = request.method in {"GET", "HEAD"} and "\0" not in request.path
        if institution is None or response.status_code != NOT_FOUND or not asked:
            return response
        return _redirected(request, institution.site_id) or response


def _redirected(request: HttpRequest, site_id: int) -> HttpResponseBase | None:
    candidates = dict(_candidates(request))
    kept = Redirect.objects.filter(Q(site=site_id) | Q(site=None), old_path__in=candidates)
    by_path: dict[str, Redirect] = {}
    for row in kept.order_by("site_id").select_related("redirect_page"):
        if by_path.setdefault(row.old_path, row).site_id is None:
            by_path[row.old_path] = row
    for old_path, route in candidates.items():
        if old_path in by_path:
            return _answer(request, by_path[old_path], route)
    return None


def _candidates(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """What may be kept as the old address, and the route below it; the longest first."""
    path = request.path.removeprefix(prefix()).rstrip("/")
    query = uri_to_iri(request.META.get("QUERY_STRING", ""))
    if query:
        yield f"{path or '/'}?{'&'.join(sorted(query.split('&')))}", ""
    yield path or "/", ""
    parts = path.split("/")
    for count in range(1, min(LONGEST_ROUTE, len(parts) - 2) + 1):
        yield "/".join(parts[:-count]), f"/{'/'.join(parts[-count:])}/"


def _answer(request: HttpRequest, kept: Redirect, route: str) -> HttpResponseBase | None:
    target = _page_address(request, kept, route) if kept.redirect_page else kept.redirect_link
    where = urlsplit(target or "")
    same = where.path == request.path and where.netloc in {"", request.get_host()}
    if not target or same or (route and not kept.redirect_page):
        return None
    kind = HttpResponsePermanentRedirect if kept.is_permanent else HttpResponseRedirect
    return kind(target)


def _page_address(request: HttpRequest, kept: Redirect, route: str) -> str | None:
    """Only of a page that answers there: one that was never public would lead back to here."""
    page = kept.redirect_page and kept.redirect_page.specific
    if not isinstance(page, BasePage) or not (page.live or page.first_published_at):
        return None
    address: str | None = page.get_url(request)
    route = route or kept.redirect_page_route_path
    if address is None or not route:
        return address
    try:
        page.resolve_subpage(route)
    except Http404:
        return None
    return address.rstrip("/") + route
