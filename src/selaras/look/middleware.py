"""Headers that every answer carries, also a redirect, a refusal and a file.

The policies allow no inline script and no `eval` anywhere, whatever an editor or a library puts
into a page. `docs/explanation/threat-model.md` says what they stand against.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

PUBLIC_POLICY = "; ".join(
    [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    ]
)
# Wagtail's editor, Draftail and Tippy place what floats by style attributes. Attributes only:
# a style element or sheet from elsewhere, which could read a page, stays forbidden.
EDITOR_POLICY = "; ".join(
    [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    ]
)
# For what people uploaded: browsers show a picture with styles of their own, and run nothing.
UPLOADED_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
ANYWHERE = "frame-ancestors *"

FORBIDDEN = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "gyroscope",
    "hid", "magnetometer", "microphone", "midi", "payment", "serial", "usb",
)  # fmt: skip
NOTHING = ", ".join(f"{name}=()" for name in FORBIDDEN)
PERMISSIONS = f"{NOTHING}, geolocation=(self)"
EDITOR_PERMISSIONS = f"{NOTHING}, geolocation=()"
YEAR = 365 * 86_400


class SecurityHeadersMiddleware:
    """The outermost: what stands below adds its own headers first, and stricter ones stay."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        kind = getattr(request, "host_kind", None)
        _add_common(response, portal=kind == "portal")
        if kind == "editor":
            _add_for_editors(response)
        else:
            _add_for_readers(response)
        return response


def _add_common(response: HttpResponseBase, *, portal: bool) -> None:
    headers = response.headers
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    if settings.SCHEME == "https":
        # Every name below the portal's is ours; below an institution's own domain may be others'.
        below = "; includeSubDomains" if portal else ""
        headers["Strict-Transport-Security"] = f"max-age={YEAR}{below}"
    if settings.DEMONSTRATION:
        headers["X-Robots-Tag"] = "noindex, nofollow"


def _add_for_editors(response: HttpResponseBase) -> None:
    """Drafts are for nobody else: not kept, not indexed, not loaded by another origin.

    A preview is rendered as on its public site and then has that site's policy, which is stricter.
    """
    headers = response.headers
    headers.setdefault("Content-Security-Policy", EDITOR_POLICY)
    headers["Permissions-Policy"] = EDITOR_PERMISSIONS
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    headers["X-Robots-Tag"] = "noindex, nofollow"
    said = headers.get("Cache-Control", "")
    if "public" not in said and "no-cache" not in said:
        headers["Cache-Control"] = "no-store, private"


def _add_for_readers(response: HttpResponseBase) -> None:
    """Pictures, feeds and data are for every website; pages only where they may be framed."""
    headers = response.headers
    headers.setdefault("Content-Security-Policy", PUBLIC_POLICY)
    headers.setdefault("Permissions-Policy", PERMISSIONS)
    page = headers.get("Content-Type", "").startswith("text/html")
    own = page and ANYWHERE not in headers["Content-Security-Policy"]
    headers.setdefault("Cross-Origin-Resource-Policy", "same-origin" if own else "cross-origin")
