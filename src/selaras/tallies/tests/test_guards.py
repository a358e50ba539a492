"""The database itself refuses to rewrite a published count."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from selaras.common.guards import missing
from selaras.tallies.guards import GUARDS
from selaras.tallies.models import Count, Row, Version
from selaras.tallies.tests.counting import count, make_tally

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]


@pytest.mark.parametrize(("model", "column"), [(Version, "note"), (Row, "name"), (Count, "votes")])
def test_what_was_published_is_neither_changed_nor_deleted(model: type[Model], column: str) -> None:
    count(make_tally())
    for statement in (
        f"UPDATE {model._meta.db_table} SET {column} = {column}",  # noqa: S608
        f"DELETE FROM {model._meta.db_table}",  # noqa: S608
    ):
        with (
            pytest.raises(IntegrityError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_the_guards_stand_after_all_migrations() -> None:
    assert missing(connection, GUARDS) == []


@pytest.mark.parametrize(
    ("status", "progress"), [("final", "5"), ("partial", None), ("partial", "101")]
)
def test_a_version_is_final_or_partial_with_its_progress(status: str, progress: str | None) -> None:
    version = count(make_tally()).version
    version.pk, version.number, version.digest = None, 2, "x"
    version._state.adding = True
    version.status, version.progress = status, progress  # type: ignore[assignment]
    with pytest.raises(IntegrityError), transaction.atomic():
        version.save(force_insert=True)
