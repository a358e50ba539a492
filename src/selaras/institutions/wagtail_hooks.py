"""What the room adds to Wagtail's admin: the screens about people."""

from selaras.institutions.people import hooks

hooks.register()
