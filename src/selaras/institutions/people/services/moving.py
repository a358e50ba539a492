"""A person moves: her roles end here, and others begin there on the same day."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership
from selaras.institutions.people.errors import NoRoles, SamePlace
from selaras.institutions.people.policies import require_granting, require_managing
from selaras.institutions.people.queries import is_over, today_in
from selaras.institutions.people.services.changing import take
from selaras.institutions.people.services.checking import (
    free_days,
    locked,
    require_period,
    require_reason,
)
from selaras.institutions.people.services.granting import give
from selaras.ledger.actors import Actor


def move_person(
    *,
    actor: Actor,
    user: User,
    origin: Institution,
    destination: Institution,
    roles: Sequence[Membership.Role],
    day: date,
    reason: str,
) -> None:
    """End every role in `origin`, and give these in `destination`, from `day` on.

    The actor manages both; where she does not, the other institution invites. Raises what ending
    and granting raise, `SamePlace` and `NoRoles`; then nothing has changed.
    """
    words = require_reason(reason)
    if origin == destination:
        raise SamePlace(destination)
    if not roles:
        raise NoRoles
    with transaction.atomic():
        both = {one.pk: locked(one) for one in sorted([origin, destination], key=_pk)}
        origin, destination = both[origin.pk], both[destination.pk]
        require_managing(actor, origin)
        require_granting(actor, destination, *roles, to=user)
        period = require_period(actor, day, None, today=today_in(destination))
        _leave(actor, user, origin, day, words)
        for role in roles:
            for days in free_days(user, destination, role, period):
                give(actor, user, destination, role, days, moved_from=origin.slug)


def leave(*, actor: Actor, user: User, origin: Institution, day: date, reason: str) -> None:
    """End every role in an institution from `day` on."""
    words = require_reason(reason)
    with transaction.atomic():
        origin = locked(origin)
        require_managing(actor, origin)
        _leave(actor, user, origin, max(day, today_in(origin)), words)


def _leave(actor: Actor, user: User, origin: Institution, day: date, reason: str) -> None:
    rows = Membership.objects.filter(user=user, institution=origin).select_related("user")
    for row in rows:
        row.institution = origin
        lasts = row.valid_to is None or row.valid_to > day
        if lasts and not is_over(row, today_in(origin)):
            require_managing(actor, origin, row.role)
            take(actor, row, day, reason)


def _pk(institution: Institution) -> int:
    return int(institution.pk)
