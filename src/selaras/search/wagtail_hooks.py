"""What this room adds to Wagtail's admin."""

from selaras.search.admin import hooks

hooks.register()
