"""Without a database: pages are told with their age, and what is not kept says why."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import cache
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from whitenoise import WhiteNoise

from selaras.language.times import Zone, format_datetime
from selaras.look.context_processors import SHEETS

UNAVAILABLE = "503 Service Unavailable"
SECONDS = "5"


def note(path: str, confirmed_at: float) -> bytes:
    """The words above the content: as of when the page is."""
    moment = datetime.fromtimestamp(confirmed_at, UTC)
    with translation.override(_language(path)):
        return render_to_string(
            "delivery/at_rest.html", {"moment": format_datetime(moment, Zone.WIB)}
        ).encode()


def absent(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Sheets and scripts as ever; for all else 503, which says to try again."""
    found: Iterable[bytes] = _files()(environ, start_response)
    return found


def _unavailable(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    with translation.override(_language(environ["PATH_INFO"])):
        body = render_to_string("delivery/absent.html", {"sheets": SHEETS}).encode()
    start_response(
        UNAVAILABLE,
        [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            ("Retry-After", SECONDS),
            ("X-Content-Type-Options", "nosniff"),
            ("Content-Security-Policy", "default-src 'none'; style-src 'self'"),
        ],
    )
    return [body] if environ["REQUEST_METHOD"] != "HEAD" else []


@cache
def _files() -> WhiteNoise:
    return WhiteNoise(_unavailable, root=settings.STATIC_ROOT, prefix=settings.STATIC_URL)


def _language(path: str) -> str:
    return translation.get_language_from_path(path) or settings.LANGUAGE_CODE
