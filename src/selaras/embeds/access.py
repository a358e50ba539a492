"""Who may reach the screens of facts in the editor."""

from selaras.accounts.access import state
from selaras.institutions.access import MEMBER


def state_all() -> None:
    names = (
        "choose", "choose_results", "options", "preview", "pick", "pick_results", "picked",
        "uses", "uses_of_type",
    )  # fmt: skip
    state(MEMBER, *(f"embeds:{name}" for name in names))
