"""Named failures of media."""

from selaras.common.errors import Refused


class BadPicture(Refused):
    """A picture that is not taken; nothing of it was kept."""


class BadFile(Refused):
    """A document that is not taken; nothing of it was kept."""
