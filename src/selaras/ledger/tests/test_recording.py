"""An entry says who did what to which revision, when and why, and names nobody."""

import json
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from selaras.ledger.actors import COMMAND, system
from selaras.ledger.json_lines import as_json
from selaras.ledger.models import AuditEntry, Origin, OwedEffect, Person
from selaras.ledger.origin import OriginMiddleware, Whence, coming_from, whence
from selaras.ledger.services import rename_person
from selaras.ledger.tests.acting import Someone, act

pytestmark = pytest.mark.django_db
OFFICE = Whence("2001:db8::7", "Peramban Uji")


def stored(entry: AuditEntry) -> str:
    return json.dumps(as_json(AuditEntry.objects.get(pk=entry.pk)))


def test_a_person_is_kept_by_reference_and_named_elsewhere() -> None:
    tini = Someone("Tini Uji")
    entry = act(actor=tini, revision="12", reason="Salah ketik.")
    assert entry.actor == f"orang:{tini.reference}"
    assert (entry.revision, entry.reason) == ("12", "Salah ketik.")
    assert "Tini" not in stored(entry)
    assert Person.objects.get(pk=tini.reference).name == "Tini Uji"


def test_a_person_who_acts_often_is_named_once() -> None:
    tini = Someone("Tini Uji")
    for _ in range(3):
        act(actor=tini)
    assert list(Person.objects.values_list("name", flat=True)) == ["Tini Uji"]


def test_another_name_is_followed_where_the_audit_knows_the_person() -> None:
    tini, stranger = Someone("Tini"), Someone("Orang lain")
    act(actor=tini)
    rename_person(reference=tini.reference, name="Tini Baru")
    rename_person(reference=stranger.reference, name="Orang lain")
    assert list(Person.objects.values_list("name", flat=True)) == ["Tini Baru"]


def test_numbers_grow_with_every_entry() -> None:
    numbers = [act(object_id=str(n)).number for n in range(5)]
    assert numbers == sorted(set(numbers))


def test_a_number_of_an_act_that_did_not_happen_is_not_taken_by_an_older_entry() -> None:
    before = act().number
    with transaction.atomic():
        act()
        transaction.set_rollback(True)
    assert act().number > before
    assert AuditEntry.objects.count() == 2


def test_dates_and_references_may_stand_in_details() -> None:
    entry = act(details={"sejak": date(2026, 1, 2), "siapa": UUID(int=7)})
    entry.refresh_from_db()
    assert entry.details == {"sejak": "2026-01-02", "siapa": str(UUID(int=7))}


def test_an_entry_is_never_changed_or_removed() -> None:
    entry = act(actor=system("uji"))
    for attempt in (
        lambda: AuditEntry.objects.filter(pk=entry.pk).update(reason="lain"),
        lambda: AuditEntry.objects.filter(pk=entry.pk).delete(),
    ):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            attempt()


def test_what_a_person_does_is_kept_with_address_and_browser_apart_from_the_entry() -> None:
    with coming_from(OFFICE):
        entry = act(actor=Someone())
    origin = Origin.objects.get(entry=entry)
    assert (origin.address, origin.agent) == (OFFICE.address, OFFICE.agent)
    assert "2001:db8" not in stored(entry)
    assert "2001:db8" not in json.dumps(OwedEffect.objects.get().payload)


@pytest.mark.parametrize("actor", ["warga", system("jam")])
def test_neither_citizens_nor_the_clock_have_an_origin(actor: str) -> None:
    with coming_from(OFFICE):
        act(actor=actor)
    assert not Origin.objects.exists()


def test_a_command_comes_from_an_account_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "operator")
    act(actor=COMMAND)
    assert (Origin.objects.get().address, Origin.objects.get().agent) == (
        None,
        "akun mesin operator",
    )


def test_no_origin_is_kept_where_the_operator_wants_none(settings: Any) -> None:
    settings.AUDIT_ORIGIN_DAYS = 0
    with coming_from(OFFICE):
        act(actor=Someone())
    assert not Origin.objects.exists()


def seen_during(host_kind: str, **headers: str) -> Whence | None:
    seen: list[Whence | None] = []

    def answer(request: HttpRequest) -> HttpResponse:
        seen.append(whence())
        return HttpResponse()

    request = RequestFactory().get("/", **headers)  # type: ignore[arg-type]
    request.host_kind = host_kind  # type: ignore[attr-defined]
    OriginMiddleware(answer)(request)
    assert whence() is None
    return seen[0]


def test_the_origin_is_that_of_the_request_to_the_editors_host_and_of_no_other() -> None:
    assert seen_during("institution", REMOTE_ADDR="192.0.2.1") is None
    found = seen_during("editor", REMOTE_ADDR="192.0.2.1", HTTP_USER_AGENT="Uji\0" + "x" * 900)
    assert found is not None
    assert (found.address, len(found.agent)) == ("192.0.2.1", 300)
    assert "\0" not in found.agent


@pytest.mark.parametrize("address", ["", "unix:", "300.1.1.1"])
def test_an_address_that_is_none_is_left_out(address: str) -> None:
    assert seen_during("editor", REMOTE_ADDR=address) == Whence(None, "")
