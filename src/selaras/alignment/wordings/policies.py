"""Who writes how a type is worded: whoever states its facts. The platform looks."""

from django.contrib.auth.models import AnonymousUser

from selaras.accounts.models import User
from selaras.alignment.wordings.errors import MayNotWord
from selaras.facts.models import FactType
from selaras.institutions.models import Institution, Membership
from selaras.institutions.standing import standing_of

WRITING = Membership.Role.AUTHOR
LOOKING = (Membership.Role.AUTHOR, Membership.Role.PLATFORM)


def may_write(user: User | AnonymousUser, owner: Institution | int | None) -> bool:
    return standing_of(user).holds(owner, WRITING)


def may_look(user: User | AnonymousUser, owner: Institution | int | None) -> bool:
    standing = standing_of(user)
    return standing.holds(owner, WRITING) or standing.is_platform


def require_writing(*, user: User, fact_type: FactType) -> None:
    owner = fact_type.owner
    if not may_write(user, owner):
        raise MayNotWord(
            f'Anda tidak menyatakan fakta "{fact_type.label}".',
            f"Penyusun pengumuman {owner.name} yang menulis cara menyebutnya.",
        )
