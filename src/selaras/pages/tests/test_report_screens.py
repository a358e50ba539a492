from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from selaras.accounts.models import User
from selaras.embeds.tests.editing import writer
from selaras.institutions.models import Institution, Membership
from selaras.ledger.models import AuditEntry
from selaras.pages.errors import MayNotHandle
from selaras.pages.models import WrongInformationReport
from selaras.pages.services import handle_report, receive_report

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]

LIST = "/admin/laporan-warga/"


def report(slug: str | None = "kota-bandung", wrong: str = "Salah.") -> WrongInformationReport:
    institution = Institution.objects.get(slug=slug) if slug else None
    return receive_report(
        institution=institution, path=f"/{wrong}/", wrong=wrong, contact="warga@contoh.id"
    )


def shown(client: Client, **query: Any) -> str:
    response = client.get(LIST, query)
    assert response.status_code == 200
    return response.content.decode()


def test_editors_see_the_reports_about_their_own_sites() -> None:
    report("kota-bandung", "milik-bandung")
    report("kab-merauke", "milik-merauke")
    report(None, "milik-portal")
    body = shown(writer("kota-bandung"))
    assert "milik-bandung" in body
    assert "milik-merauke" not in body
    assert "milik-portal" not in body
    everything = shown(writer("aceh", superuser=True))
    assert all(f"milik-{whose}" in everything for whose in ("bandung", "merauke", "portal"))


@pytest.mark.parametrize("slug", ["kab-merauke", None])
def test_the_reports_of_others_are_not_found(slug: str | None) -> None:
    other = report(slug)
    client = writer("kota-bandung")
    for response in (
        client.get(f"{LIST}{other.pk}/"),
        client.post(f"{LIST}{other.pk}/", {"status": "closed", "note": ""}),
    ):
        assert response.status_code == 404
    other.refresh_from_db()
    assert other.status == WrongInformationReport.Status.NEW
    with pytest.raises(MayNotHandle):
        handle_report(
            report=other, status="closed", note="", user=User.objects.get(username__contains="-")
        )


def test_a_membership_that_ended_shows_no_reports() -> None:
    mine = report("kota-bandung")
    client = writer("kota-bandung")
    Membership.objects.update(valid_to="2021-01-01")
    assert client.get(f"{LIST}{mine.pk}/").status_code == 302
    assert client.get(LIST).status_code == 302
    assert LIST not in client.get("/admin/").content.decode()


def test_an_editor_says_what_became_of_a_report() -> None:
    mine = report("kota-bandung", "tanggal")
    client = writer("kota-bandung")
    page = client.get(f"{LIST}{mine.pk}/").content.decode()
    assert "http://kota-bandung.localhost:8000/tanggal/" in page
    assert "warga@contoh.id" in page
    client.post(f"{LIST}{mine.pk}/", {"status": "answered", "note": "Sudah diperbaiki."})
    mine.refresh_from_db()
    assert (mine.status, mine.note) == ("answered", "Sudah diperbaiki.")
    assert mine.handled_at is not None
    entry = AuditEntry.objects.get(action="pages.report.handle")
    assert entry.actor == f"orang:{User.objects.get(username='penulis-kota-bandung').reference}"
    assert entry.institution == "kota-bandung"


@pytest.mark.parametrize("status", ["", "lain"])
def test_an_unknown_status_is_refused(status: str) -> None:
    mine = report()
    response = writer().post(f"{LIST}{mine.pk}/", {"status": status, "note": "x" * 50})
    assert response.status_code == 200
    assert "x" * 50 in response.content.decode()
    mine.refresh_from_db()
    assert mine.handled_at is None


def test_what_waits_stands_before_what_was_handled() -> None:
    old, new = report(wrong="menunggu"), report(wrong="selesai")
    client = writer()
    client.post(f"{LIST}{new.pk}/", {"status": "closed", "note": ""})
    body = shown(client)
    assert body.index(f"{LIST}{old.pk}/") < body.index(f"{LIST}{new.pk}/")


def test_the_list_comes_in_pages_and_its_queries_do_not_grow() -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            shown(client)
        return len(queries)

    client = writer("aceh", superuser=True)
    report("kota-bandung")
    shown(client)
    before = asked()
    for slug in ("kota-bandung", "kab-merauke", "aceh", None):
        for number in range(6):
            report(slug, f"{slug}-{number}")
    assert asked() == before
    assert "?p=2" in shown(client)
    assert shown(client, p=2).count(f'href="{LIST}') >= 5


def test_others_never_enter() -> None:
    stranger = Client(headers={"host": "redaksi.localhost"})
    assert stranger.get(LIST)["Location"].startswith("/masuk/?next=")
    assert Client(headers={"host": "kota-bandung.localhost"}).get(LIST).status_code == 404
