"""What every template knows about where it stands."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from selaras.institutions.hosts import portal_url


def here(request: HttpRequest) -> dict[str, Any]:
    return {
        "institution": getattr(request, "institution", None),
        "host_kind": getattr(request, "host_kind", None),
        "demonstration": settings.DEMONSTRATION,
        "portal_url": portal_url(),
    }
