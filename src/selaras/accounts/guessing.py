"""Limits on guessing passwords: per account and per address, and apart for known devices.

Attempts are counted before the password is looked at, so that many at once are not let through,
and given back when it was right. From a device that the account knows neither strangers nor
colleagues behind the same address can use up anything.
"""

import unicodedata
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network

from allauth.account.internal.userkit import filter_users_by_email, get_user_by_username
from django.http import HttpRequest

from selaras.accounts import devices, limits
from selaras.accounts.limits import ACCOUNT, ADDRESS, DEVICE, Limit
from selaras.accounts.models import User

IPV6_NETWORK = 64  # what one household or office usually has


def users_called(login: str) -> list[User]:
    """Whoever signs in by this user name or e-mail address."""
    found = [get_user_by_username(login), *filter_users_by_email(login, for_login=True)]
    return [user for user in found if isinstance(user, User)]


def count(request: HttpRequest, login: str) -> Callable[[], None]:
    """Count an attempt to sign in. Raises `TooMany`; returns what gives the attempt back."""
    taken: list[tuple[Limit, str]] = []

    def give_back() -> None:
        for limit, who in taken:
            limits.give_back(limit, who)

    for limit, who in _pools(request, folded(login)):
        try:
            limits.take(limit, who)
        except limits.TooMany:
            give_back()
            raise
        taken.append((limit, who))
    return give_back


def forgive(user: User) -> None:
    """The person has proved by mail who she is: strangers' attempts no longer stand in her way."""
    for login in (user.get_username(), user.email):
        limits.clear(ACCOUNT, folded(login))


def folded(login: str) -> str:
    return unicodedata.normalize("NFKC", login.strip()).casefold()


def address_of(request: HttpRequest) -> str:
    """The address that is counted: of IPv6 the network."""
    text = str(request.META.get("REMOTE_ADDR", ""))
    try:
        address = ip_address(text)
    except ValueError:
        return text
    if isinstance(address, IPv6Address):
        return str(ip_network((address, IPV6_NETWORK), strict=False))
    return str(address)


def _pools(request: HttpRequest, login: str) -> list[tuple[Limit, str]]:
    device = ""
    if devices.has_cookie(request):
        device = devices.device_of(request, users_called(login))
    if device:
        return [(DEVICE, f"{device} {login}")]
    return [(ADDRESS, address_of(request)), (ACCOUNT, login)]
