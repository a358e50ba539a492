"""Whether the database was written to, asked twenty times a second for next to nothing."""

from importlib import import_module
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.db import connection


class Unreachable(Exception):
    """The database cannot be asked now; it may be back at any moment."""


class Source(Protocol):
    """`opened` counts how often the database was found, anew or in another place."""

    opened: int

    def has_moved(self) -> bool:
        """Whether anything was committed since the last call; True at first.

        Raises `Unreachable`.
        """

    def close(self) -> None: ...


def source() -> Source:
    """That of the database in the settings. psycopg is there only where it is PostgreSQL."""
    made: Source
    if connection.vendor == "sqlite":
        path = Path(settings.DATABASES["default"]["NAME"]).absolute()
        made = import_module("selaras.delivery.watching.sqlite").SqliteSource(path)
    else:
        made = import_module("selaras.delivery.watching.postgresql").PostgresSource()
    return made
