"""Named failures of backups. What is refused has changed nothing."""

from selaras.common.errors import Refused


class Occupied(Refused):
    """Something stands already where a backup or a restored country is to stand."""


class Damaged(Refused):
    """A backup that is incomplete or was changed."""


class Unfit(Refused):
    """A whole backup that this installation cannot restore."""


class NoTool(Refused):
    """A program of the database is missing, or failed."""


class WrongKeys(Refused):
    """Keys that do not belong to the backup."""


class NoRoom(Refused):
    """A backup could not be written to the end."""

    permanent = False
