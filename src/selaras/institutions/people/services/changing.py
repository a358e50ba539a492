"""A role ends, or its period changes."""

from datetime import date

from django.db import transaction

from selaras.accounts import sessions
from selaras.common.errors import Refused
from selaras.common.events import emit
from selaras.institutions.models import Institution, Membership
from selaras.institutions.people.errors import WrongPeriod
from selaras.institutions.people.events import RoleEnded
from selaras.institutions.people.periods import Period
from selaras.institutions.people.policies import (
    require_granting,
    require_managing,
    require_somebody_left,
)
from selaras.institutions.people.queries import is_over, period_of, today_in
from selaras.institutions.people.services.checking import (
    locked,
    require_free,
    require_period,
    require_reason,
)
from selaras.institutions.people.services.granting import note
from selaras.institutions.standing import forget_standing, standing_of
from selaras.ledger.actors import Actor


class Over(Refused):
    def __init__(self) -> None:
        super().__init__("Peran ini sudah berakhir dan tidak dapat diubah lagi.")


def end_role(*, actor: Actor, membership: Membership, end: date | None = None, reason: str) -> None:
    """From `end` on the person does not hold the role; without it, from now on.

    A role that would not have lasted a day leaves no row. Whoever holds nothing any more is
    signed out everywhere. Raises `MayNotManage`, `OnlyPlatform`, `LastAdministrator`,
    `LastPlatform`, `WrongPeriod`, `NoReason` or `Over`.
    """
    words = require_reason(reason)
    with transaction.atomic():
        row, institution = _locked_row(membership)
        require_managing(actor, institution, row.role)
        take(actor, row, max(end, today_in(institution)) if end else today_in(institution), words)


def take(actor: Actor, row: Membership, end: date, reason: str) -> None:
    """The write alone: the row is locked, and the actor manages its institution."""
    if row.valid_to is not None and end >= row.valid_to:
        raise WrongPeriod("last", "Peran ini sudah berakhir lebih awal dari hari itu.")
    first_day_without = max(end, row.valid_from)
    require_somebody_left(actor, row, first_day_without)
    row.valid_to = first_day_without
    note(actor, "end", row, reason=reason)
    emit(RoleEnded(row.user_id, row.institution_id, row.role, end))
    if row.valid_to > row.valid_from:
        row.save(update_fields=["valid_to"])
    else:
        row.delete()
    _sign_out(row)


def change_period(
    *, actor: Actor, membership: Membership, valid_from: date, valid_to: date | None
) -> Membership:
    """Change when a role begins or ends. What has begun keeps its first day.

    Days that are added are granted, and days that are taken off are ended, as by themselves.
    """
    with transaction.atomic():
        row, institution = _locked_row(membership)
        role, old, today = Membership.Role(row.role), period_of(row), today_in(institution)
        require_managing(actor, institution, role)
        new = _new_period(actor, old, valid_from, valid_to, today)
        if new == old:
            return row
        require_free(row.user, institution, role, new, but=row.pk)
        if new.without([old]):
            require_granting(actor, institution, role, to=row.user)
        for lost in old.without([new]):
            require_somebody_left(actor, row, lost.start)
        row.valid_from, row.valid_to = new.start, new.end
        row.save(update_fields=["valid_from", "valid_to"])
        note(actor, "change", row, before=[old.start, old.end])
        _sign_out(row)
    return row


def _new_period(actor: Actor, old: Period, start: date, end: date | None, today: date) -> Period:
    if old.start > today:
        return require_period(actor, start, end, today=today)
    if start != old.start:
        raise WrongPeriod("start", "Peran ini sudah berjalan; hari mulainya tetap.")
    if end is not None and end <= today:
        raise WrongPeriod(
            "last", "Hari terakhir sudah lewat.", 'Untuk mengakhiri sekarang, pilih "Akhiri".'
        )
    require_period(actor, max(start, today), end, today=today)
    return Period(start, end)


def _locked_row(membership: Membership) -> tuple[Membership, Institution]:
    institution = locked(membership.institution)
    row = Membership.objects.select_related("user").filter(pk=membership.pk).first()
    if row is None:
        raise Over
    row.institution = institution
    if is_over(row, today_in(institution)):
        raise Over
    return row, institution


def _sign_out(row: Membership) -> None:
    forget_standing(row.user)
    if not standing_of(row.user).may_enter:
        sessions.end_all(user=row.user)
