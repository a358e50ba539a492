"""What of all checks is shown, and what of it fails."""

from django.core.checks import CheckMessage, run_checks
from django.core.checks.messages import WARNING

# Told, but no reason to stop.
ADVICE = {"alignment.W001", "config.W009", "config.W019", "search.W002"}


def findings(*, deploy: bool) -> list[CheckMessage]:
    """What the checks found and is not silenced, the worst first."""
    found = run_checks(include_deployment_checks=deploy, databases=["default"])
    shown = [message for message in found if not message.is_silenced()]
    return sorted(shown, key=lambda message: (-message.level, message.id or ""))


def fails(message: CheckMessage) -> bool:
    return message.level >= WARNING and message.id not in ADVICE
