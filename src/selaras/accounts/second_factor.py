"""Who must have a second factor, who has one, and whether this session has shown it."""

from collections.abc import Callable
from datetime import timedelta
from enum import Enum

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.utils import timezone

from selaras.accounts.models import User

Provider = Callable[[User], bool]
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
RECENT = timedelta(minutes=15)
_providers: list[Provider] = []


class Missing(Enum):
    """What stands between a session and the work."""

    NOTHING = "nothing"
    SET_UP = "set up"
    PROOF = "proof"


def required_for(provider: Provider) -> Provider:
    """Name a function that says whether a person must have a second factor."""
    if provider not in _providers:
        _providers.append(provider)
    return provider


def is_required(user: User) -> bool:
    return any(provider(user) for provider in _providers)


def is_set_up(user: User) -> bool:
    return Authenticator.objects.filter(user=user, type__in=FACTORS).exists()


def is_last(authenticator: Authenticator) -> bool:
    """Whether the person would have no second factor without this one."""
    others = Authenticator.objects.filter(user=authenticator.user, type__in=FACTORS)
    return not others.exclude(pk=authenticator.pk).exists()


def given_at(request: HttpRequest) -> float:
    """When this session last gave its second factor, as seconds since 1970; 0 if never."""
    if not isinstance(request.user, User):
        return 0.0
    records = get_authentication_records(request, request.user)
    return max((record["at"] for record in records if record["method"] == "mfa"), default=0.0)


def is_recent(request: HttpRequest) -> bool:
    """Whether this session gave its second factor within the last quarter of an hour."""
    return _is_recent(given_at(request))


def is_fresh(request: HttpRequest) -> bool:
    """Whether whoever asks has proved herself lately, by the strongest means she has."""
    user = request.user
    if not isinstance(user, User):
        return False
    if is_set_up(user):
        return is_recent(request)
    records = get_authentication_records(request, user)
    return _is_recent(max((record["at"] for record in records), default=0.0))


def missing(request: HttpRequest) -> Missing:
    """What a signed-in person has still to do before anything else."""
    user = request.user
    if not isinstance(user, User) or not is_required(user):
        return Missing.NOTHING
    if not is_set_up(user):
        return Missing.SET_UP
    return Missing.NOTHING if given_at(request) else Missing.PROOF


def _is_recent(moment: float) -> bool:
    return timezone.now().timestamp() - moment < RECENT.total_seconds()
