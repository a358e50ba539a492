"""security.txt (RFC 9116): where people who found a weakness report it."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from selaras.pages.machines.addresses import URLS, site_address
from selaras.pages.machines.answers import answer

# The RFC asks for less than a year; a copy that nobody fetched again goes stale by itself.
VALID = timedelta(days=300)
SECONDS = 3600


@require_safe
def security_txt(request: HttpRequest) -> HttpResponseBase:
    """The same on every public host; 404 where the operator named no contact."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    today = datetime.combine(timezone.now().astimezone(UTC), datetime.min.time(), UTC)
    here = site_address(getattr(request, "institution", None), reverse("security_txt", URLS))
    text = (
        f"Contact: {settings.SECURITY_CONTACT}\n"
        f"Expires: {today + VALID:%Y-%m-%dT%H:%M:%SZ}\n"
        "Preferred-Languages: id, en\n"
        f"Canonical: {here}\n"
    )
    return answer(request, text.encode(), "text/plain; charset=utf-8", seconds=SECONDS)
