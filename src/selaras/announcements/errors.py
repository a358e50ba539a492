"""Named failures of announcements."""

from selaras.common.errors import Flawed, Refused


class InvalidDocument(Flawed):
    """A document of an announcement with mistakes, each with its line."""


class KeyReused(Refused):
    """The key was used for an announcement with other content."""
