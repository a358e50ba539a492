"""A link for a new password ends with the rights of whoever asked for it."""

from allauth.account.forms import EmailAwarePasswordResetTokenGenerator

from selaras.accounts.entry import may_enter
from selaras.accounts.models import User


class ResetTokens(EmailAwarePasswordResetTokenGenerator):
    def check_token(self, user: User | None, token: str | None) -> bool:
        return user is not None and may_enter(user) and super().check_token(user, token)
