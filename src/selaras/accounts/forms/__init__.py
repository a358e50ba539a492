"""Forms of signing in and of one's own account."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django import forms

from selaras.accounts import limits, security_log
from selaras.accounts.limits import Limit, TooMany
from selaras.accounts.models import User


def plain(**attributes: Any) -> forms.TextInput:
    """A text that no browser corrects or capitalises."""
    fixed = {"autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"}
    return forms.TextInput(attrs=fixed | attributes)


@contextmanager
def limited(limit: Limit, who: str, user: User) -> Iterator[None]:
    """Counts what is tried inside; what was right, and so raised nothing, is given back."""
    try:
        limits.take(limit, who)
    except TooMany as error:
        security_log.limited(limit, who, [user])
        raise forms.ValidationError(str(error), code="limited") from error
    yield
    limits.give_back(limit, who)
