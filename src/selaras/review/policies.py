"""Who may submit, decide, publish at once, read and comment."""

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership
from selaras.institutions.standing import WRITING, standing_of
from selaras.review.errors import (
    MayNotApprove,
    MayNotPublishAtOnce,
    MayNotRead,
    MayNotSubmit,
    OwnWork,
)
from selaras.review.models import EmergencyPublication, Round

Role = Membership.Role


def may_write(user: User, institution: Institution | int) -> bool:
    return standing_of(user).holds(institution, *WRITING)


def may_approve(user: User, institution: Institution | int) -> bool:
    return standing_of(user).holds(institution, Role.APPROVER)


def may_publish_at_once(user: User, institution: Institution | int) -> bool:
    return standing_of(user).holds(institution, Role.EMERGENCY)


def may_read(user: User, institution: Institution | int) -> bool:
    """One's own, and those over which one has a view."""
    return standing_of(user).may_view(institution)


def may_decide(user: User, found: Round) -> bool:
    """An approver, but neither who wrote this version nor who submitted it."""
    return may_approve(user, found.institution_id) and not _is_own(user, found)


def may_review_after(user: User, found: EmergencyPublication) -> bool:
    """An approver, but neither who wrote it nor who published it."""
    own = user.pk in (found.published_by_id, found.author_id)
    return may_approve(user, found.institution_id) and not own


def may_take_back(user: User, found: Round) -> bool:
    return user.pk == found.submitted_by_id or may_approve(user, found.institution_id)


def _is_own(user: User, found: Round) -> bool:
    return user.pk in (found.author_id, found.submitted_by_id)


def require_writing(*, user: User, institution: Institution) -> None:
    if not may_write(user, institution):
        raise MayNotSubmit(institution.name)


def require_approving(*, user: User, institution: Institution) -> None:
    if not may_approve(user, institution):
        raise MayNotApprove(institution.name)


def require_deciding(*, user: User, found: Round) -> None:
    require_approving(user=user, institution=found.institution)
    if _is_own(user, found):
        raise OwnWork


def require_reviewing_after(*, user: User, found: EmergencyPublication) -> None:
    require_approving(user=user, institution=found.institution)
    if not may_review_after(user, found):
        raise OwnWork


def require_publishing_at_once(*, user: User, institution: Institution) -> None:
    if not may_publish_at_once(user, institution):
        raise MayNotPublishAtOnce(institution.name)


def require_reading(*, user: User, institution: Institution) -> None:
    if not may_read(user, institution):
        raise MayNotRead(institution.name)
