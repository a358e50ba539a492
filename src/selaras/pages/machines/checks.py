"""System checks of what machines read."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register


@register(Tags.security)
def security_contact(**_: Any) -> list[CheckMessage]:
    """A demonstration needs no contact: nobody relies on it."""
    if settings.SECURITY_CONTACT or settings.DEMONSTRATION:
        return []
    return [
        Warning(
            "Nobody is named to whom weaknesses are reported; /.well-known/security.txt is absent.",
            hint="Set SELARAS_SECURITY_CONTACT to mailto:… or https://….",
            id="pages.W001",
        )
    ]
