"""Named failures of the import of an old website."""

from selaras.common.errors import Flaw, Flawed, Refused


class UnreadableExport(Flawed):
    """The file is no whole WordPress export; nothing of it was imported."""


class NotImportable(Refused):
    """The import cannot begin: the institution, the media folder or the file do not fit."""


def unreadable(line: int, problem: str, remedy: str) -> UnreadableExport:
    """One mistake in the file; `line` counts from 1, 0 means the whole file."""
    return UnreadableExport(
        "Berkas ekspor WordPress tidak dapat dibaca.", [Flaw(line, "", problem, remedy)]
    )
