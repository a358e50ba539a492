"""What stands in the way of ending a fact type: rooms above say who still says it.

A room registers a provider when it starts. A provider answers in the user's words, or with an
empty text where it has nothing against it.
"""

from collections.abc import Callable
from enum import Enum

from selaras.facts.models import FactType


class Ending(Enum):
    RETIRED = "retired"  # its history stays, nothing new can be stated
    DELETED = "deleted"  # it never was


Provider = Callable[[FactType, Ending], str]
_providers: dict[str, Provider] = {}


def hinders_ending(name: str) -> Callable[[Provider], Provider]:
    """Name a provider; done once, when the room's app is ready."""

    def register(provider: Provider) -> Provider:
        if _providers.get(name, provider) is not provider:
            raise RuntimeError(f"two providers of uses are called {name}")
        _providers[name] = provider
        return provider

    return register


def hindrances(fact_type: FactType, ending: Ending) -> list[str]:
    """Who still says the type, one line for each room that knows of somebody."""
    found = (provider(fact_type, ending) for provider in _providers.values())
    return [words for words in found if words]
