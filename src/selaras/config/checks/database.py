"""Checks of what is in the database. They run only where a command names the database."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from selaras.accounts.models import User

MOST_APART = 5.0  # seconds between the clocks of this machine and of the database


@register(Tags.database, deploy=True)
def schema_is_up_to_date(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    return [
        Error(
            f"{count} changes of the database's schema are not made yet.",
            hint="Run `selaras setup`.",
            id="config.E013",
        )
        for alias in databases or ()
        if (count := pending(connections[alias]))
    ]


def pending(connection: BaseDatabaseWrapper) -> int:
    """How many migrations are still to be carried out."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@register(Tags.database, deploy=True)
def accounts_are_of_people(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    for alias in databases or ():
        if User._meta.db_table not in connections[alias].introspection.table_names():
            continue
        users = User.objects.using(alias).filter(is_active=True)
        shown = users.filter(demonstration=True).count()
        if shown:
            found.append(
                Error(
                    f"{shown} accounts of a demonstration are in the database.",
                    hint="They cannot sign in, but their data are invented: begin production "
                    "with an empty database.",
                    id="config.E008",
                )
            )
        above = users.filter(is_superuser=True).count()
        if above:
            found.append(
                Warning(
                    f"{above} accounts are superusers, whom no policy binds.",
                    hint="Give people roles instead; keep superusers for the command line.",
                    id="config.W009",
                )
            )
    return found


@register(Tags.database, deploy=True)
def clocks_agree(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """A fact holds from a second on: all machines must mean the same second."""
    return [
        Error(
            f"The clocks of this machine and of the database are {apart:.0f} seconds apart.",
            hint="Let both machines follow the same time servers (chrony, systemd-timesyncd).",
            id="config.E018",
        )
        for alias in databases or ()
        if (apart := seconds_apart(connections[alias])) > MOST_APART
    ]


def seconds_apart(connection: BaseDatabaseWrapper) -> float:
    if connection.vendor != "postgresql":
        return 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM clock_timestamp())")
        return abs(float(cursor.fetchone()[0]) - timezone.now().timestamp())
