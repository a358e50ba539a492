"""What the log refuses."""

from pathlib import Path

from selaras.common.errors import Refused


class NoKey(Refused):
    """The key that signs now cannot be read; nothing is lost, what is new waits."""

    permanent = False

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Kunci penanda tangan {path} tidak dapat dibaca.",
            "Pulihkan berkasnya dari cadangan kunci, atau ganti dengan `selaras proof rotate`.",
        )


class Unproved(Refused):
    """A bundle does not prove what it says."""


class Unreadable(Refused):
    """A bundle or a set of keys is not one at all."""


class Unreachable(Refused):
    """An address did not answer."""

    permanent = False
