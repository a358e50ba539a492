"""The weights of signals as they are set now."""

from collections.abc import Mapping

from selaras.search.kept import Kept
from selaras.search.models import SignalWeight
from selaras.search.signals import DEFAULTS

CHANGED = "search:signals"  # by what the ledger knows that weights were changed


def _read() -> Mapping[str, float]:
    """A row of a signal that is no more counts for nothing."""
    rows = SignalWeight.objects.filter(name__in=DEFAULTS).values_list("name", "value")
    return {**DEFAULTS, **dict(rows)}


_weights: Kept[Mapping[str, float]] = Kept(CHANGED, _read)


def weights() -> Mapping[str, float]:
    """Each signal's weight: the shipped one, unless another was set. A second old at most."""
    return _weights.get()


def forget_weights() -> None:
    """For whoever has just changed them."""
    _weights.forget()
