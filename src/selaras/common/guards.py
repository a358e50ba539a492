"""Guards: rules that the database itself enforces, on SQLite and on PostgreSQL.

Django cannot express them on both databases, and its table rebuild on SQLite drops triggers
without a word. So they are not part of a migration: they are installed after every `migrate`,
and a system check names those that are missing.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.signals import post_migrate

_MAKES = re.compile(r"(?:CREATE TRIGGER|ADD CONSTRAINT) (\w+)")


@dataclass(frozen=True, slots=True)
class Guard:
    """A rule of one table; `sqlite` and `postgresql` are the statements that make it.

    A statement makes one trigger, one constraint, or what these need. The guard stands when
    all its triggers and constraints do.
    """

    name: str
    table: str
    sqlite: tuple[str, ...]
    postgresql: tuple[str, ...]

    def statements(self, vendor: str) -> tuple[str, ...]:
        return {"sqlite": self.sqlite, "postgresql": self.postgresql}[vendor]

    def parts(self, vendor: str) -> set[str]:
        """The names of the triggers and constraints that it consists of."""
        return {name for statement in self.statements(vendor) for name in _made_by(statement)}


def protect(room: AppConfig, guards: Sequence[Guard], *, check_id: str) -> None:
    """Install the room's guards after every migrate, and check that they stand."""

    def install_after_migrate(using: str, **_: Any) -> None:
        install(connections[using], guards)

    def check_guards(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
        return [
            Error(
                f"The database guard {guard.name} on {guard.table} is missing.",
                hint="Run `selaras migrate`; it puts guards back.",
                id=check_id,
            )
            for alias in databases or ()
            for guard in missing(connections[alias], guards)
        ]

    post_migrate.connect(
        install_after_migrate, sender=room, weak=False, dispatch_uid=f"guards.{room.label}"
    )
    register(check_guards, Tags.database)


def install(connection: BaseDatabaseWrapper, guards: Iterable[Guard]) -> None:
    """Make what is missing of these guards."""
    present = standing(connection)
    with connection.cursor() as cursor:
        for guard in missing(connection, guards):
            for statement in guard.statements(connection.vendor):
                if not present & _made_by(statement):
                    cursor.execute(statement)


def missing(connection: BaseDatabaseWrapper, guards: Iterable[Guard]) -> list[Guard]:
    """The guards that do not stand although their table does."""
    present = standing(connection)
    tables = set(connection.introspection.table_names())
    return [
        guard
        for guard in guards
        if guard.table in tables and guard.parts(connection.vendor) - present
    ]


def _made_by(statement: str) -> set[str]:
    return set(_MAKES.findall(statement))


def standing(connection: BaseDatabaseWrapper) -> set[str]:
    """Names of all triggers and constraints that the database has now."""
    queries = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": (
            "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D' "
            "UNION SELECT conname FROM pg_constraint WHERE contype = 'x'"
        ),
    }
    with connection.cursor() as cursor:
        cursor.execute(queries[connection.vendor])
        return {row[0] for row in cursor.fetchall()}


def append_only(table: str, *, name: str) -> Guard:
    """Rows of this table are written once: no update, no delete."""
    return Guard(
        name=name,
        table=table,
        sqlite=tuple(
            f"CREATE TRIGGER {trigger} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            for trigger, verb in ((name, "UPDATE"), (f"{name}_delete", "DELETE"))
        ),
        postgresql=(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{table} is append-only' "
            f"USING ERRCODE = 'integrity_constraint_violation'; END $$",
            f"CREATE TRIGGER {name} BEFORE UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {name}()",
        ),
    )


def closes_only(
    table: str,
    *,
    name: str,
    frozen: Sequence[str],
    closing: str,
    refusal: str,
    planned: str = "",
) -> Guard:
    """The only update of a row sets `closing`, once; what is `frozen` stays as it was written.

    An end that lies ahead, and of which the column `planned` says that it was planned earlier,
    may still be changed.
    """
    # IS NOT DISTINCT FROM on PostgreSQL, IS on SQLite: both treat null as a value.
    same = " AND ".join(f"OLD.{column} IS NEW.{column}" for column in frozen)
    closes = f"(OLD.{closing} IS NULL AND NEW.{closing} IS NOT NULL)"
    if planned:
        ahead = f"OLD.{planned} < OLD.{closing} AND OLD.{closing} > CLOCK"
        closes = f"({closes} OR COALESCE({ahead}, FALSE))"
    allowed = f"{same} AND {closes}"
    on_sqlite = allowed.replace("CLOCK", "strftime('%Y-%m-%d %H:%M:%f', 'now')")
    on_postgresql = allowed.replace(" IS NEW.", " IS NOT DISTINCT FROM NEW.").replace(
        "CLOCK", "clock_timestamp()"
    )
    return Guard(
        name=name,
        table=table,
        sqlite=(
            f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} "
            f"WHEN NOT ({on_sqlite}) BEGIN SELECT RAISE(ABORT, '{refusal}'); END",
        ),
        postgresql=(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF NOT ({on_postgresql}) THEN RAISE EXCEPTION '{refusal}' "
            f"USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$",
            f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {name}()",
        ),
    )


def never_deleted(table: str, *, name: str, refusal: str) -> Guard:
    """No row of this table is deleted."""
    return Guard(
        name=name,
        table=table,
        sqlite=(
            f"CREATE TRIGGER {name} BEFORE DELETE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{refusal}'); END",
        ),
        postgresql=(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"RAISE EXCEPTION '{refusal}' "
            f"USING ERRCODE = 'integrity_constraint_violation'; END $$",
            f"CREATE TRIGGER {name} BEFORE DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {name}()",
        ),
    )
