"""What is suggested while somebody types."""

from time import perf_counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.search.suggesting import MOST, suggest
from selaras.search.tests.asking import CITY, written
from support.searching import Settle

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
NONSENSE = [
    "", " ", "a", '"', "(a+)+$" * 30, "x" * 10_000, "posko " * 2_000, "😀😀", "الصحة", "\x00\x00",
    "'; DROP TABLE x; --", "<script>", "\u202eab", "yang", "ab\\", "*a*", "\ud800a", "ﷺ",
]  # fmt: skip


def suggested(typed: str, kind: str = "", site: str = "") -> list[str]:
    found = suggest(typed, region=CITY, site=site)
    return [one.text for one in found if kind in ("", one.kind)]


@pytest.fixture
def filled(settle_search: Settle) -> None:
    for number, place in enumerate(("utara", "selatan", "timur", "barat")):
        written(f"Pendaftaran imunisasi {place}", words=f"Loket {number} melayani anak-anak.")
    written("Pendakian gunung ditutup", "kab-bandung")
    settle_search()


@pytest.mark.usefixtures("filled")
def test_pages_whose_title_has_the_words_so_far() -> None:
    assert len(suggested("pendaftaran imu", "page")) == 4
    assert len(suggested("imunisasi pen", "page")) == 4
    assert suggested("imunisasi uta", "page") == ["Pendaftaran imunisasi utara"]
    assert suggested("Pendaki", "page") == ["Pendakian gunung ditutup"]


@pytest.mark.usefixtures("filled")
def test_a_mistake_in_the_beginning_is_forgiven() -> None:
    assert suggested("pendakain", "page") == ["Pendakian gunung ditutup"]
    assert suggested("imunissi sel", "page") == []  # in the last word alone
    assert "Pendaftaran imunisasi utara" in suggested("pendaftaran imunsa", "page")


@pytest.mark.usefixtures("filled")
def test_the_last_word_goes_on_as_texts_have_it() -> None:
    assert "jadwal pendaftaran" in suggested("jadwal pendaf", "query")
    assert "jadwal imunisasi" in suggested("jadwal imunisai", "query")
    assert suggested("gunun", "query") == ["gunung"]  # mended, though it stands in one text alone


@pytest.mark.usefixtures("filled")
def test_facts_and_institutions() -> None:
    assert suggested("status si", "fact") == ["Status siaga"]
    assert suggested("bnpb", "institution") == ["Badan Nasional Penanggulangan Bencana"]
    found = suggest("kota bandung", region=CITY)
    assert "http://kota-bandung.localhost:8000/" in [one.url for one in found]


@pytest.mark.usefixtures("filled")
def test_within_a_site_its_own_pages_alone() -> None:
    assert suggested("penda", "page", site="kab-bandung") == ["Pendakian gunung ditutup"]
    assert suggested("bnpb", "institution", site="kab-bandung") == []


@pytest.mark.usefixtures("filled")
def test_suggestions_are_few_different_and_bounded() -> None:
    for typed in ("pe", "pendaftaran", "siaga", "bandung", "imunisasi "):
        found = suggest(typed, region=CITY)
        assert len(found) <= MOST
        assert len({one.text.casefold() for one in found}) == len(found)
    for typed in NONSENSE:
        start = perf_counter()
        assert len(suggest(typed, region=CITY)) <= MOST
        assert perf_counter() - start < 1, typed[:40]


@pytest.mark.usefixtures("filled")
def test_suggesting_costs_few_queries() -> None:
    suggest("pendaftaran", region=CITY)
    with CaptureQueriesContext(connection) as captured:
        suggest("pendaftaran im", region=CITY)
    assert len(captured) < 10
