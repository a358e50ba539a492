"""Devices on which somebody has signed in before, known by a signed cookie.

It gives no right. Attempts from such a device are counted apart, so that its owner still comes
in while others are using up what the account allows to strangers.
"""

import secrets
from collections.abc import Iterable

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from selaras.accounts.models import User

SALT = "selaras.accounts.devices"
DAYS = 180
MOST_PEOPLE = 8  # who share one computer; the longest unseen is forgotten


def has_cookie(request: HttpRequest) -> bool:
    return settings.DEVICE_COOKIE_NAME in request.COOKIES


def device_of(request: HttpRequest, users: Iterable[User]) -> str:
    """The device's own name if one of these people is known on it; else nothing."""
    device, people = _read(request)
    return device if any(user.pk in people for user in users) else ""


def knows(request: HttpRequest, user: User) -> bool:
    return bool(device_of(request, [user]))


def remember(request: HttpRequest, response: HttpResponse, user: User) -> None:
    """From now on this person is known on this device."""
    device, people = _read(request)
    people = [user.pk, *(pk for pk in people if pk != user.pk)][:MOST_PEOPLE]
    value = signing.dumps([device or secrets.token_urlsafe(16), people], salt=SALT)
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME,
        value,
        max_age=DAYS * 86_400,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _read(request: HttpRequest) -> tuple[str, list[int]]:
    value = request.COOKIES.get(settings.DEVICE_COOKIE_NAME, "")
    try:
        device, people = signing.loads(value, salt=SALT, max_age=DAYS * 86_400)
    except signing.BadSignature:
        return "", []
    return str(device), [int(pk) for pk in people]
