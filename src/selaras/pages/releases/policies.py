"""Who may put a release together, make it ready, and stop it."""

from datetime import datetime

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership
from selaras.institutions.policies import require_author
from selaras.institutions.queries import institutions_of
from selaras.institutions.standing import WRITING, standing_of
from selaras.pages.models import Release
from selaras.pages.releases.errors import MayNotArm, MayNotPrepare, MayNotStop, OwnRelease

Role = Membership.Role
STOPPING = (Role.APPROVER, Role.EMERGENCY)


def may_prepare(user: User, institution: Institution | int) -> bool:
    return standing_of(user).holds(institution, *WRITING)


def may_arm(user: User, release: Release) -> bool:
    """An approver who did not put it together; the announcing role is asked for besides."""
    approves = standing_of(user).holds(release.institution_id, Role.APPROVER)
    return approves and not _is_own(user, release)


def may_stop(user: User, release: Release) -> bool:
    """Stopping harms nobody: also who put it together may."""
    standing = standing_of(user)
    made = _is_own(user, release) and standing.holds(release.institution_id, *WRITING)
    return made or standing.holds(release.institution_id, *STOPPING)


def _is_own(user: User, release: Release) -> bool:
    return user.pk in (release.made_by_id, release.changed_by_id)


def require_preparing(*, user: User, institution: Institution) -> None:
    if not may_prepare(user, institution):
        raise MayNotPrepare(institution.name)


def require_arming(*, user: User, release: Release) -> None:
    """Raises `MayNotArm`, `OwnRelease`, or `MayNotSpeak` where it announces something."""
    if not standing_of(user).holds(release.institution_id, Role.APPROVER):
        raise MayNotArm(release.institution.name)
    if _is_own(user, release):
        raise OwnRelease
    if release.document:
        require_author(user=user, speaker=release.institution)


def require_stopping(*, user: User, release: Release) -> None:
    if not may_stop(user, release):
        raise MayNotStop


def lacks_at(user: User | None, release: Release, at: datetime) -> str:
    """Which right who made it ready will not have at that moment; empty where none is missing."""
    if user is None or not user.is_active:
        return "Akun orang yang menyiapkan rilis ini tidak aktif lagi."
    if user.is_superuser:
        return ""
    roles = {Role.APPROVER: "penyetuju"}
    if release.document:
        roles[Role.AUTHOR] = "penyusun pengumuman"
    for role, label in roles.items():
        held = institutions_of(user, role=role, at=at)
        if not held.filter(pk=release.institution_id).exists():
            return f"Pada waktu rilis, orang yang menyiapkannya bukan {label} instansi ini."
    return ""
