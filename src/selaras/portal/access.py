"""The portal is public, and so is the description of what it offers to machines."""

from selaras.accounts.access import OPEN, state

API = "openapi types type value history regions announcements announcement changes search absent"


def state_all() -> None:
    names = ("home", "region", "summary", "centres", "find_region", "proof")
    state(OPEN, *(f"portal:{name}" for name in names), "style:guide")
    state(OPEN, *(f"api:{name}" for name in API.split()))
    proof = ("keys", "head", "consistency", "entry", "fact", "announcement")
    state(OPEN, *(f"proof:{name}" for name in proof))
    alerts = ("message", "recall", "alerts", "announced")
    state(OPEN, *(f"alerts:{name}" for name in alerts))
