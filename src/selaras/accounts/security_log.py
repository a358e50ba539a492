"""Security events of accounts in the audit: who signed in, who failed, what was changed."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from selaras.accounts import limits
from selaras.accounts.limits import TOLD, Limit
from selaras.accounts.models import User
from selaras.ledger.actors import Actor, system
from selaras.ledger.services import record

KIND = "account"
NOBODY = system("masuk")


def note(
    user: User, what: str, *, actor: Actor | None = None, reason: str = "", **details: Any
) -> None:
    """Record what a person did with an account, mostly her own: `account.<what>`."""
    with transaction.atomic():
        record(
            actor=actor or user,
            action=f"account.{what}",
            object_kind=KIND,
            object_id=str(user.reference),
            reason=reason,
            details=details,
        )


def failed(users: Iterable[User], *, by: str = "password") -> None:
    """Somebody was not let in. An account that does not exist is not named."""
    known = False
    for user in users:
        note(user, "signin.fail", by=by)
        known = True
    if not known:
        _without_account("signin.fail", by=by)


def limited(limit: Limit, who: str, users: Iterable[User] = ()) -> None:
    """Said once in a while and not at every attempt: whoever attacks would fill the audit."""
    if not limits.is_first(TOLD, f"{limit.name} {who}"):
        return
    known = False
    for user in users:
        note(user, "signin.limit", limit=limit.name)
        known = True
    if not known:
        _without_account("signin.limit", limit=limit.name)


def _without_account(what: str, **details: Any) -> None:
    with transaction.atomic():
        record(
            actor=NOBODY,
            action=f"account.{what}",
            object_kind=KIND,
            object_id="",
            details=details,
        )
