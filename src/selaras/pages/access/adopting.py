"""Who reaches the routes of central texts."""

from selaras.accounts.access import state
from selaras.institutions.access import MEMBER, holding
from selaras.institutions.standing import WRITING
from selaras.pages.access.rules import own_page


def state_all() -> None:
    state(holding(*sorted(WRITING)), "adopting:sources", "adopting:take", "adopting:taken")
    state(MEMBER, "adopting:used")
    state(own_page("page_id"), "adopting:compare")
