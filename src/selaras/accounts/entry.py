"""Whether a person may be on the editors' host at all: a room above names who decides it."""

from collections.abc import Callable

from selaras.accounts.models import User

Decision = Callable[[User], bool]
_decisions: list[Decision] = []


def decides_entry(decision: Decision) -> Decision:
    """Name a function that says whether a person holds anything today."""
    if decision not in _decisions:
        _decisions.append(decision)
    return decision


def may_enter(user: User) -> bool:
    """Asked at every request; where nobody decides, nobody enters."""
    return user.is_active and any(decision(user) for decision in _decisions)
