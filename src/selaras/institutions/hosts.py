"""Which host is whose: the portal, the editors' host, or one institution's site.

Runs before everything else. A host that is not ours gets 421 (Misdirected Request, RFC 9110):
Wagtail would otherwise answer with its default site.
"""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from selaras.institutions.models import DNS_LABEL, Institution
from selaras.institutions.queries import institution_by_slug


class HostMiddleware:
    """Sets `request.host_kind`, `request.urlconf`, and `request.institution` on its own site."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        kind, institution = classify(request.META.get("HTTP_HOST", ""))
        if kind is None:
            return HttpResponse(render_to_string("look/421.html"), status=421)
        request.host_kind = kind  # type: ignore[attr-defined]
        request.institution = institution  # type: ignore[attr-defined]
        request.urlconf = settings.HOST_URLCONFS[kind]
        return self.get_response(request)


def classify(host_header: str) -> tuple[str | None, Institution | None]:
    """The kind of host, and the institution whose site it is; (None, None) if not ours."""
    host, _port = split_domain_port(host_header.lower())
    host = host.removesuffix(".")
    if host == settings.DOMAIN:
        return "portal", None
    if host == settings.EDITOR_HOST:
        return "editor", None
    slug, dot, domain = host.partition(".")
    if not dot or domain != settings.DOMAIN or not re.fullmatch(DNS_LABEL, slug):
        return None, None
    institution = institution_by_slug(slug)
    return ("institution", institution) if institution else (None, None)


def portal_url(path: str = "/") -> str:
    """The absolute address of a path on the national portal."""
    return f"{settings.SCHEME}://{settings.DOMAIN}{settings.PORT_SUFFIX}{path}"
