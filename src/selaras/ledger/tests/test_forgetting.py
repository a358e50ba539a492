"""Names and origins are forgotten; the entries stay as they were."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.ledger.errors import NoReason, UnknownPerson
from selaras.ledger.json_lines import as_json
from selaras.ledger.models import AuditEntry, Origin, Person
from selaras.ledger.origin import Whence, coming_from
from selaras.ledger.queries import names_of
from selaras.ledger.services import erase_person, forget_origins, rename_person
from selaras.ledger.tests.acting import Someone, act

pytestmark = pytest.mark.django_db
OFFICE = Whence("192.0.2.1", "Peramban")


def acted(someone: Someone) -> AuditEntry:
    with coming_from(OFFICE):
        return act(actor=someone)


def test_an_erased_person_keeps_her_entries_without_a_name() -> None:
    tini, other = Someone("Tini"), Someone("Lain")
    entries = [acted(tini), acted(other)]
    before = [as_json(entry) for entry in entries]
    erase_person(reference=tini.reference, reason="Permintaan tertulis.", actor="perintah")
    assert [as_json(AuditEntry.objects.get(pk=entry.pk)) for entry in entries] == before
    assert names_of(entries) == {entries[1].actor: "Lain"}
    assert set(Origin.objects.values_list("entry__actor", flat=True)) == {
        entries[1].actor,
        "perintah",
    }


def test_erasing_is_itself_an_entry_with_its_reason() -> None:
    tini = Someone("Tini")
    acted(tini)
    erase_person(reference=tini.reference, reason=" Masa  simpan habis. ", actor="perintah")
    entry = AuditEntry.objects.get(action="audit.person.erase")
    assert (entry.reason, entry.object_id) == ("Masa simpan habis.", str(tini.reference))
    assert entry.details == {"origins": 1}


def test_an_erased_name_does_not_come_back() -> None:
    tini = Someone("Tini")
    acted(tini)
    erase_person(reference=tini.reference, reason="Uji.", actor="perintah")
    acted(tini)
    rename_person(reference=tini.reference, name="Tini")
    found = Person.objects.get(pk=tini.reference)
    assert found.name == ""
    assert found.erased_at is not None


@pytest.mark.parametrize("reason", ["", "  ", "x" * 1001])
def test_erasing_needs_a_reason(reason: str) -> None:
    tini = Someone("Tini")
    acted(tini)
    with pytest.raises(NoReason):
        erase_person(reference=tini.reference, reason=reason, actor="perintah")
    assert Person.objects.get().name == "Tini"


def test_somebody_whom_nobody_knows_is_not_erased() -> None:
    with pytest.raises(UnknownPerson):
        erase_person(reference=uuid4(), reason="Uji.", actor="perintah")
    assert not AuditEntry.objects.exists()


def test_origins_are_forgotten_when_their_days_are_over(
    traveller: time_machine.Traveller, settings: Any
) -> None:
    settings.AUDIT_ORIGIN_DAYS = 30
    old = acted(Someone())
    traveller.shift(timedelta(days=20))
    young = acted(Someone())
    traveller.shift(timedelta(days=11))
    forget_origins()
    assert [origin.entry_id for origin in Origin.objects.all()] == [young.pk]
    assert AuditEntry.objects.filter(pk=old.pk).exists()
    told = AuditEntry.objects.get(action="audit.origins.forget")
    assert (told.actor, told.details) == ("sistem:jam", {"count": 1})


def test_origins_are_kept_for_all_of_their_days(
    traveller: time_machine.Traveller, settings: Any
) -> None:
    settings.AUDIT_ORIGIN_DAYS = 30
    acted(Someone())
    traveller.shift(timedelta(days=30))
    forget_origins()
    assert Origin.objects.count() == 1


def test_where_nothing_is_due_the_clock_asks_once_and_writes_nothing() -> None:
    acted(Someone())
    with CaptureQueriesContext(connection) as queries:
        forget_origins()
    assert [query["sql"].split()[0] for query in queries] == ["SELECT"]
