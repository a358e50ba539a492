"""Who uses a screen."""

from typing import Any

from selaras.accounts.models import User


def person(user: Any) -> User:
    if not isinstance(user, User):
        raise TypeError("an anonymous request passed the editors' sign-in")
    return user
