"""What a person can begin from the inbox: rooms name it, the gate decides who sees it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest

from selaras.accounts.access import allows
from selaras.accounts.models import User


@dataclass(frozen=True)
class Start:
    """A way to begin something: label, icon of the admin, and the address for this person.

    `address` answers None for a person who has nothing to begin there.
    """

    label: str
    icon: str
    view_name: str
    address: Callable[[User], str | None]


_starts: list[Start] = []


def offers_start(start: Start) -> None:
    if start not in _starts:
        _starts.append(start)


def starts_for(request: HttpRequest) -> list[tuple[Start, str]]:
    """Each start that the gate lets this person reach, with its address."""
    if not isinstance(request.user, User):
        return []
    found = []
    for start in _starts:
        address = start.address(request.user) if allows(request, start.view_name) else None
        if address:
            found.append((start, address))
    return found
