"""Named failures of announcements."""

from selaras.common.errors import Flaw, Flawed, Refused


class InvalidDocument(Flawed):
    """A document of an announcement with mistakes, each with its line."""


class KeyReused(Refused):
    """The key was used for an announcement with other content."""


class ExampleKept(Refused):
    """A document that still carries the words of the template."""


class ChangedSinceChecked(Refused):
    """The document to publish is not the one whose check was confirmed."""


def unreadable(*flaws: Flaw) -> InvalidDocument:
    """A document that cannot be read at all, so that only these mistakes are known."""
    return InvalidDocument("Berkas pengumuman tidak dapat dibaca.", list(flaws))
