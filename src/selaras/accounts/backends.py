"""Sign-in with a password; an account of the demonstration works only in a demonstration."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser

from selaras.accounts.models import User


class AccountBackend(ModelBackend):
    def user_can_authenticate(self, user: User | AnonymousUser | None) -> bool:
        """Also asked for every session, so that an old session of such an account ends too."""
        if getattr(user, "demonstration", False) and not settings.DEMONSTRATION:
            return False
        return super().user_can_authenticate(user)
