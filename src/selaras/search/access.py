"""Everybody may search."""

from selaras.accounts.access import OPEN, state

ROUTES = ("results", "suggestions", "feed", "description")


def state_all() -> None:
    state(OPEN, *(f"search:{name}" for name in ROUTES))
