"""What everybody sees of a count, on the portal."""

import json
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from selaras.tallies.tests.counting import THREE, count, every_region, make_tally

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
PORTAL = Client(headers={"host": "localhost"})
PAGE = "/rekapitulasi/uji/"
NBSP = "\N{NO-BREAK SPACE}"


def body_of(path: str = PAGE) -> str:
    answer = PORTAL.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode().replace(NBSP, " ")


def queries_of(path: str) -> int:
    body_of(path)
    with CaptureQueriesContext(connection) as queries:
        body_of(path)
    return len(queries)


def test_the_page_says_the_result_its_source_and_its_decision() -> None:
    count(make_tally())
    body = body_of()
    for words in (
        "Pemilihan Uji 2026",
        "Hasil akhir",
        "Ani Lengkap",
        "60,3 %",
        "41 suara",
        "<strong>68</strong> suara sah",
        'Sumber: <a href="https://contoh.go.id/">Komisi Pemilihan Umum</a>, Keputusan 1 Tahun 2026',
        "sebagai versi 1,",
    ):
        assert words in body, words
    assert 'width="60.3%"' in body


def test_every_tile_leads_to_the_detail_of_its_place_without_a_script() -> None:
    count(make_tally(), {"11": (10, 20), "12": (30, 5), "99": (2, 2)})
    body = body_of()
    tiles = dict(re.findall(r'<a class="tile" href="#(\w+)" aria-label="([^"]+)"', body))
    assert tiles == {
        "w11": "Aceh: terbanyak 02 Budi, 66,7 %",
        "w12": "Sumatera Utara: terbanyak 01 Ani, 85,7 %",
        "w99": "Luar Negeri: tidak ada yang terbanyak",
    }
    for anchor in tiles:
        assert f'<article class="tally-place" id="{anchor}"' in body


def test_the_detail_of_a_province_has_its_regencies_and_its_site() -> None:
    count(make_tally(), every_region())
    body = body_of()
    detail = body[body.index('id="w32"') : body.index('id="w33"')]
    assert "27 kabupaten dan kota" in detail
    assert "Kota Bandung" in detail
    assert 'href="http://jawa-barat.localhost:8000/"' in detail


def test_an_earlier_version_says_that_it_is_one_and_changes_are_told() -> None:
    tally = make_tally()
    count(tally, {"11": (9000, 20)}, progress="78.11")
    count(tally, {"11": (7796, 20)}, note="Aceh dihitung ulang.")
    newest, older = body_of(), body_of(f"{PAGE}versi/1/")
    assert "turun 1.204 dari versi 1" in newest
    assert "Hasil sementara, 78,11 % data masuk" in newest
    assert "Aceh dihitung ulang." in newest
    assert f'href="{PAGE}versi/1/"' in newest
    assert "Ini versi 1. Yang terbaru adalah versi 2." in older
    assert "9.000 suara" in older
    assert '<link rel="canonical" href="http://localhost:8000/rekapitulasi/uji/">' in older
    assert "Ini versi" not in newest


def test_what_does_not_add_up_in_a_partial_count_is_shown() -> None:
    text = "kode,nama,Ani,Budi,suara_sah\n11,Aceh,1,2,4\n"
    count(make_tally(), text, progress="10")
    body = body_of()
    assert "Belum cocok" in body
    assert "Aceh: selisih 1" in body
    assert "Jumlah pilihan berbeda 1 dari suara sah." in body


def test_the_list_shows_each_count_in_short_and_in_pages() -> None:
    make_tally("tanpa-versi", title="Belum dihitung")
    count(make_tally())
    with_one = queries_of("/rekapitulasi/")
    for number in range(11):
        count(make_tally(f"uji-{number:02}", short_title=f"Uji ke-{number:02}"))
    assert queries_of("/rekapitulasi/") == with_one
    first, second = body_of("/rekapitulasi/"), body_of("/rekapitulasi/?halaman=2")
    assert first.count('class="tally-panel"') == 10
    assert second.count('class="tally-panel"') == 2
    assert "Hasil Uji ke-10" in first
    assert "Belum dihitung" not in first + second


def test_page_data_and_frame_ask_as_much_for_all_regions_as_for_a_few() -> None:
    count(make_tally("sedikit"), THREE)
    count(make_tally("semua"), every_region())
    for suffix in ("/", ".json", ".csv", "/sematan/"):
        few, many = (queries_of(f"/rekapitulasi/{slug}{suffix}") for slug in ("sedikit", "semua"))
        assert few == many, suffix


def test_many_versions_cost_no_more_queries_than_two() -> None:
    tally = make_tally()
    count(tally, {"11": (1, 2)}, progress="1")
    count(tally, {"11": (2, 2)}, progress="2")
    with_two = queries_of(PAGE)
    for number in range(3, 13):
        count(tally, {"11": (number, 2)}, progress=str(number))
    assert queries_of(PAGE) == with_two


@pytest.mark.parametrize(
    "path",
    [
        "/rekapitulasi/tidak-ada/",
        "/rekapitulasi/tanpa-versi/",
        "/rekapitulasi/tidak-ada/sematan/",
        f"{PAGE}versi/2/",
        f"{PAGE}versi/0/",
        f"{PAGE}versi/{'9' * 30}/",
        f"{PAGE}versi/-1/",
        f"{PAGE}versi/a/",
        "/rekapitulasi/%00/",
        "/rekapitulasi/<script>/",
    ],
)
def test_what_is_not_there_is_not_found(path: str) -> None:
    make_tally("tanpa-versi")
    count(make_tally())
    assert PORTAL.get(path).status_code == 404


@pytest.mark.parametrize("number", ["0", "-1", "abc", "9" * 30, "1.5", "%00", ""])
def test_a_nonsense_page_number_shows_a_page(number: str) -> None:
    count(make_tally())
    assert "Hasil Uji 2026" in body_of(f"/rekapitulasi/?halaman={number}")


def test_words_of_a_count_are_not_markup_not_even_in_structured_data() -> None:
    count(make_tally(title="</script><script>alert(1)</script>"))
    body = body_of()
    assert "<script>alert" not in body
    script = re.search(r'<script type="application/ld\+json">(.*?)</script>', body, re.DOTALL)
    assert script is not None
    assert json.loads(script.group(1))["name"] == "</script><script>alert(1)</script>"


def test_the_page_describes_its_data_for_search_engines() -> None:
    count(make_tally())
    script = re.search(r'<script type="application/ld\+json">(.*?)</script>', body_of(), re.DOTALL)
    assert script is not None
    found = json.loads(script.group(1))
    assert (found["@type"], found["version"]) == ("Dataset", "1")
    assert found["creator"] == {
        "@type": "Organization",
        "name": "Komisi Pemilihan Umum",
        "url": "https://contoh.go.id/",
    }
    assert len(found["description"]) >= 50
    assert [one["contentUrl"] for one in found["distribution"]] == [
        "http://localhost:8000/rekapitulasi/uji.csv",
        "http://localhost:8000/rekapitulasi/uji.json",
    ]


@pytest.mark.parametrize("host", ["kota-bandung.localhost", "redaksi.localhost"])
@pytest.mark.parametrize("path", [PAGE, "/rekapitulasi/uji.json", "/oembed/"])
def test_counts_stand_on_the_portal_only(host: str, path: str) -> None:
    count(make_tally())
    assert Client(headers={"host": host}).get(path).status_code == 404


@pytest.mark.parametrize("path", [PAGE, "/rekapitulasi/", "/rekapitulasi/uji.csv", "/oembed/"])
def test_public_pages_are_only_read_and_set_no_cookie(path: str) -> None:
    count(make_tally())
    assert PORTAL.post(path).status_code == 405
    assert "Set-Cookie" not in PORTAL.get(path).headers


def test_the_page_has_no_inline_style_and_no_inline_script() -> None:
    count(make_tally())
    for path in (PAGE, f"{PAGE}sematan/", "/rekapitulasi/"):
        body = body_of(path)
        assert not re.search(r"<[^>&]*\sstyle=", body)
        assert "<style" not in body
        assert not re.search(r"<script(?![^>]*(?:src=|application/ld))", body)
