"""Checks of the middleware: what guards must stand before what it guards."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

HEADERS = "selaras.look.middleware.SecurityHeadersMiddleware"
HOSTS = "selaras.institutions.hosts.HostMiddleware"
BODIES = "selaras.look.bodies.middleware.BodyMiddleware"


@register(Tags.security, deploy=True)
def hosts_are_known_first(**_: Any) -> list[CheckMessage]:
    """`ALLOWED_HOSTS` is `*`, for institutions' own domains are rows; this stands in its place."""
    before = settings.MIDDLEWARE[: _place(HOSTS)]
    if HOSTS in settings.MIDDLEWARE and before in ([], [HEADERS]):
        return []
    return [
        Error(
            "Hosts that are not ours are answered: ALLOWED_HOSTS is open, and the host middleware "
            "does not stand before everything else.",
            hint=f"Put {HOSTS} first in MIDDLEWARE, after {HEADERS} only.",
            id="config.E015",
        )
    ]


@register(Tags.security, deploy=True)
def guards_stand(**_: Any) -> list[CheckMessage]:
    missing = [name for name in (HEADERS, BODIES) if name not in settings.MIDDLEWARE]
    if _place(HEADERS) and HEADERS not in missing:
        missing.append(f"{HEADERS} in the first place")
    return [
        Error(
            f"Answers go out without protection: {name} is missing.",
            hint="Put it back into MIDDLEWARE as it was delivered.",
            id="config.E016",
        )
        for name in missing
    ]


def _place(name: str) -> int:
    return settings.MIDDLEWARE.index(name) if name in settings.MIDDLEWARE else 0
