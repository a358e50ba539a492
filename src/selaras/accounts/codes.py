"""Codes of authenticator apps (TOTP, RFC 6238) and recovery codes: right, and used once.

A time step that was accepted is kept with the authenticator, and an older or equal one is not
accepted again: not in another process, not within the tolerance, not by two at once.
"""

import time

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from django.conf import settings
from django.db import transaction

from selaras.accounts.models import User
from selaras.accounts.safekeeping import SHOWN, Unreadable, opened

LAST_STEP = "last_step"
Type = Authenticator.Type


def use_code(user: User, code: str) -> Authenticator | None:
    """The authenticator of this person to which the code belongs; it is used up by asking."""
    kinds = (Type.TOTP, Type.RECOVERY_CODES)
    found: Authenticator
    for found in Authenticator.objects.filter(user=user, type__in=kinds).order_by("-type"):
        try:
            used = _use_totp(found, code) if found.type == Type.TOTP else _use_recovery(found, code)
        except Unreadable:
            continue
        if used:
            return found
    return None


def step_now() -> int:
    return int(time.time()) // int(app_settings.TOTP_PERIOD)


def code_at(secret: str, step: int) -> str:
    return format_hotp_value(hotp_value(secret, step))


def step_of(secret: str, code: str) -> int | None:
    """The time step around now whose code this is."""
    around = range(-app_settings.TOTP_TOLERANCE, app_settings.TOTP_TOLERANCE + 1)
    for step in (step_now() + offset for offset in around):
        if compare_user_code(actual=code, expected=code_at(secret, step)):
            return step
    return None


def use_up(user: User, step: int | None) -> None:
    """The code of this step is not accepted again."""
    for found in Authenticator.objects.filter(user=user, type=Type.TOTP):
        found.data[LAST_STEP] = step or step_now()
        found.save(update_fields=["data"])


def give_shown(user: User) -> None:
    """Give an account of the demonstration the app whose code its sign-in shows."""
    data = {"secret": f"{SHOWN}{generate_totp_secret()}"}
    Authenticator.objects.get_or_create(user=user, type=Type.TOTP, defaults={"data": data})


def shown_code(user: User) -> str:
    """The present code of an account of the demonstration; of any other account nothing."""
    if not (settings.DEMONSTRATION and user.demonstration):
        return ""
    found = Authenticator.objects.filter(user=user, type=Type.TOTP).first()
    return code_at(opened(found.data["secret"]), step_now()) if found else ""


@transaction.atomic
def _use_totp(authenticator: Authenticator, code: str) -> bool:
    locked = Authenticator.objects.select_for_update().get(pk=authenticator.pk)
    step = step_of(opened(locked.data["secret"]), code)
    if step is None:
        return False
    if step <= locked.data.get(LAST_STEP, 0) and not _is_shared(locked.user):
        return False
    locked.data[LAST_STEP] = step
    locked.save(update_fields=["data"])
    return True


def _use_recovery(authenticator: Authenticator, code: str) -> bool:
    return RecoveryCodes(authenticator).validate_code(code)


def _is_shared(user: User) -> bool:
    """Its code stands on the screen for everybody, who may come within the same half minute."""
    return user.demonstration and settings.DEMONSTRATION
