"""Official counts are public."""

from selaras.accounts.access import OPEN, state


def state_all() -> None:
    names = ("index", "json", "csv", "detail", "version", "embed", "oembed")
    state(OPEN, *(f"tallies:{name}" for name in names))
