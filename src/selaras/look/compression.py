"""Pages travel compressed; WhiteNoise does the same for static files."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

TEXTS = (
    "text/", "application/json", "application/ld+json", "application/feed+json",
    "application/geo+json", "application/xml", "application/rss+xml", "application/atom+xml",
    "image/svg+xml",
)  # fmt: skip


class CompressionMiddleware(GZipMiddleware):
    """Compresses the texts of public hosts.

    Files stream and are compressed by themselves. The editors' host is left out: its pages hold
    secrets beside what a visitor may have typed, and lengths of compressed pages tell (BREACH).
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        public = getattr(request, "host_kind", None) in ("portal", "institution")
        text = response.headers.get("Content-Type", "").startswith(TEXTS)
        if response.streaming or not public or not text:
            return response
        return super().process_response(request, response)
