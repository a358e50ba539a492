"""What every template knows about where it stands."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from selaras.institutions.hosts import portal_url
from selaras.look.languages import prefix


def here(request: HttpRequest) -> dict[str, Any]:
    return {
        "institution": getattr(request, "institution", None),
        "host_kind": getattr(request, "host_kind", None),
        "demonstration": settings.DEMONSTRATION,
        "portal_url": portal_url(f"{prefix()}/"),
    }
