from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils import timezone

from selaras.institutions.models import Institution
from selaras.ledger.models import AuditEntry, OwedEffect
from selaras.ledger.worker import settle_due
from selaras.pages.forgetting import FORGET_CONTACT
from selaras.pages.models import WrongInformationReport
from selaras.pages.models.reports import CONTACT_KEPT
from selaras.pages.reporting import MOST_BYTES, own_path
from selaras.pages.services import reporting
from selaras.pages.throttle import Throttle
from selaras.pages.views.reports import here_and_now

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]

HOST = "kota-bandung.localhost"
GOOD = {
    "halaman": "/berita/jalan/",
    "salah": "Tanggalnya keliru.",
    "benar": "12 Oktober, menurut surat edaran.",
    "kontak": "warga@contoh.id",
    "situs_web": "",
}

URLENCODED: dict[str, Any] = {"content_type": "application/x-www-form-urlencoded"}


@pytest.fixture(autouse=True)
def room_for_more() -> Iterator[None]:
    here_and_now.clear()
    yield
    here_and_now.clear()


def post(body: str, *, host: str = HOST, **headers: str) -> Any:
    return Client(headers={"host": host, **headers}).post("/lapor/", body, **URLENCODED)


def encoded(**fields: str) -> str:
    return urlencode({**GOOD, **fields})


def one() -> WrongInformationReport:
    return WrongInformationReport.objects.select_related("institution").get()


def test_a_report_is_kept_and_confirmed_with_a_number() -> None:
    response = post(encoded())
    kept = one()
    assert response.status_code == 303
    assert response["Location"] == f"/lapor/{kept.number}/"
    assert kept.institution == Institution.objects.get(slug="kota-bandung")
    assert (kept.path, kept.wrong, kept.right, kept.contact) == tuple(GOOD.values())[:4]
    thanks = Client(headers={"host": HOST}).get(response["Location"])
    assert thanks.status_code == 200
    assert kept.number in thanks.content.decode()
    assert 'href="/berita/jalan/"' in thanks.content.decode()


def test_a_report_on_the_portal_belongs_to_no_institution() -> None:
    assert post(encoded(), host="localhost").status_code == 303
    assert one().institution is None


def test_the_number_tells_nothing_on_another_site_and_cannot_be_guessed_by_its_day() -> None:
    number = post(encoded())["Location"].split("/")[-2]
    for host, path in (
        ("kab-merauke.localhost", f"/lapor/{number}/"),
        ("localhost", f"/lapor/{number}/"),
        (HOST, f"/lapor/000000-{one().pk}/"),
        (HOST, "/lapor/berita/"),
        (HOST, "/lapor/260101-999999999999999999999/"),
    ):
        assert Client(headers={"host": host}).get(path).status_code == 404


def test_neither_the_form_nor_a_report_sets_a_cookie() -> None:
    client = Client(headers={"host": HOST}, enforce_csrf_checks=True)
    shown = client.get("/lapor/")
    sent = client.post("/lapor/", encoded(), **URLENCODED)
    assert sent.status_code == 303
    for response in (shown, sent, client.get(sent["Location"])):
        assert response.cookies == {}
        assert "cookie" not in response.headers.get("Vary", "").lower()


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/berita/jalan/", "/berita/jalan/"),
        ("/", "/"),
        (f"http://{HOST}/a/?x=1#y", "/a/"),
        (f"https://{HOST.upper()}", "/"),
        ("", None),
        ("berita/", None),
        ("//lain.example/a", None),
        ("/\\lain.example/a", None),
        ("http://lain.example/a", None),
        ("http://[", None),
        ("javascript:alert(1)", None),
        ("http:/a", None),
        ("/a\x00b", None),
        ("/" + "a" * 500, None),
    ],
)
def test_only_paths_of_the_own_host_are_reported(typed: str, path: str | None) -> None:
    assert own_path(typed, HOST) == path
    shown = Client(headers={"host": HOST}).get("/lapor/", {"halaman": typed})
    assert shown.context["form"].initial["halaman"] == (path or "")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"salah": ""}, "belum diisi"),
        ({"salah": " \n\u200b\u202e "}, "belum diisi"),
        ({"salah": "x" * 2001}, "2001 huruf, paling banyak 2000"),
        ({"benar": "x" * 1001}, "paling banyak 1000"),
        ({"kontak": "x" * 201}, "paling banyak 200"),
        ({"halaman": "https://lain.example/"}, "bukan alamat di situs ini"),
        ({"situs_web": "http://iklan.example"}, "Kirim sekali lagi"),
    ],
)
def test_a_mistake_is_told_and_what_was_typed_stays(fields: dict[str, str], words: str) -> None:
    response = post(encoded(**fields))
    assert response.status_code == 422
    body = response.content.decode()
    assert words in body
    assert GOOD["kontak"] in body or "kontak" in fields
    assert WrongInformationReport.objects.count() == 0


def test_the_hidden_field_is_empty_when_the_form_comes_back() -> None:
    assert "iklan.example" not in post(encoded(situs_web="http://iklan.example")).content.decode()


def test_every_script_is_kept_and_invisible_characters_are_not() -> None:
    post(encoded(salah="ꦗꦮ\u200d 👩‍🚒 العربية\r\nbaris\x00 dua\u202e"))
    assert one().wrong == "ꦗꦮ\u200d 👩‍🚒 العربية\nbaris dua"


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://lain.example"},
        {"origin": "http://kab-merauke.localhost"},
        {"origin": "null"},
        {"origin": "http://["},
    ],
)
def test_a_form_sent_by_another_site_is_refused_with_what_was_typed(
    headers: dict[str, str],
) -> None:
    response = post(encoded(), **headers)
    assert response.status_code == 403
    assert GOOD["salah"] in response.content.decode()
    assert WrongInformationReport.objects.count() == 0


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": f"http://{HOST}"},
        {"sec-fetch-site": "same-origin", "origin": "null"},
        {"sec-fetch-site": "none"},
    ],
)
def test_a_form_sent_by_its_own_page_or_an_old_browser_is_taken(headers: dict[str, str]) -> None:
    assert post(encoded(), **headers).status_code == 303


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("x=" + "a" * MOST_BYTES, "application/x-www-form-urlencoded", 413),
        ("{}", "application/json", 415),
        ("--x\r\n", "multipart/form-data; boundary=x", 415),
        ("&".join(["a=1"] * 101), "application/x-www-form-urlencoded", 400),
        ("salah=x", "application/x-www-form-urlencoded; charset=latin-1", 400),
    ],
)
def test_what_cannot_be_read_is_answered_with_the_form(
    settings: Any, body: str, kind: str, status: int
) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 100
    response = Client(headers={"host": HOST}).post("/lapor/", body, content_type=kind)
    assert response.status_code == status
    assert "Laporan belum terkirim" in response.content.decode()
    assert WrongInformationReport.objects.count() == 0


def test_a_flood_on_one_site_ends_at_the_days_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reporting, "MOST_A_DAY", 2)
    assert [post(encoded()).status_code for _ in range(3)] == [303, 303, 429]
    assert post(encoded(), host="kab-merauke.localhost").status_code == 303
    WrongInformationReport.objects.update(received_at=timezone.now() - timedelta(days=2))
    assert post(encoded()).status_code == 303


def test_a_flood_on_all_sites_ends_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reporting, "MOST_A_DAY_IN_ALL", 1)
    assert post(encoded()).status_code == 303
    response = post(encoded(), host="kab-merauke.localhost")
    assert response.status_code == 429
    assert response["Retry-After"] == "60"
    assert GOOD["salah"] in response.content.decode()


def test_a_process_takes_so_many_a_minute_and_asks_no_database_for_more() -> None:
    now = [0.0]
    throttle = Throttle(most=2, seconds=60, clock=lambda: now[0])
    assert [throttle.admits() for _ in range(3)] == [True, True, False]
    now[0] = 60
    assert throttle.admits()
    while here_and_now.admits():
        pass
    assert post(encoded()).status_code == 429
    assert WrongInformationReport.objects.count() == 0


def test_the_audit_says_that_a_report_came_and_not_from_whom() -> None:
    post(encoded())
    entry = AuditEntry.objects.get(action="pages.report.receive")
    assert (entry.actor, entry.institution) == ("warga", "kota-bandung")
    assert GOOD["kontak"] not in str(entry.details)
    assert GOOD["salah"] not in str(entry.details)


def test_a_contact_is_forgotten_when_its_time_has_come() -> None:
    post(encoded())
    owed = OwedEffect.objects.get(kind=FORGET_CONTACT)
    assert timedelta(0) <= owed.due_at - one().received_at - CONTACT_KEPT < timedelta(seconds=1)
    settle_due()
    assert one().contact == GOOD["kontak"]
    OwedEffect.objects.update(due_at=timezone.now())
    settle_due()
    assert one().contact == ""
    assert one().wrong == GOOD["salah"]
    assert AuditEntry.objects.filter(action=FORGET_CONTACT).count() == 1


def test_without_a_contact_nothing_is_owed() -> None:
    post(encoded(kontak=""))
    assert not OwedEffect.objects.filter(kind=FORGET_CONTACT).exists()


def test_the_form_is_there_in_english() -> None:
    response = Client(headers={"host": HOST}).post(
        "/en/lapor/", encoded(halaman="/en/berita/"), **URLENCODED
    )
    assert response["Location"].startswith("/en/lapor/")


def test_other_methods_are_not_allowed() -> None:
    client = Client(headers={"host": HOST})
    assert client.put("/lapor/").status_code == 405
    assert client.head("/lapor/").status_code == 200
