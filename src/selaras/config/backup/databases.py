"""A whole database as one file, taken while it is written to, and back into an empty one.

Sessions are left out: whoever finds a backup must not be signed in by it.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from selaras.config.backup.errors import Damaged, NoTool, Occupied
from selaras.config.backup.manifest import AGAIN

SQLITE, POSTGRESQL = "database.sqlite3", "database.pgdump"
LEFT_OUT = (
    "django_session", "usersessions_usersession", "wagtailadmin_editingsession",
    # Addresses that asked today as drawings: no copy may outlive the day's key.
    "search_askedday", "search_askerstoday",
)  # fmt: skip
Settings = Mapping[str, Any]


def dump(connection: BaseDatabaseWrapper, folder: Path) -> Path:
    """Write one consistent state of the database into a folder; returns the file."""
    if connection.vendor == "sqlite":
        return _dump_sqlite(str(connection.settings_dict["NAME"]), folder / SQLITE)
    target = folder / POSTGRESQL
    left_out = [f"--exclude-table-data={name}" for name in LEFT_OUT]
    _run(
        ["pg_dump", "--format=custom", "--no-owner", "--no-privileges", *left_out,
         f"--file={target}"],
        connection.settings_dict,
    )  # fmt: skip
    return target


def _dump_sqlite(name: str, target: Path) -> Path:
    with closing(sqlite3.connect(name)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        there = {row[0] for row in copy.execute("SELECT name FROM sqlite_master")}
        for table in sorted(there.intersection(LEFT_OUT)):
            copy.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of our own
        copy.commit()
        copy.execute("VACUUM")
    return target


def check_sqlite(path: Path) -> None:
    """Raises `Damaged` unless SQLite itself finds the file whole."""
    with closing(sqlite3.connect(path)) as connection:
        try:
            said = connection.execute("PRAGMA integrity_check").fetchone()[0]
        except sqlite3.DatabaseError as error:
            said = str(error)
    if said != "ok":
        raise Damaged(f"Basis data dalam cadangan ini rusak: {said}", AGAIN)


def load_postgresql(source: Path, settings: Settings) -> None:
    """Fill an empty database, in one transaction. Raises `Occupied`, `NoTool`."""
    command = ["pg_restore", "--exit-on-error", "--single-transaction", "--no-owner",
               "--no-privileges", f"--dbname={settings['NAME']}", str(source)]  # fmt: skip
    _run(command, settings)


def check_empty(connection: BaseDatabaseWrapper) -> None:
    if connection.introspection.table_names():
        raise Occupied(
            f"Basis data {connection.settings_dict['NAME']} tidak kosong.",
            "Buat basis data baru yang kosong, lalu sebutkan dalam DATABASE_URL.",
        )


def _run(command: list[str], settings: Settings) -> None:
    if shutil.which(command[0]) is None:
        raise NoTool(
            f"Program {command[0]} tidak ada di mesin ini.",
            "Pasang klien PostgreSQL, dalam versi yang sama dengan servernya atau lebih baru.",
        )
    done = subprocess.run(  # noqa: S603 - our own words and a path
        command, env=_environment(settings), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NoTool(f"{command[0]} gagal: {done.stderr.strip()[-600:]}")


def _environment(settings: Settings) -> dict[str, str]:
    """The address of the database; a password on the command line would be seen by everybody."""
    said = {
        "PGHOST": settings.get("HOST"),
        "PGPORT": settings.get("PORT"),
        "PGUSER": settings.get("USER"),
        "PGPASSWORD": settings.get("PASSWORD"),
        "PGDATABASE": settings.get("NAME"),
        "PGSSLMODE": settings.get("OPTIONS", {}).get("sslmode"),
    }
    return dict(os.environ) | {name: str(value) for name, value in said.items() if value}
