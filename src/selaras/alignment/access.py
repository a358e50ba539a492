"""Who may reach the room's screens: each part states its own."""

from selaras.alignment.boards import access as boards
from selaras.alignment.copies import access as copies
from selaras.alignment.wordings import access as wordings


def state_all() -> None:
    boards.state_all()
    copies.state_all()
    wordings.state_all()
