"""One connection reads the tables as they were at a moment; every other sees the present.

A temporary view takes the name of a table, on SQLite and PostgreSQL alike, before the table
itself. So the templates, queries and views of today show the past without knowing of it, nothing
is written into the tables, and no lock is held that a writer would wait for.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from typing import Any

from django.db import connection, models, transaction

from selaras.announcements.models import Announcement
from selaras.facts.models import FactType, FactVersion
from selaras.pages.models import AdoptedText
from selaras.tallies.models import Version

Column = dict[str, str]


@contextmanager
def shadowed(views: dict[str, str]) -> Iterator[None]:
    """Inside this block each name is read as its SELECT, on this connection only.

    Use it inside `nothing_stays`.
    """
    with ExitStack() as stack:
        for name, select in views.items():
            stack.enter_context(temporary("VIEW", name, select))
        yield


@contextmanager
def temporary(kind: str, name: str, select: str) -> Iterator[None]:
    run(f"CREATE TEMP {kind} {quoted(name)} AS {select}")
    try:
        yield
    finally:
        if connection.vendor == "sqlite":
            run(f"DROP {kind} temp.{quoted(name)}")


@contextmanager
def nothing_stays() -> Iterator[None]:
    """Around all shadows: on PostgreSQL a transaction that is rolled back takes them away.

    On SQLite a transaction of ours would take the lock that writers need; there they are dropped.
    """
    if connection.vendor == "sqlite":
        yield
        return
    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)


def knowledge(*, at: datetime, known_at: datetime) -> dict[str, str]:
    """What was known of facts, and what had been announced and counted, at those moments."""
    known, then = literal(known_at), literal(at)
    return {
        # What was backfilled was known to nobody here before it was written, and what was
        # planned to nobody before its second.
        table(FactVersion): select_of(
            FactVersion,
            {
                "recorded_to": _unless_later(
                    "recorded_to", _later_of("closed_at", "recorded_to"), known
                )
            },
        )
        + f" WHERE {_later_of('written_at', 'recorded_from')} <= {known}",
        table(FactType): select_of(
            FactType, {"retired_at": _unless_later("retired_at", "retired_at", known)}
        ),
        # What was called off never was, and what was recalled since still stood.
        table(Announcement): select_of(
            Announcement,
            {
                "recalled_at": _unless_later("recalled_at", "recalled_at", then),
                "recall_reason": _if_later("''", "recalled_at", then, "recall_reason"),
            },
        )
        + f" WHERE published_at <= {then} AND called_off_at IS NULL",
        table(Version): f"{select_of(Version)} WHERE published_at <= {then}",
        table(AdoptedText): f"{select_of(AdoptedText)} WHERE taken_at <= {then}",
    }


def select_of(model: type[models.Model], replaced: Column | None = None) -> str:
    """All columns of the real table, some of them by another expression."""
    other = replaced or {}
    columns = ", ".join(
        f"{other[name]} AS {quoted(name)}" if name in other else quoted(name)
        for name in columns_of(model)
    )
    return f"SELECT {columns} FROM {real(table(model))}"  # noqa: S608


def columns_of(model: type[models.Model]) -> list[str]:
    return [str(field.column) for field in model._meta.local_concrete_fields]


def table(model: type[models.Model]) -> str:
    return model._meta.db_table


def real(name: str) -> str:
    """The table behind a shadow of its name."""
    return f"{'main' if connection.vendor == 'sqlite' else _schema()}.{quoted(name)}"


def literal(moment: datetime) -> str:
    """A moment as SQL; views take no parameters."""
    stored = connection.ops.adapt_datetimefield_value(moment.astimezone(UTC))
    return f"'{stored}'"


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def run(sql: str, rows: Sequence[Sequence[Any]] | None = None) -> None:
    with connection.cursor() as cursor:
        if rows is None:
            cursor.execute(sql)
        else:
            cursor.executemany(sql, rows)


def insert(name: str, model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Put rows of a model into a temporary table that has its columns."""
    if not rows:
        return
    fields = model._meta.local_concrete_fields
    marks = ", ".join(["%s"] * len(fields))
    run(
        f"INSERT INTO {quoted(name)} VALUES ({marks})",  # noqa: S608
        [
            [one.get_db_prep_save(getattr(row, one.attname), connection) for one in fields]
            for row in rows
        ],
    )


def _unless_later(column: str, happened: str, moment: str) -> str:
    return _if_later("NULL", happened, moment, column)


def _if_later(told: str, happened: str, moment: str, column: str) -> str:
    return f"CASE WHEN {happened} > {moment} THEN {told} ELSE {column} END"


def _later_of(written: str, stated: str) -> str:
    """Either may be null: nothing was planned or reconstructed, or nothing has ended."""
    return f"CASE WHEN {written} > {stated} THEN {written} ELSE {stated} END"


def _schema() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        return quoted(cursor.fetchone()[0])
