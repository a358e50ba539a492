"""What the screens of signing in show about somebody's second factors."""

from allauth.mfa.models import Authenticator
from django import template

from selaras.accounts import codes
from selaras.accounts.models import User

register = template.Library()


@register.simple_tag
def demonstration_code(user: User) -> str:
    """The present code of an account of the demonstration; of any other nothing."""
    return codes.shown_code(user)


@register.simple_tag
def factor_kinds(user: User) -> set[str]:
    return set(Authenticator.objects.filter(user=user).values_list("type", flat=True))


@register.filter
def in_threes(digits: str) -> str:
    """As people read them out: 123 456."""
    return " ".join(digits[start : start + 3] for start in range(0, len(digits), 3))


@register.filter
def in_fours(digits: str) -> str:
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
