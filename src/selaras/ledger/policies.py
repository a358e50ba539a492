"""Who may read the audit. The room above that knows the roles says it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from selaras.ledger.errors import MayNotReadAudit


@dataclass(frozen=True, slots=True)
class Reach:
    """Whose entries somebody may read: all, or those of the institutions in `names`.

    `names` is asked on the audit's screens only: slug and name of each of these institutions.
    """

    everything: bool
    names: Callable[[], Mapping[str, str]]

    def institutions(self) -> frozenset[str] | None:
        """The slugs, or None for all entries, those of no institution included."""
        return None if self.everything else frozenset(self.names())


Provider = Callable[[Any], Reach | None]
_providers: list[Provider] = []


def readers(provider: Provider) -> Provider:
    """Name a function that says what a user may read; None: nothing. Nobody named, nobody reads."""
    if provider not in _providers:
        _providers.append(provider)
    return provider


def reach_of(user: Any) -> Reach | None:
    for provider in _providers:
        reach = provider(user)
        if reach is not None:
            return reach
    return None


def require_reading(user: Any) -> Reach:
    reach = reach_of(user)
    if reach is None:
        raise MayNotReadAudit
    return reach
