"""Guards stand after all migrations; one that fell is named, and migrating puts it back."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

import pytest
from django.apps import apps
from django.core.checks import Tags, run_checks
from django.core.management import call_command
from django.db import connection, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper

from selaras.common.guards import Guard, append_only, install, missing, standing
from selaras.facts.models import FactVersion
from selaras.ledger.models import AuditEntry
from support import databases


def guards_of_rooms() -> list[Guard]:
    found: list[Guard] = []
    for room in apps.get_app_configs():
        name = f"{room.name}.guards"
        if room.name.startswith("selaras.") and find_spec(name):
            found += import_module(name).GUARDS
    return found


GUARDS = guards_of_rooms()


def drop(guard: Guard, part: str) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"DROP TRIGGER {part}")
            return
        cursor.execute("SELECT 1 FROM pg_constraint WHERE conname = %s", [part])
        if cursor.fetchone():
            cursor.execute(f"ALTER TABLE {guard.table} DROP CONSTRAINT {part}")
        else:
            cursor.execute(f"DROP TRIGGER {part} ON {guard.table}")


@pytest.fixture
def apart(worker: str) -> Iterator[BaseDatabaseWrapper]:
    """A connection to a copy of its own: a table cannot be rebuilt inside a test's transaction."""
    import dj_database_url

    url = databases.copy_of("country", f"selaras_rebuild_{worker}")
    other = connections.create_connection("default")
    other.settings_dict = connection.settings_dict | {"NAME": dj_database_url.parse(url)["NAME"]}
    yield other
    other.close()
    databases.discard(url)


@pytest.mark.usefixtures("country")
def test_after_all_migrations_every_guard_of_every_room_stands() -> None:
    assert len(GUARDS) >= 13
    assert missing(connection, GUARDS) == []
    tables = set(connection.introspection.table_names())
    assert {guard.table for guard in GUARDS} <= tables


@pytest.mark.usefixtures("country")
def test_names_of_guards_are_unique() -> None:
    parts = [part for guard in GUARDS for part in guard.parts(connection.vendor)]
    assert len(parts) == len(set(parts))


@pytest.mark.usefixtures("country")
def test_the_system_check_is_silent_while_all_guards_stand() -> None:
    assert run_checks(tags=[Tags.database], databases=["default"]) == []


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_each_part_that_fell_is_named_by_the_check_and_put_back(guard: Guard) -> None:
    for part in sorted(guard.parts(connection.vendor)):
        drop(guard, part)
        messages = run_checks(tags=[Tags.database], databases=["default"])
        assert [guard.name in message.msg for message in messages] == [True]
        install(connection, GUARDS)
        assert part in standing(connection)
        assert missing(connection, GUARDS) == []


@pytest.mark.usefixtures("country")
def test_the_check_of_a_fallen_fact_guard_has_its_number_and_a_hint() -> None:
    guard = next(guard for guard in GUARDS if guard.name == "fact_version_closes")
    drop(guard, guard.name)
    (message,) = run_checks(tags=[Tags.database], databases=["default"])
    assert message.id == "facts.E001"
    assert "selaras migrate" in str(message.hint)


@pytest.mark.usefixtures("country")
def test_migrating_puts_fallen_guards_back() -> None:
    for guard in GUARDS:
        for part in guard.parts(connection.vendor):
            drop(guard, part)
    assert len(missing(connection, GUARDS)) == len(GUARDS)
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    assert missing(connection, GUARDS) == []


@pytest.mark.usefixtures("country")
def test_installing_twice_changes_nothing() -> None:
    before = standing(connection)
    install(connection, GUARDS)
    assert standing(connection) == before


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize(
    ("model", "column"), [(FactVersion, "source"), (AuditEntry, "actor")], ids=["facts", "ledger"]
)
def test_guards_are_whole_again_after_a_table_was_rebuilt(
    apart: BaseDatabaseWrapper, model: type[models.Model], column: str
) -> None:
    before = standing(apart)
    old = model._meta.get_field(column)
    new = old.clone()
    new.max_length = 400
    new.set_attributes_from_name(column)
    with apart.schema_editor() as editor:
        editor.alter_field(model, old, new, strict=True)
    lost = {guard.table for guard in missing(apart, GUARDS)}
    # SQLite rebuilds the table and drops its triggers without a word; PostgreSQL alters it.
    assert lost == ({model._meta.db_table} if apart.vendor == "sqlite" else set())
    install(apart, GUARDS)
    assert standing(apart) == before


@pytest.mark.usefixtures("country")
def test_a_guard_of_a_table_that_does_not_exist_yet_is_not_missing() -> None:
    early = append_only("later_thing", name="later_thing_once")
    assert missing(connection, [early]) == []
    install(connection, [early])
    assert "later_thing_once" not in standing(connection)
