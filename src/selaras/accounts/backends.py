"""Sign-in with a password; an account of the demonstration works only in a demonstration."""

from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model

from selaras.accounts.entry import may_enter
from selaras.accounts.models import User

ENTRY = "wagtailadmin.access_admin"


class AccountBackend(AuthenticationBackend):
    """By user name or e-mail address."""

    def user_can_authenticate(self, user: User | AnonymousUser | None) -> bool:
        """Also asked for every session, so that an old session of such an account ends too."""
        if getattr(user, "demonstration", False) and not settings.DEMONSTRATION:
            return False
        return super().user_can_authenticate(user)

    def has_perm(self, user_obj: User | AnonymousUser, perm: str, obj: Model | None = None) -> bool:
        """The admin opens to whoever holds a membership today; everything else, by policies."""
        if perm == ENTRY and isinstance(user_obj, User):
            return may_enter(user_obj)
        return super().has_perm(user_obj, perm, obj)
