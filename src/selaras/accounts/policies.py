"""Who may do what with an account."""

from allauth.mfa.models import Authenticator

from selaras.accounts import second_factor
from selaras.accounts.models import User


def may_remove(authenticator: Authenticator) -> bool:
    """Whose role requires a second factor keeps one; a shared account keeps its own."""
    user = authenticator.user
    if not isinstance(user, User):
        return False
    if user.demonstration and authenticator.type == Authenticator.Type.TOTP:
        return False
    return not (second_factor.is_required(user) and second_factor.is_last(authenticator))
