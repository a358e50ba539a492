"""What every change of a role must fulfil, whoever asks for it."""

from collections.abc import Iterable
from datetime import date, timedelta

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership
from selaras.institutions.people.errors import AlreadyHeld, NoReason, WrongPeriod
from selaras.institutions.people.periods import ONE_DAY, Period
from selaras.institutions.people.queries import period_of, periods_held
from selaras.language.dates import format_date
from selaras.ledger.actors import Actor

MOST_LETTERS = 300
LONGEST_AHEAD = timedelta(days=3653)  # ten years: further away is a slip of the finger


def locked(institution: Institution) -> Institution:
    """One change of an institution's people at a time; asked first, inside a transaction."""
    rows = Institution.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("region").get(pk=institution.pk)


def require_period(actor: Actor, start: date, end: date | None, *, today: date) -> Period:
    """A period that a person may give begins today at the earliest; a command gives any."""
    if end is not None and end <= start:
        raise WrongPeriod("last", "Hari terakhir mendahului hari mulai.", "Tukar atau perbaiki.")
    if isinstance(actor, User):
        _require_near(start, end, today)
    return Period(start, end)


def _require_near(start: date, end: date | None, today: date) -> None:
    latest = today + LONGEST_AHEAD
    if start < today:
        raise WrongPeriod(
            "start", "Hari mulai sudah lewat.", f"Paling awal hari ini, {format_date(today)}."
        )
    for field, day in (("start", start), ("last", end)):
        if day is not None and day > latest:
            raise WrongPeriod(
                field,
                "Tanggal ini terlalu jauh.",
                f"Paling lambat {format_date(latest - ONE_DAY)}.",
            )


def require_free(
    user: User, institution: Institution, role: Membership.Role, period: Period, *, but: int = 0
) -> None:
    """Raises `AlreadyHeld` where the person holds the role on one of these days."""
    for row in periods_held(user, institution, role):
        if row.pk != but and period_of(row).overlaps(period):
            raise AlreadyHeld(role, period_of(row))


def require_reason(text: str) -> str:
    words = " ".join(text.split())
    if not 0 < len(words) <= MOST_LETTERS:
        raise NoReason(MOST_LETTERS)
    return words


def free_days(
    user: User, institution: Institution, role: Membership.Role, period: Period
) -> Iterable[Period]:
    """The parts of a period in which the person does not hold the role already."""
    return period.without(period_of(row) for row in periods_held(user, institution, role))
