"""When people were here last, and who of them has a second factor; for lists of people."""

from collections.abc import Collection
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Max

from selaras.accounts.models import User
from selaras.accounts.second_factor import FACTORS


def last_seen(users: Collection[User]) -> dict[int, datetime]:
    """By key; who never signed in is left out."""
    seen = {user.pk: user.last_login for user in users if user.last_login}
    sessions = UserSession.objects.filter(user__in=users).values("user")
    for user, moment in sessions.annotate(seen=Max("last_seen_at")).values_list("user", "seen"):
        seen[user] = max(seen.get(user, moment), moment)
    return seen


def with_second_factor(users: Collection[User]) -> set[int]:
    """The keys of those who have an app or a passkey."""
    found = Authenticator.objects.filter(user__in=users, type__in=FACTORS)
    return set(found.values_list("user", flat=True))
