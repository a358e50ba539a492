"""Who may see the sites as they will be: whoever may read the manuscript."""

from selaras.accounts.access import state
from selaras.announcements.access import own_manuscript
from selaras.announcements.manuscripts.queries import READING


def state_all() -> None:
    state(own_manuscript(*READING), "announcement_preview:choose", "announcement_preview:show")
