"""Who may prepare, issue, follow up and answer instructions. The only place that decides it."""

from django.db.models import QuerySet

from selaras.accounts.models import User
from selaras.announcements.instructing.errors import (
    MayNotAnswerFor,
    MayNotFollow,
    MayNotInstruct,
    MayNotIssue,
    MayNotPrepare,
    OwnInstruction,
)
from selaras.announcements.instructing.queries import SEEING
from selaras.announcements.models import Addressee, Instruction
from selaras.institutions.models import Institution, Membership, Region
from selaras.institutions.standing import standing_of

Role = Membership.Role
PREPARING = (Role.WRITER, Role.AUTHOR)
FOLLOWING = (Role.WRITER, Role.AUTHOR, Role.APPROVER)
# A regency's office has nobody below it; see `reach.reaches` for whom the others may instruct.
INSTRUCTING = (Region.Level.NATIONAL, Region.Level.PROVINCE)


def may_prepare(user: User, issuer: Institution) -> bool:
    return can_instruct(issuer) and standing_of(user).holds(issuer, *PREPARING)


def issuers_of(user: User) -> QuerySet[Institution]:
    """The institutions for which this person may prepare instructions."""
    standing = standing_of(user)
    found = Institution.objects.filter(region__level__in=INSTRUCTING).select_related("region")
    if standing.everything:
        return found
    return found.filter(pk__in=standing.institutions(*PREPARING))


def can_instruct(issuer: Institution) -> bool:
    return issuer.region.level in INSTRUCTING


def may_issue(user: User, instruction: Instruction) -> bool:
    """An approver who neither began it nor changed it last; review asks who submitted it."""
    approves = standing_of(user).holds(instruction.issuer_id, Role.APPROVER)
    return approves and not _is_own(user, instruction)


def may_cancel(user: User, instruction: Instruction) -> bool:
    """A draft those who prepare it; what was issued an approver, as she would issue it."""
    if instruction.state == Instruction.State.DRAFT:
        return standing_of(user).holds(instruction.issuer_id, *FOLLOWING)
    return standing_of(user).holds(instruction.issuer_id, Role.APPROVER)


def may_follow(user: User, instruction: Instruction) -> bool:
    return standing_of(user).holds(instruction.issuer_id, *FOLLOWING)


def may_answer_for(user: User, addressee: Addressee) -> bool:
    """Everybody who speaks for the institution or keeps its people; an auditor only reads."""
    return standing_of(user).holds(addressee.institution_id, *SEEING)


def _is_own(user: User, instruction: Instruction) -> bool:
    return user.pk in (instruction.made_by_id, instruction.changed_by_id)


def require_instructing(issuer: Institution) -> None:
    if not can_instruct(issuer):
        raise MayNotInstruct(issuer.name)


def require_preparing(*, user: User, issuer: Institution) -> None:
    require_instructing(issuer)
    if not standing_of(user).holds(issuer, *PREPARING):
        raise MayNotPrepare(issuer.name)


def require_issuing(*, user: User, instruction: Instruction) -> None:
    if not standing_of(user).holds(instruction.issuer_id, Role.APPROVER):
        raise MayNotIssue(instruction.issuer.name)
    if _is_own(user, instruction):
        raise OwnInstruction


def require_cancelling(*, user: User, instruction: Instruction) -> None:
    if not may_cancel(user, instruction):
        raise MayNotIssue(instruction.issuer.name)


def require_following(*, user: User, instruction: Instruction) -> None:
    if not may_follow(user, instruction):
        raise MayNotFollow(instruction.issuer.name)


def require_answering(*, user: User, addressee: Addressee) -> None:
    if not may_answer_for(user, addressee):
        raise MayNotAnswerFor(addressee.name)
