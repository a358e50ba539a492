"""Who may have a page's text checked and say why it is right: whoever may write it."""

from selaras.accounts.access import state
from selaras.pages.access.rules import own_page


def state_all() -> None:
    state(own_page("page_id"), "page_alignment:check", "page_alignment:justify")
