"""Reads: who holds what in an institution, who is invited, and who may read whose work."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from selaras.accounts.models import User
from selaras.accounts.presence import last_seen, with_second_factor
from selaras.institutions.models import Institution, Invitation, Membership, Oversight
from selaras.institutions.people.periods import Period
from selaras.institutions.queries import NATIONAL, parentages, valid_on


@dataclass(frozen=True)
class Row:
    """A person of an institution: her roles there, those that are over last."""

    user: User
    held: list[Membership]
    last_seen: datetime | None
    has_second_factor: bool


def today_in(institution: Institution) -> date:
    """Which day it is where the institution is."""
    return institution.region.local(timezone.now()).date()


def period_of(row: Membership | Oversight) -> Period:
    return Period(row.valid_from, row.valid_to)


def is_over(row: Membership | Oversight, today: date) -> bool:
    return row.valid_to is not None and row.valid_to <= today


def holders_on(day: date, role: str) -> QuerySet[Membership]:
    return Membership.objects.filter(valid_on(day), role=role, user__is_active=True)


def periods_held(user: User, institution: Institution, role: str) -> list[Membership]:
    return list(Membership.objects.filter(user=user, institution=institution, role=role))


def people_of(institution: Institution, *, ended: bool = False) -> QuerySet[User]:
    """Whoever holds a role there or will; `ended`: whoever held one that is over."""
    today = today_in(institution)
    lasting = Q(valid_to__isnull=True) | Q(valid_to__gt=today)
    here = Membership.objects.filter(institution=institution)
    now = here.filter(lasting).values("user")
    chosen = Q(pk__in=here.values("user")) & ~Q(pk__in=now) if ended else Q(pk__in=now)
    return User.objects.filter(chosen).order_by("first_name", "last_name", "username")


def rows_of(institution: Institution, users: Iterable[User] | QuerySet[User]) -> list[Row]:
    """These people with their roles in this institution, and in no other; four queries."""
    people = list(users)
    held: dict[int, list[Membership]] = {user.pk: [] for user in people}
    for membership in Membership.objects.filter(institution=institution, user__in=people):
        held[membership.user_id].append(membership)
    seen, protected = last_seen(people), with_second_factor(people)
    return [
        Row(user, sorted(held[user.pk], key=_order), seen.get(user.pk), user.pk in protected)
        for user in people
    ]


def _order(membership: Membership) -> tuple[int, date]:
    return list(Membership.Role).index(Membership.Role(membership.role)), membership.valid_from


def invitations_of(institution: Institution) -> QuerySet[Invitation]:
    """Those that nobody has accepted or revoked, also when their time is over."""
    waiting = Invitation.objects.filter(accepted_at=None, revoked_at=None, institution=institution)
    return waiting.select_related("invited_by")


def invitation_by_digest(digest: str) -> Invitation | None:
    return (
        Invitation.objects.select_related("institution__region", "invited_by")
        .filter(links__digest=digest)
        .first()
    )


def is_invited(user: User) -> bool:
    """Whether an invitation to this person's own address waits."""
    return (
        bool(user.email)
        and Invitation.objects.filter(
            email__iexact=user.email,
            accepted_at=None,
            revoked_at=None,
            expires_at__gt=timezone.now(),
        ).exists()
    )


def readers_of(institution: Institution) -> QuerySet[Oversight]:
    """Who may read what this institution writes, today or later, but itself."""
    above = parentages([institution.region_id]).above(institution.region_id, timezone.now())
    regions = {institution.region_id, *above, NATIONAL}
    return oversights().filter(region__in=regions).exclude(viewer=institution)


def oversights() -> QuerySet[Oversight]:
    """All views that are not over, by the order of regions."""
    today = timezone.localdate()
    lasting = Q(valid_to__isnull=True) | Q(valid_to__gt=today)
    rows = Oversight.objects.filter(lasting).select_related("viewer__region", "region")
    return rows.order_by("region_id", "viewer__name", "valid_from")
