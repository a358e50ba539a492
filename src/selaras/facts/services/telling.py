"""By what the ledger knows which types have changed."""

from collections.abc import Iterable

from selaras.facts.models import FactType


def told(fact_types: Iterable[FactType]) -> set[str]:
    """The keys of a change that everybody can see at once.

    What is planned, or called off before its second, moves `change_key` alone.
    """
    return {key for one in fact_types for key in (one.change_key, one.public_key)}
