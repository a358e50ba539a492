"""What waits for somebody: rooms provide it, the inbox puts it in one order.

A provider answers with a bounded number of items in a constant number of queries, whatever
else waits: the inbox shows the first and says how many more there are.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from selaras.accounts.models import User

MOST = 25  # items that one provider gives, and that the list shows of one kind


class Urgency(IntEnum):
    """Worst first: public harm, somebody waits, one's own work, good to know."""

    NOW = 0
    WAITED_FOR = 1
    OWN_WORK = 2
    ADVICE = 3


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing to do. `kind` is its short label, `detail` one line that says why."""

    kind: str
    title: str
    url: str
    urgency: Urgency
    since: datetime
    detail: str = ""
    institution: str = ""


@dataclass(frozen=True)
class Waiting:
    """Up to `MOST` items of one provider, oldest first, and how many there are in all."""

    items: Sequence[Item]
    total: int


Provider = Callable[[User], Waiting]
_providers: dict[str, Provider] = {}


def fills_inbox(name: str) -> Callable[[Provider], Provider]:
    """Name a provider; done once, when the room's app is ready."""

    def register(provider: Provider) -> Provider:
        if _providers.get(name, provider) is not provider:
            raise RuntimeError(f"two providers of the inbox are called {name}")
        _providers[name] = provider
        return provider

    return register


def inbox_of(user: User) -> Waiting:
    """Everything that waits for this person, worst first and then oldest first."""
    waiting = [provider(user) for provider in _providers.values()]
    items = [item for one in waiting for item in one.items[:MOST]]
    items.sort(key=lambda item: (item.urgency, item.since))
    return Waiting(items, sum(one.total for one in waiting))
