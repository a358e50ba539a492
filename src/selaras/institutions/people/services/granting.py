"""A person receives a role."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from selaras.accounts.models import User
from selaras.common.events import emit
from selaras.institutions.models import Institution, Membership
from selaras.institutions.people.events import RoleGranted
from selaras.institutions.people.periods import Period
from selaras.institutions.people.policies import require_granting
from selaras.institutions.people.queries import today_in
from selaras.institutions.people.services.checking import locked, require_free, require_period
from selaras.institutions.standing import forget_standing
from selaras.ledger.actors import Actor, person
from selaras.ledger.services import record


def grant_role(
    *,
    actor: Actor,
    user: User,
    institution: Institution,
    role: Membership.Role,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Membership:
    """Give a person a role for `[valid_from, valid_to)`, from today where nothing is said.

    Raises what `policies.require_granting` raises, `WrongPeriod` and `AlreadyHeld`.
    """
    with transaction.atomic():
        institution = locked(institution)
        require_granting(actor, institution, role, to=user)
        today = today_in(institution)
        period = require_period(actor, valid_from or today, valid_to, today=today)
        require_free(user, institution, role, period)
        return give(actor, user, institution, role, period)


def grant_roles(
    *,
    actor: Actor,
    user: User,
    institution: Institution,
    roles: Sequence[Membership.Role],
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> list[Membership]:
    """Give a person several roles for the same days: all of them, or none."""
    with transaction.atomic():
        return [
            grant_role(
                actor=actor,
                user=user,
                institution=institution,
                role=role,
                valid_from=valid_from,
                valid_to=valid_to,
            )
            for role in roles
        ]


def give(
    actor: Actor,
    user: User,
    institution: Institution,
    role: Membership.Role,
    period: Period,
    **details: Any,
) -> Membership:
    """The write alone, after whoever calls has asked whether it may be done."""
    membership = Membership.objects.create(
        user=user,
        institution=institution,
        role=role,
        valid_from=period.start,
        valid_to=period.end,
    )
    note(actor, "grant", membership, **details)
    emit(RoleGranted(user.pk, institution.pk, role))
    forget_standing(user)
    return membership


def note(
    actor: Actor,
    verb: str,
    membership: Membership,
    *,
    reason: str = "",
    **details: Any,
) -> None:
    """The entry in the audit: the person by her pseudonym, the days as dates."""
    record(
        actor=actor,
        institution=membership.institution.slug,
        action=f"institutions.role.{verb}",
        object_kind="institutions.membership",
        object_id=str(membership.pk),
        reason=reason,
        details={
            "person": person(membership.user.reference),
            "role": str(membership.role),
            "valid_from": membership.valid_from,
            "valid_to": membership.valid_to,
        }
        | details,
    )
