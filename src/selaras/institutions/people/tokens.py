"""The secret in a link that opens an invitation. Only its digest is kept."""

import hashlib
import secrets

from django.utils.crypto import salted_hmac

from selaras.institutions.models import Invitation

SALT = "selaras.institutions.people.letter"


def new_token() -> str:
    return secrets.token_urlsafe(32)


def token_of_letter(invitation: Invitation) -> str:
    """The secret in the letter: made anew when the letter is sent, so that none is kept."""
    return salted_hmac(SALT, version_of(invitation), algorithm="sha256").hexdigest()


def version_of(invitation: Invitation) -> str:
    """Changes with every new link: what was made for an older one is worth nothing."""
    return f"{invitation.pk} {invitation.expires_at.isoformat()}"


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
