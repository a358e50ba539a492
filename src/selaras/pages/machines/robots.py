"""robots.txt: what crawlers may read, and where the sitemap is."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from selaras.pages.machines.addresses import sitemap_address
from selaras.pages.machines.answers import answer

NOTHING = "User-agent: *\nDisallow: /\n"
EVERYTHING = "User-agent: *\nAllow: /\n\nSitemap: {}\n"
SECONDS = 3600


@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:
    """A demonstration is never indexed, nor is the editors' host."""
    hidden = settings.DEMONSTRATION or getattr(request, "host_kind", None) == "editor"
    sitemap = sitemap_address(getattr(request, "institution", None))
    text = NOTHING if hidden else EVERYTHING.format(sitemap)
    return answer(request, text.encode(), "text/plain; charset=utf-8", seconds=SECONDS)
