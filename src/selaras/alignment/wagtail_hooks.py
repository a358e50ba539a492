"""What this room adds to Wagtail's admin: each part registers its own."""

from selaras.alignment.boards import hooks as boards
from selaras.alignment.copies import hooks as copies
from selaras.alignment.wordings import hooks as wordings

boards.register()
copies.register()
wordings.register()
