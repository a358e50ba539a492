"""Everybody may tell what she opened."""

from selaras.accounts.access import OPEN, state


def state_all() -> None:
    state(OPEN, "search:picked")
