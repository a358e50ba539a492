"""The screen "Audit": who may read it, what it shows, and that it costs the same at any size."""

import csv
import io
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.http import StreamingHttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from selaras.accounts.models import User
from selaras.institutions.models import Membership
from selaras.ledger.models import AuditEntry, Person
from selaras.ledger.origin import Whence, coming_from
from selaras.ledger.tests.acting import act
from support.people import oversee, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
Role = Membership.Role
HOST = {"host": "redaksi.localhost"}
LIST, EXPORT = "/admin/audit/", "/admin/audit/ekspor/"
BANDUNG, MERAUKE = "kota-bandung", "kab-merauke"


def entering(user: User) -> Client:
    client = Client(headers=HOST)
    client.force_login(user)
    return client


def auditor(slug: str = BANDUNG, name: str = "pemeriksa") -> Client:
    return entering(person(name, slug, Role.AUDITOR))


def shown(client: Client, **query: Any) -> str:
    response = client.get(LIST, query)
    assert response.status_code == 200
    return response.content.decode()


def told_of_both() -> None:
    for slug in (BANDUNG, MERAUKE, ""):
        act(institution=slug, object_id=f"milik-{slug or 'pusat'}")


def test_an_auditor_reads_what_was_done_in_her_institution_and_nothing_else() -> None:
    told_of_both()
    body = shown(auditor())
    assert f"milik-{BANDUNG}" in body
    assert "milik-kab-merauke" not in body
    assert "milik-pusat" not in body
    assert "Merauke" not in body


def test_the_centres_auditor_and_the_platform_read_everything() -> None:
    told_of_both()
    oversee("komdigi", "00")
    for client in (
        auditor("komdigi"),
        entering(person("pengelola", "komdigi", Role.PLATFORM)),
    ):
        body = shown(client)
        assert all(f"milik-{whose}" in body for whose in (BANDUNG, MERAUKE, "pusat"))


def test_an_auditor_of_a_national_body_that_is_not_the_centre_reads_its_own() -> None:
    told_of_both()
    assert "milik-" not in shown(auditor("bmkg"))


@pytest.mark.parametrize(
    "role", [role for role in Role if role not in {Role.AUDITOR, Role.PLATFORM}]
)
def test_no_other_role_reads_or_takes_anything(role: Membership.Role) -> None:
    told_of_both()
    client = entering(person("orang", BANDUNG, role))
    for response in (client.get(LIST), client.post(EXPORT, {"format": "csv"})):
        assert response.status_code == 403
        assert "milik-" not in response.content.decode()
    assert LIST not in client.get("/admin/").content.decode()
    assert not AuditEntry.objects.filter(action="audit.export").exists()


def test_an_auditor_whose_period_ended_reads_nothing() -> None:
    client = auditor()
    Membership.objects.update(valid_to="2021-01-01")
    assert client.get(LIST).status_code in {302, 403, 404}


def test_nobody_enters_without_signing_in_and_no_public_host_has_it() -> None:
    response = Client(headers=HOST).get(LIST)
    assert response.status_code == 302
    assert "/admin/audit/" in response["Location"]
    assert Client(headers={"host": "kota-bandung.localhost"}).get(LIST).status_code == 404
    assert Client(headers={"host": "localhost"}).get(LIST).status_code == 404


def test_the_menu_leads_an_auditor_to_it() -> None:
    assert LIST in auditor().get("/admin/").content.decode()


def test_an_entry_says_who_did_what_when_from_where_and_why() -> None:
    tini = User.objects.create(username="tini", first_name="Tini", last_name="Uji")
    with coming_from(Whence("192.0.2.44", "Peramban Uji")):
        act(
            actor=tini, institution=BANDUNG, action="pages.withdraw", object_kind="page",
            object_id="999999999", revision="321", reason="Angkanya <salah>.",
            at=datetime(2026, 1, 10, 5, tzinfo=UTC),
            details={"title": "Judul lama", "workflow": {"task": {"title": "Tinjau"}}},
        )  # fmt: skip
    body = shown(auditor())
    for words in (
        "Tini Uji", "Menarik dengan alasan", "Angkanya &lt;salah&gt;.", "192.0.2.44",
        "Peramban Uji", "321", "10 Januari 2026, 12.00.00 WIB", "Judul lama", "page 999999999",
    ):  # fmt: skip
        assert words in body, words


def test_an_erased_person_is_shown_by_her_reference() -> None:
    tini = User.objects.create(username="tini", first_name="Tini")
    act(actor=tini, institution=BANDUNG)
    Person.objects.update(name="")
    body = shown(auditor())
    assert "Tini" not in body
    assert f"Orang {tini.reference.hex[:8]}, nama tidak disimpan" in body


def test_what_cannot_be_read_as_a_filter_is_told_and_nothing_is_shown() -> None:
    told_of_both()
    client = auditor()
    body = shown(client, dari="kemarin", objek="page", instansi=MERAUKE)
    assert "milik-" not in body
    assert "page:12" in body
    assert "bukan untuk Anda" in body
    assert "kemarin" in body


@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 30, "٣", "", "²"])
def test_a_place_in_the_list_that_does_not_exist_is_no_error(number: str) -> None:
    told_of_both()
    shown(auditor(), sebelum=number)


def test_older_entries_follow_on_the_next_page_with_the_same_filters() -> None:
    for number in range(60):
        act(institution=BANDUNG, object_id=f"a{number}", action="pages.import")
        act(institution=BANDUNG, object_id=f"b{number}")
    client = auditor()
    first = shown(client, tindakan="pages.import")
    oldest = AuditEntry.objects.get(object_id="a10")
    assert f"tindakan=pages.import&amp;sebelum={oldest.number}" in first
    assert "uji:b" not in first
    second = shown(client, tindakan="pages.import", sebelum=oldest.number)
    assert "uji:a9<" in second
    assert "uji:a10<" not in second
    assert "Lebih lama" not in second


def many(count: int) -> None:
    """Entries of two people about two pages of the same institution."""
    now = datetime(2026, 1, 10, 5, tzinfo=UTC)
    pages = list(Page.objects.filter(depth=2).values_list("pk", flat=True)[:2])
    people = [uuid4(), uuid4()]
    AuditEntry.objects.bulk_create(
        AuditEntry(
            at=now + timedelta(seconds=number), actor=f"orang:{people[number % 2]}",
            institution=BANDUNG, action="uji.banyak",
            object_kind="page", object_id=str(pages[number % 2]),
        )
        for number in range(count)
    )  # fmt: skip


@pytest.mark.parametrize("query", [{}, {"tindakan": "uji.banyak"}, {"dari": "2026-01-01"}])
def test_ten_or_ten_thousand_entries_cost_the_same_queries(query: dict[str, str]) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            shown(client, **query)
        return len(queries)

    client = auditor()
    many(10)
    asked()
    few = asked()
    many(10_000)
    assert asked() == few


def test_the_file_holds_what_the_filters_show_and_is_itself_audited() -> None:
    told_of_both()
    client = auditor()
    response = client.post(EXPORT, {"format": "csv", "objek": f"uji:milik-{BANDUNG}"})
    assert isinstance(response, StreamingHttpResponse)
    assert response["Content-Disposition"].startswith('attachment; filename="audit-')
    text = response.getvalue().decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["object_id"] for row in rows] == [f"milik-{BANDUNG}"]
    entry = AuditEntry.objects.get(action="audit.export")
    assert (entry.institution, entry.object_id) == (BANDUNG, "csv")
    assert entry.actor.startswith("orang:")


def test_taking_a_file_is_an_act_and_no_link() -> None:
    assert auditor().get(EXPORT).status_code == 405


@pytest.mark.parametrize(
    "given", [{"format": "exe"}, {}, {"format": "csv", "dari": "x"}, {"instansi": MERAUKE}]
)
def test_a_file_that_cannot_be_made_is_refused_in_words(given: dict[str, str]) -> None:
    told_of_both()
    client = auditor()
    response = client.post(EXPORT, given, follow=True)
    assert response.status_code == 200
    assert not AuditEntry.objects.filter(action="audit.export").exists()
