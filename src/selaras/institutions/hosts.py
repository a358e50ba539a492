"""Which host is whose: the portal, the editors' host, or one institution's site.

Runs before everything else. A host that is not ours gets 421 (Misdirected Request, RFC 9110):
Wagtail would otherwise answer with its default site. An institution has one canonical host; on
its other hosts a safe request is redirected there.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils import translation

from selaras.institutions.domains.queries import institution_by_host
from selaras.institutions.models import Institution

# A certificate authority asks each host by itself, and follows no redirect to a host that has no
# certificate yet.
ACME = "/.well-known/acme-challenge/"


class HostMiddleware:
    """Sets `request.host_kind`, `request.urlconf`, and `request.institution` on its own site."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        host = host_name(request.META.get("HTTP_HOST", ""))
        kind, institution = _whose(host)
        if kind is None:
            return HttpResponse(render_to_string("look/421.html"), status=421)
        if institution and host != institution.host and not request.path.startswith(ACME):
            return _elsewhere(request, institution)
        request.host_kind = kind  # type: ignore[attr-defined]
        request.institution = institution  # type: ignore[attr-defined]
        request.urlconf = settings.HOST_URLCONFS[kind]
        return self.get_response(request)


def host_name(host_header: str) -> str:
    """The host in lower case, without port and trailing dot; empty if it is not well formed."""
    return split_domain_port(host_header)[0] if host_header.isascii() else ""


def classify(host_header: str) -> tuple[str | None, Institution | None]:
    """The kind of host, and the institution whose site it is; (None, None) if not ours."""
    return _whose(host_name(host_header))


def portal_url(path: str = "/") -> str:
    """The absolute address of a path on the national portal."""
    return f"{settings.SCHEME}://{settings.DOMAIN}{settings.PORT_SUFFIX}{path}"


def _whose(host: str) -> tuple[str | None, Institution | None]:
    if host == settings.DOMAIN:
        return "portal", None
    if host == settings.EDITOR_HOST:
        return "editor", None
    institution = institution_by_host(host)
    return ("institution", institution) if institution else (None, None)


def _elsewhere(request: HttpRequest, institution: Institution) -> HttpResponse:
    """Sends a reader to the same path on the canonical host; what was sent here is not taken.

    A browser that kept the redirect would run in circles once another host becomes canonical,
    so that it has to ask again each time.
    """
    address = f"{institution.url}{request.get_full_path()}"
    if request.method in {"GET", "HEAD"}:
        headers = {"Location": address, "Cache-Control": "no-cache"}
        return HttpResponse(status=301, headers=headers)
    language = translation.get_language_from_path(request.path) or settings.LANGUAGE_CODE
    with translation.override(language):
        text = render_to_string("institutions/moved.html", {"address": f"{institution.url}/"})
    return HttpResponse(text, status=421)
