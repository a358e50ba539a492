"""The page of a search: whole without a script, bounded whatever is asked."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.safestring import SafeString
from lxml import html

from selaras.announcements.tests.telling import tell
from selaras.search.asking import MOST_LETTERS, Question
from selaras.search.entries import Kind
from selaras.search.found import Corrected, Found, Marked
from selaras.search.tests.making import (
    PORTAL,
    SITE,
    answer,
    ask,
    found,
    notice,
    page,
    result,
    richest,
)
from selaras.textindex.errors import Unavailable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
MOST_BYTES = 40_000
DRAWING = SafeString(f"<figure>{'x' * 6_000}</figure>")  # as large as one may be
BOMB = "(a+)+" * 20 + "$"
NONSENSE = [
    "", " ", "a", '"', '""', "*", "-", "(", ")", "'", "\\", "%s", "%", "😀", "\x00", "__", "²",
    'posko "', '"posko', "posko*", "posko AND", "posko NOT", "NEAR(posko gawat)", "title:posko",
    "{body} : posko", "^posko", "posko 😀", "\u202eposko", "الصحة العامة", "ꦥꦺꦴꦱ꧀ꦏꦺꦴ",
    "posko\x00kita", "x" * 10_000, "posko " * 2_000, BOMB, "'; DROP TABLE pages; --",
    "<script>alert(1)</script>", "a" * 5_000_00, "{{ question }}", "posko\r\nSet-Cookie: a=b",
]  # fmt: skip
BROKEN = [
    {"halaman": "1000000000"}, {"halaman": "9" * 5_000}, {"halaman": "-1"}, {"halaman": "٣"},
    {"wilayah": "99.99"}, {"wilayah": "x" * 9_000}, {"wilayah": "\x00"}, {"wilayah": "Bandung"},
    {"jenis": "gosip"}, {"jenis": ["berita"] * 500}, {"di": "99"}, {"di": "32; DROP"},
    {"instansi": "tidak-ada"}, {"instansi": "\x00"}, {"sejak": "kemarin"}, {"sejak": "2026-02-30"},
    {"sampai": "٢٠٢٦-01-01"}, {"sejak": "9999-12-31"}, {"ejaan": "\x00"}, {"bagian": "lain"},
]  # fmt: skip
Give = Callable[[Callable[[Question], Found]], list[Question]]


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch) -> Give:
    """Every search gives this from now on; the questions that were asked."""

    def replace(answers: Callable[[Question], Found]) -> list[Question]:
        asked: list[Question] = []

        def find(question: Question) -> Found:
            asked.append(question)
            return answers(question)

        monkeypatch.setattr("selaras.search.views.searching.find", find)
        monkeypatch.setattr("selaras.search.views.results.drawn", lambda answer: DRAWING)
        return asked

    return replace


def parsed(body: str) -> html.HtmlElement:
    return html.document_fromstring(body)


@pytest.mark.parametrize("host", [PORTAL, SITE])
def test_nonsense_gets_a_page(give: Give, host: str) -> None:
    give(richest)
    for words in NONSENSE:
        body = page(host, q=words)
        assert len(body.encode()) < MOST_BYTES, words[:40]
        assert "<script>alert" not in body


@pytest.mark.parametrize("host", [PORTAL, SITE])
def test_filters_that_cannot_be_read_are_told_and_not_used(give: Give, host: str) -> None:
    give(richest)
    told = 0
    for broken in BROKEN:
        body = page(host, q="posko", **broken)
        told += "search-word" in body
    assert told == (13 if host == PORTAL else 7)


def test_the_fullest_page_is_light(give: Give) -> None:
    give(richest)
    body = page(q="status siaga dan posko banjir di bandung", wilayah="32.73")
    assert 15_000 < len(body.encode()) < MOST_BYTES


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ({"q": " posko   banjir "}, Question("posko banjir")),
        ({"q": "posko", "wilayah": "32.73"}, Question("posko", "32.73")),
        ({"q": "posko", "wilayah": "kota bandung"}, Question("posko", "32.73")),
        ({"q": "posko", "halaman": "1000000000"}, Question("posko", page=50)),
        ({"q": "posko", "ejaan": "asli"}, Question("posko", corrected=False)),
    ],
    ids=str,
)
def test_an_address_is_read(give: Give, query: dict[str, str], read: Question) -> None:
    asked = give(richest)
    page(**query)
    (question,) = asked
    assert question.text == read.text
    for name in ("region", "page", "corrected", "site", "filters"):
        assert getattr(question, name) == getattr(read, name)


def test_filters_are_read_kept_in_links_and_can_be_taken_away(give: Give) -> None:
    asked = give(richest)
    query = {"q": "posko", "jenis": "berita", "di": "32", "sejak": "2026-11-01", "instansi": "bnpb"}
    body = parsed(page(**query, wilayah="32.73"))
    filters = asked[0].filters
    assert (filters.kinds, filters.region, filters.institution) == ({Kind.NEWS}, "32", "bnpb")
    assert str(filters.since) == "2026-11-01"
    removable = body.xpath("//a[contains(@class, 'active')]")
    labels = [link.text_content().partition(" ×")[0] for link in removable]
    assert labels[:2] == ["Berita", "Provinsi Jawa Barat"]
    assert labels[3] == "Sejak 1 November 2026"
    assert "jenis=" not in removable[0].get("href")
    assert "di=32&instansi=bnpb&sejak=2026-11-01" in removable[0].get("href")
    (after,) = body.xpath("//a[@rel='next']/@href")
    assert after == (
        "?q=posko&wilayah=32.73&jenis=berita&di=32&instansi=bnpb&sejak=2026-11-01&halaman=2"
    )


def test_a_site_asks_for_itself_and_offers_the_whole_country(give: Give) -> None:
    asked = give(richest)
    body = page(SITE, q="posko siaga", wilayah="91.01", instansi="bnpb")
    assert (asked[0].site, asked[0].region) == ("kota-bandung", "32.73")
    assert asked[0].filters.institution == ""
    assert 'href="http://localhost:8000/cari/?q=posko%20siaga&amp;wilayah=32.73"' in body


def test_a_name_of_several_regions_is_asked_back(give: Give) -> None:
    asked = give(richest)
    body = parsed(page(q="posko", wilayah="Bandung"))
    assert asked[0].region == "00"
    offered = body.xpath("//details[@open]//a[contains(@class, 'chip')]")
    assert [one.text for one in offered] == ["Kabupaten Bandung", "Kota Bandung"]
    assert offered[1].get("href") == "?q=posko&wilayah=32.73"


def test_the_answer_tells_all_that_makes_it_official(give: Give) -> None:
    ended = answer(value="Level 3", ended=True, validity="Berlaku sampai 4 Oktober 2021")
    give(lambda question: found(answers=[answer(), ended]))
    first, second = parsed(page(q="siaga")).find_class("answer")
    official = [
        "Status siaga", "Kota Bandung", "Siaga Merah", "Berlaku sampai 31 Maret 2027",
        "Berubah pada 26 November 2026", "Badan Nasional", "(data peragaan)",
    ]  # fmt: skip
    for words in official:
        assert words in first.text_content()
    assert "Berakhir" not in first.text_content()
    assert [link.text for link in first.xpath(".//a")] == [
        "Keputusan siaga musim hujan (data peragaan)",
        "Penjelasan",
    ]
    assert "Berakhir" in second.text_content()
    assert second.get("data-ended") == "yes"


def test_emergencies_and_clarifications_stand_above_everything(give: Give) -> None:
    notices = [notice(), notice(Kind.CLARIFICATION)]
    give(lambda question: found([result()], answers=[answer()], notices=notices))
    body = page(q="banjir")
    order = ["Banjir (darurat)", "Banjir (klarifikasi)", "Siaga Merah", "Posko"]
    places = [body.index(words) for words in order]
    assert places == sorted(places)


def test_a_result_shows_what_was_found_in_it_and_only_that(give: Give) -> None:
    marked = Marked("<b>Posko & banjir</b>", [(3, 8), (5, 10), (900, 910), (11, 17)])
    give(lambda question: found([result(title=marked, superseded=True, copies=412)]))
    body = page(q="posko")
    assert "&lt;b&gt;<mark>Posko</mark><mark> &amp;</mark> <mark>banjir</mark>&lt;/b&gt;" in body
    assert "Tidak berlaku lagi" in body
    assert "juga diterbitkan oleh 412 instansi" in body
    assert '<time datetime="2026-11-20">20 November 2026</time>' in body


def test_mended_spelling_is_told_and_what_was_typed_can_be_had(give: Give) -> None:
    give(lambda question: found([result()], corrected=Corrected("bnajir", "banjir", asked=False)))
    body = page(q="bnajir")
    assert "Menampilkan hasil untuk <strong>banjir</strong>" in body
    assert 'href="?q=bnajir&amp;ejaan=asli"' in body
    give(lambda question: found([result()], corrected=Corrected("bnajir", "banjir", asked=True)))
    assert 'Maksud Anda <a href="?q=banjir"' in page(q="bnajir").replace("\n", " ")


def test_no_result_is_a_page_that_helps(give: Give) -> None:
    give(lambda question: found())
    query = {"q": "syarat bikin kartu nikah", "di": "32.73", "wilayah": "32.73"}
    links = {one.text: one.get("href") for one in parsed(page(**query)).xpath("//main//a")}
    assert links["syarat bikin"].startswith("?q=syarat%20bikin")
    assert "&di=32" in links["Provinsi Jawa Barat"]
    assert links["Cari tanpa saringan"] == "?q=syarat%20bikin%20kartu%20nikah&wilayah=32.73"
    assert "http://kota-bandung.localhost:8000/" in links.values()
    assert "Cari di seluruh Indonesia" in page(SITE, q="tidak ada di sini")


def test_an_engine_that_is_away_leaves_the_facts(give: Give, topics: None) -> None:
    tell({"Kota Bandung": "merah"}, start="2026-11-01")

    def away(question: Question) -> Found:
        raise Unavailable("tidak terjangkau")

    give(away)
    response = ask(q="status siaga bandung", wilayah="32.73")
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "Pencarian sedang tidak tersedia" in response.content.decode()
    assert "Siaga Merah" in response.content.decode()
    assert "tidak terjangkau" not in response.content.decode()


def test_what_is_too_long_is_cut_and_told(give: Give) -> None:
    asked = give(richest)
    body = page(q="k" * 10_000)
    assert asked[0].text == "k" * MOST_LETTERS
    assert f"hanya {MOST_LETTERS} huruf pertama" in body
    assert "k" * (MOST_LETTERS + 1) not in body


def test_the_part_for_the_script_is_the_same_without_its_frame(give: Give) -> None:
    give(richest)
    whole, part = page(q="posko"), page(q="posko", bagian="hasil")
    assert part in whole
    assert "<html" not in part


def test_the_page_speaks_english_and_leads_to_english_pages(give: Give) -> None:
    give(richest)
    client = Client(headers={"host": SITE})
    body = client.get("/en/cari/", {"q": "posko"}).content.decode()
    assert 'action="/en/cari/"' in body
    assert 'href="http://kota-bandung.localhost:8000/en/berita/posko-0/"' in body
    assert "/en/cari/umpan.atom?q=posko" in body


def test_it_is_not_indexed_and_names_its_feed(give: Give) -> None:
    give(richest)
    head = parsed(page(q="posko", wilayah="32.73")).head
    assert "noindex" in head.xpath("meta[@name='robots']/@content")
    assert head.xpath("link[@type='application/atom+xml']/@href")[-1] == (
        "/cari/umpan.atom?q=posko&wilayah=32.73"
    )
    assert head.xpath("link[@rel='search']/@href") == ["/cari/opensearch.xml"]


def test_queries_do_not_grow_with_results(give: Give) -> None:
    def asked(**fields: Any) -> int:
        give(lambda question: found(**fields))
        with CaptureQueriesContext(connection) as queries:
            page(q="posko", wilayah="32.73")
        return len(queries)

    asked(results=[result()])
    one = asked(results=[result()])
    many = [result(number, region=code) for number, code in enumerate(("11", "12", "32", "91.01"))]
    assert asked(results=many) == one
