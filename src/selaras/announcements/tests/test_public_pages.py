"""What everybody sees of an announcement, on the portal."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from selaras.announcements.models import Announcement
from selaras.announcements.tests.documents import announce, regencies_and_cities

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
PORTAL = Client(headers={"host": "localhost"})


def path_of(announcement: Announcement, suffix: str = "/") -> str:
    return f"/pengumuman/{announcement.slug}{suffix}"


def queries_of(path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert PORTAL.get(path).status_code == 200
    return len(queries)


def test_the_page_says_who_what_when_and_by_which_law() -> None:
    announce({"Kota Bandung": "hijau"})
    announcement = announce(
        {"Kota Bandung": "merah", "Kota Surabaya": "jingga"},
        key="uji-2",
        start="24 November 2026",
        through="31 Desember 2026",
        instrument_url="https://contoh.go.id/12",
    ).announcement
    page = PORTAL.get(path_of(announcement))
    body = page.content.decode()
    assert page.status_code == 200
    for words in (
        "Badan Nasional Penanggulangan Bencana",
        '<a href="https://contoh.go.id/12">Keputusan 12 Tahun 2026</a>',
        "sejak 24 November 2026 sampai 31 Desember 2026",
        "2 nilai: 1 baru, 1 naik",
        "Dua wilayah berubah.",
    ):
        assert words in body
    west, bandung, east, surabaya = (
        body.index(f">{name}<")
        for name in ("Provinsi Jawa Barat", "Kota Bandung", "Provinsi Jawa Timur", "Kota Surabaya")
    )
    assert west < bandung < east < surabaya
    assert "<td>Siaga Hijau</td><td>Siaga Merah" in body
    assert "kota-bandung.localhost" in body


def test_the_json_beside_it_has_the_exact_values() -> None:
    announcement = announce({"Kota Bandung": "58,60"}, of="siaga.cakupan").announcement
    answer = PORTAL.get(path_of(announcement, ".json"))
    body = answer.json()
    assert answer["Content-Type"] == "application/json"
    assert body["demonstration"] is True
    assert body["topic"]["demonstration"] is True
    assert body["valid_to"] is None
    (fact,) = body["facts"]
    assert fact["value"] == "58.6"
    assert fact["words"] == "58,6\N{NO-BREAK SPACE}%"
    assert (fact["type"], fact["region"], fact["movement"]) == ("siaga.cakupan", "32.73", "new")


def test_page_and_json_ask_as_much_for_500_regions_as_for_10() -> None:
    few, many = (
        announce(
            dict.fromkeys(regencies_and_cities(count), "merah"), key=f"uji-{count}"
        ).announcement
        for count in (10, 500)
    )
    for suffix in ("/", ".json"):
        queries_of(path_of(few, suffix))
        assert queries_of(path_of(few, suffix)) == queries_of(path_of(many, suffix))


def test_the_index_is_in_pages_and_asks_as_much_for_a_full_page() -> None:
    announce()
    with_one = queries_of("/pengumuman/")
    for number in range(2, 24):
        announce(key=f"uji-{number}", title=f"Pengumuman ke-{number:02}")
    assert queries_of("/pengumuman/") == with_one
    first = PORTAL.get("/pengumuman/").content.decode()
    second = PORTAL.get("/pengumuman/?halaman=2").content.decode()
    assert "Pengumuman ke-23" in first
    assert "Pengumuman ke-03" not in first
    assert "Pengumuman ke-03" in second
    assert "2 wilayah" in first


@pytest.mark.parametrize("number", ["0", "-1", "abc", "9" * 30, "1.5", "%00", ""])
def test_a_nonsense_page_number_shows_a_page(number: str) -> None:
    announce()
    page = PORTAL.get(f"/pengumuman/?halaman={number}")
    assert page.status_code == 200
    assert "Status siaga diperbarui" in page.content.decode()


@pytest.mark.parametrize("path", ["/pengumuman/tidak-ada/", "/pengumuman/tidak-ada.json"])
def test_an_unknown_announcement_is_not_found(path: str) -> None:
    assert PORTAL.get(path).status_code == 404


@pytest.mark.parametrize("host", ["kota-bandung.localhost", "redaksi.localhost"])
@pytest.mark.parametrize("suffix", ["/", ".json"])
def test_announcements_stand_on_the_portal_only(host: str, suffix: str) -> None:
    announcement = announce().announcement
    elsewhere = Client(headers={"host": host})
    assert elsewhere.get(path_of(announcement, suffix)).status_code == 404
    assert elsewhere.get("/pengumuman/").status_code == 404


def test_a_public_page_is_only_read() -> None:
    announcement = announce().announcement
    assert PORTAL.post(path_of(announcement)).status_code == 405
    assert "Set-Cookie" not in PORTAL.get(path_of(announcement)).headers


def test_words_of_an_announcement_are_not_markup() -> None:
    announcement = announce(title="'<script>alert(1)</script>'").announcement
    assert "<script>alert" not in PORTAL.get(path_of(announcement)).content.decode()
