"""What follows from what allauth did: the audit, and sessions that end."""

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.account.signals import user_logged_in as signed_in_wholly
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed, authenticator_removed
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest

from selaras.accounts import guessing, security_log, sessions
from selaras.accounts.models import User


@receiver(user_logged_in)
def begin_session(request: HttpRequest, **_: Any) -> None:
    sessions.begin(request)


@receiver(signed_in_wholly)
def note_sign_in(request: HttpRequest, user: User, **_: Any) -> None:
    records = request.session.get("account_authentication_methods", [])
    security_log.note(user, "signin", by=[_means(record) for record in records])


@receiver(user_logged_out)
def note_sign_out(user: User | None, **_: Any) -> None:
    if isinstance(user, User):
        security_log.note(user, "signout")


@receiver(authentication_failed)
def note_wrong_code(user: User, authenticator: Authenticator, **_: Any) -> None:
    security_log.failed([user], by=authenticator.type)


@receiver(authenticator_removed)
def note_removed(user: User, authenticator: Authenticator, **_: Any) -> None:
    security_log.note(user, "factor.remove", kind=authenticator.type)


@receiver([password_changed, password_set])
def end_other_sessions(request: HttpRequest, user: User, **_: Any) -> None:
    count = sessions.end_all(user=user, keep=request.session.session_key)
    security_log.note(user, "password.change", sessions=count)


@receiver(password_reset)
def end_every_session(user: User, **_: Any) -> None:
    count = sessions.end_all(user=user)
    guessing.forgive(user)
    security_log.note(user, "password.reset", sessions=count)


def _means(record: dict[str, Any]) -> str:
    return str(record.get("type") or record.get("method"))
