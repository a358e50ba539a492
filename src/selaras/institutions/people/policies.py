"""Who may give and take roles in an institution. The only place that decides it."""

from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Invitation, Membership
from selaras.institutions.people.errors import (
    LastAdministrator,
    LastPlatform,
    MayNotManage,
    MayNotTakeFactors,
    NotToOneself,
    OnlyPlatform,
    RoleNotOffered,
)
from selaras.institutions.people.queries import holders_on, today_in
from selaras.institutions.queries import NATIONAL
from selaras.institutions.standing import standing_of
from selaras.ledger.actors import Actor

Role = Membership.Role
EVERYWHERE = (Role.WRITER, Role.APPROVER, Role.EMERGENCY, Role.ADMINISTRATOR, Role.AUDITOR)
NOT_TO_ONESELF = frozenset({Role.APPROVER, Role.EMERGENCY, Role.AUTHOR, Role.PLATFORM})


def may_manage(user: User, institution: Institution) -> bool:
    standing = standing_of(user)
    return standing.is_platform or standing.holds(institution, Role.ADMINISTRATOR)


def managed_by(user: User) -> QuerySet[Institution]:
    """The institutions whose people this person manages."""
    standing = standing_of(user)
    every = Institution.objects.select_related("region")
    if standing.is_platform:
        return every
    return every.filter(pk__in=standing.institutions(Role.ADMINISTRATOR))


def roles_in(institution: Institution) -> list[Role]:
    """The roles that exist in an institution."""
    national = institution.region_id == NATIONAL
    roles = list(EVERYWHERE)
    if national or institution.topics.exists():
        roles.append(Role.AUTHOR)
    if national:
        roles.append(Role.PLATFORM)
    return roles


def grantable_by(user: User, institution: Institution) -> list[Role]:
    """The roles that this person may give to others there."""
    if not may_manage(user, institution):
        return []
    platform = standing_of(user).is_platform
    return [role for role in roles_in(institution) if platform or role != Role.PLATFORM]


def require_existing(institution: Institution, role: str) -> Role:
    """Raises `RoleNotOffered` for what is no role of this institution."""
    if role not in roles_in(institution):
        raise RoleNotOffered(role, institution)
    return Role(role)


def require_managing(actor: Actor, institution: Institution, *roles: str) -> None:
    """A command may; a person manages the institution, and the platform's role only from there."""
    if not isinstance(actor, User):
        return
    if not may_manage(actor, institution):
        raise MayNotManage(institution)
    if Role.PLATFORM in roles and not standing_of(actor).is_platform:
        raise OnlyPlatform


def require_granting(
    actor: Actor, institution: Institution, *roles: Role, to: User | None = None
) -> None:
    """Raises `MayNotManage`, `OnlyPlatform`, `RoleNotOffered` or `NotToOneself`."""
    require_managing(actor, institution, *roles)
    if not isinstance(actor, User):
        return
    for role in roles:
        require_existing(institution, role)
        if actor == to and role in NOT_TO_ONESELF:
            raise NotToOneself(role)


def may_take_factors(actor: User, person: User) -> bool:
    """Who lost her device is helped by an administrator of all the institutions where she is.

    Nobody helps herself, and whoever runs the platform is helped by the platform.
    """
    if actor == person:
        return False
    standing, other = standing_of(actor), standing_of(person)
    if standing.is_platform:
        return True
    own = standing.institutions(Role.ADMINISTRATOR)
    return not other.everything and not other.is_platform and other.institutions() <= own


def require_taking_factors(actor: User, person: User) -> None:
    if not may_take_factors(actor, person):
        raise MayNotTakeFactors


def require_platform(actor: Actor) -> None:
    if isinstance(actor, User) and not standing_of(actor).is_platform:
        raise OnlyPlatform


def require_somebody_left(actor: Actor, membership: Membership, day: date) -> None:
    """Asked for the first day on which a role is given up.

    No institution is without an administrator, unless the platform wants it so; and the platform
    is never without. Raises `LastAdministrator` or `LastPlatform`.
    """
    if not isinstance(actor, User):
        return
    others = holders_on(day, membership.role).exclude(pk=membership.pk)
    if membership.role == Role.PLATFORM and not others.exists():
        raise LastPlatform
    if membership.role != Role.ADMINISTRATOR or standing_of(actor).is_platform:
        return
    if not others.filter(institution=membership.institution).exists():
        raise LastAdministrator(membership.institution)


def still_stands(invitation: Invitation) -> bool:
    """Whether an invitation may be accepted now: it waits, and its inviter may still give all."""
    now = timezone.now()
    over = invitation.accepted_at or invitation.revoked_at or invitation.expires_at <= now
    if over or (invitation.valid_to and invitation.valid_to <= today_in(invitation.institution)):
        return False
    inviter = invitation.invited_by
    if inviter is None:
        return True
    grantable = grantable_by(inviter, invitation.institution)
    return all(role in grantable for role in invitation.offered)
