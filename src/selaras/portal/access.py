"""The portal is public, and so is the description of what it offers to machines."""

from selaras.accounts.access import OPEN, state


def state_all() -> None:
    names = ("home", "region", "summary", "centres", "find_region")
    state(OPEN, *(f"portal:{name}" for name in names), "style:guide", "api:openapi")
