"""What a new person has done of the first steps."""

from selaras.accounts.models import User
from selaras.institutions.models import FirstStep


def tick_off(*, user: User, key: str) -> None:
    """She says herself that the step is done. Saying it twice changes nothing."""
    FirstStep.objects.get_or_create(user=user, key=key)


def put_away(*, user: User) -> None:
    """She does not want to see the list any more."""
    tick_off(user=user, key=FirstStep.AWAY)
