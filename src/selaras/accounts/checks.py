"""Checks of the settings that signing in needs."""

from typing import Any

from django.conf import settings
from django.core import checks

CONSOLE = "django.core.mail.backends.console.EmailBackend"


@checks.register(checks.Tags.security, deploy=True)
def letters_arrive(**_: Any) -> list[checks.CheckMessage]:
    """Without letters nobody can set a new password or learn of a foreign sign-in."""
    if settings.DEMONSTRATION or settings.EMAIL_BACKEND != CONSOLE:
        return []
    return [
        checks.Warning(
            "Letters are only printed: nobody receives them.",
            hint="Set SELARAS_EMAIL_URL, such as smtp://user:password@mail.example:587.",
            id="accounts.W001",
        )
    ]
