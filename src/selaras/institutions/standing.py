"""What a person holds today: roles in institutions, and whose work she may read.

A role begins and ends at midnight where its institution is: at 22.00 WIB in Jayapura.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership, Oversight, RegionParentage
from selaras.institutions.queries import NATIONAL, days_at, held_at, valid_at

Role = Membership.Role
WRITING = frozenset({Role.WRITER, Role.APPROVER, Role.EMERGENCY, Role.AUTHOR})
PUBLISHING = frozenset({Role.APPROVER, Role.EMERGENCY, Role.AUTHOR, Role.PLATFORM})
NEEDING_SECOND_FACTOR = PUBLISHING | {Role.ADMINISTRATOR}
KEPT = "_standing"


@dataclass(frozen=True)
class Standing:
    """The roles of one person, by institution, and what she may read besides.

    It holds while every zone still has the day that it had.
    """

    days: Mapping[str, date] = field(default_factory=dict)
    roles: Mapping[int, frozenset[str]] = field(default_factory=dict)
    overseen: frozenset[int] = frozenset()
    everything: bool = False

    def holds(self, institution: Institution | int | None, *roles: str) -> bool:
        """Whether she holds one of these roles there; without roles: any role."""
        if self.everything:
            return True
        pk = institution.pk if isinstance(institution, Institution) else institution
        held = self.roles.get(pk, frozenset()) if pk is not None else frozenset()
        return bool(held & set(roles)) if roles else bool(held)

    def holds_anywhere(self, *roles: str) -> bool:
        return self.everything or bool(self.institutions(*roles))

    def institutions(self, *roles: str) -> frozenset[int]:
        """The keys of the institutions where she holds one of these roles, or any."""
        wanted = set(roles)
        return frozenset(
            pk for pk, held in self.roles.items() if held and (not wanted or held & wanted)
        )

    @property
    def is_platform(self) -> bool:
        return self.holds_anywhere(Role.PLATFORM)

    @property
    def viewed(self) -> frozenset[int]:
        """The keys of the institutions whose drafts she may read."""
        return self.institutions() | self.overseen

    def may_view(self, institution: Institution | int | None) -> bool:
        pk = institution.pk if isinstance(institution, Institution) else institution
        return self.everything or pk in self.viewed

    @property
    def may_enter(self) -> bool:
        """Whether the editors' host is open to her at all."""
        return self.everything or bool(self.roles)


NOBODY = Standing()


def standing_of(user: User | AnonymousUser) -> Standing:
    """Today's standing: one query, and two more where she oversees; kept on the user object."""
    if not isinstance(user, User) or not user.is_active:
        return NOBODY
    now = timezone.now()
    kept: Standing | None = getattr(user, KEPT, None)
    if kept is None or kept.days != days_at(now):
        kept = _standing(user, now)
        setattr(user, KEPT, kept)
    return kept


def holds_anything(user: User) -> bool:
    return standing_of(user).may_enter


def needs_second_factor(user: User) -> bool:
    """Whoever may speak for an institution, or gives others the right to."""
    return standing_of(user).holds_anywhere(*NEEDING_SECOND_FACTOR)


def forget_standing(user: User) -> None:
    """For whoever changes a membership and goes on with the same user object."""
    user.__dict__.pop(KEPT, None)


def _standing(user: User, now: datetime) -> Standing:
    days = days_at(now)
    roles: dict[int, set[str]] = {}
    held = Membership.objects.filter(held_at(now), user=user)
    for institution_id, role in held.values_list("institution_id", "role"):
        roles.setdefault(institution_id, set()).add(role)
    named = {pk: frozenset(held) for pk, held in roles.items()}
    if user.is_superuser:
        every = frozenset(Institution.objects.values_list("pk", flat=True))
        return Standing(days, named, every, everything=True)
    if any(Role.PLATFORM in held for held in roles.values()):
        return Standing(days, named, frozenset(Institution.objects.values_list("pk", flat=True)))
    return Standing(days, named, _overseen(named, now))


def _overseen(viewers: Iterable[int], now: datetime) -> frozenset[int]:
    """The institutions of the regions over which these institutions have a view."""
    given = Oversight.objects.filter(
        valid_at(now, "viewer__region__zone"), viewer__in=list(viewers)
    )
    regions = set(given.values_list("region_id", flat=True))
    if not regions:
        return frozenset()
    institutions = Institution.objects.all()
    if NATIONAL not in regions:
        institutions = institutions.filter(region__in=_with_all_below(regions, now))
    return frozenset(institutions.values_list("pk", flat=True))


def _with_all_below(regions: set[str], now: datetime) -> set[str]:
    below: dict[str, list[str]] = {}
    today = valid_at(now, "region__zone")
    for code, parent in RegionParentage.objects.filter(today).values_list("region_id", "parent_id"):
        below.setdefault(parent, []).append(code)
    found, frontier = set(regions), list(regions)
    while frontier:
        new = [code for code in below.get(frontier.pop(), []) if code not in found]
        found.update(new)
        frontier += new
    return found
