"""What this room adds to Wagtail's admin."""

from selaras.facts.objections import hooks

hooks.register()
