"""Who sets how the search works, and who sees what people ask."""

from django.contrib.auth.models import AnonymousUser

from selaras.accounts.models import User
from selaras.common.errors import Refused
from selaras.institutions.models import Institution
from selaras.institutions.queries import NATIONAL
from selaras.institutions.standing import standing_of
from selaras.ledger.actors import Actor


class MayNotTune(Refused):
    """Somebody who is no administrator of the platform."""


def may_tune(user: User | AnonymousUser) -> bool:
    """The platform's administrators."""
    return standing_of(user).is_platform


def may_see_asked(user: User | AnonymousUser) -> bool:
    """The platform, and whoever holds a role at a national institution, such as a ministry."""
    standing = standing_of(user)
    if standing.everything or standing.is_platform:
        return True
    held = standing.institutions()
    return bool(held) and Institution.objects.filter(pk__in=held, region=NATIONAL).exists()


def require_tuning(actor: Actor) -> None:
    """A command on the machine may; of people, the platform's administrators."""
    if isinstance(actor, User) and not may_tune(actor):
        raise MayNotTune(
            "Anda tidak mengatur pencarian.", "Pengelola platform yang dapat mengubahnya."
        )
