"""One search, from a question to a page of results, on a small index of its own."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.announcements.tests.telling import tell
from selaras.institutions.models import Institution
from selaras.pages.tests.making import publish_again
from selaras.search import kept
from selaras.search.asking import PER_PAGE, Filters, Question
from selaras.search.entries import Kind
from selaras.search.finding import find, without_engine
from selaras.search.tests.asking import (
    CITY,
    COUNTRY,
    NEIGHBOUR,
    PROVINCE,
    asked,
    keys,
    titles,
    written,
)
from selaras.textindex.errors import EngineError, Unavailable
from support.searching import Settle

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
RELEASE = (
    "Menjelang musim hujan setiap keluarga diminta menyiapkan tas siaga berisi dokumen penting,"
    " obat, senter, air minum, dan makanan untuk tiga hari. Simpan tas itu di tempat yang mudah"
    " dijangkau semua orang di rumah, lalu periksa isinya sebulan sekali. Beri tahu anak-anak"
    " tempatnya, dan sepakati tempat berkumpul bila harus mengungsi pada malam hari. Nomor penting"
    " ditulis di kertas, sebab telepon dapat mati ketika listrik padam berhari-hari."
)
BAD = [
    "", " ", "a", "%", '"', '""', '"posko', 'posko "', "*", "posko*", "-posko", "(", ")", "((((",
    "posko AND", "AND OR NOT", "posko OR (", "title:posko", "{body}:posko", "^posko~2", "[a TO b]",
    "(a+)+$" * 30, "(x*)*y" * 30, ".*" * 90, "😀", "posko 😀 siaga", "👩‍👩‍👧‍👦" * 40,
    "الصحة العامة", "\u202eposko\u202c", "'; DROP TABLE wagtailcore_page; --", "1' OR '1'='1",
    "\x00", "posko\x00siaga", "<script>alert(1)</script>", "{{ 7*7 }}", "${jndi:ldap://x}",
    "../../etc/passwd", "\r\nX: y", "x" * 10_000, "posko " * 2_000, "a " * 5_000, "\ud800",
    "\uffff\ufdd0", "²³½ﷺ", "é" * 300, "2" * 500, "ktp " * 60, "yang di ke dari",
    "\u200b\u200b\u200b", "ꦥꦺꦴꦱ꧀ꦏꦺꦴ", "𝐩𝐨𝐬𝐤𝐨",
]  # fmt: skip


def test_who_owns_the_topic_stands_before_who_repeats_it(settle_search: Settle) -> None:
    tell({"Indonesia": "Rp1.200.000"}, of="siaga.bantuan")
    words = "Syarat masuk posko siaga"
    repeated = [written(words, slug, of="siaga.bantuan") for slug in ("kab-merauke", "kemenkes")]
    owner = written(words, "bnpb", of="siaga.bantuan")
    settle_search()
    found = asked("syarat masuk posko siaga")
    assert keys(found)[0] == owner.pk
    assert set(keys(found)) == {owner.pk, *(one.pk for one in repeated)}
    assert [one.owner for one in found.results[:3]] == [True, False, False]
    assert found.results[0].scored.parts["owner"] > 0


def test_the_current_stands_before_the_superseded_which_is_marked(settle_search: Settle) -> None:
    old = written("Syarat pindah datang warga", words="Syarat pindah datang: surat RT.")
    new = written("Syarat pindah datang warga", words="Kini tanpa surat pengantar apa pun.")
    old.superseded_by = new
    publish_again(old)
    settle_search()
    found = asked("syarat pindah datang warga", CITY)
    assert keys(found) == [new.pk, old.pk]
    assert [one.superseded for one in found.results] == [False, True]
    assert found.results[1].scored.parts["superseded"] < 0


def test_the_readers_region_is_first_then_what_is_above_it_then_neighbours(
    settle_search: Settle,
) -> None:
    def places(region: str) -> list[str]:
        return [one.region for one in asked("jadwal vaksin anak", region).results]

    for slug in ("kab-merauke", "kab-bandung", "kemenkes", "kota-bandung", "jawa-barat"):
        written("Jadwal vaksin anak", slug, words=f"Datang ke kantor {slug}.")
    settle_search()
    first, *above, near, far = places(CITY)
    assert (first, set(above), near, far) == (CITY, {COUNTRY, PROVINCE}, NEIGHBOUR, "93.01")
    assert places(NEIGHBOUR)[0] == NEIGHBOUR
    assert places(PROVINCE)[0] == PROVINCE
    assert places(COUNTRY)[0] == COUNTRY
    assert places("93.01")[0] == "93.01"


def test_a_place_that_is_named_counts_as_the_readers_own(settle_search: Settle) -> None:
    for slug in ("kota-bandung", "kota-surabaya", "kab-merauke"):
        written("Jadwal vaksin anak", slug, words=f"Datang ke kantor {slug}.")
    settle_search()
    assert asked("jadwal vaksin anak di surabaya", CITY).results[0].institution == "kota-surabaya"


def test_one_release_on_many_sites_is_one_result_that_counts_them(settle_search: Settle) -> None:
    first, *_ = [
        written("Siapkan tas siaga di rumah", slug, words=RELEASE)
        for slug in ("kota-surabaya", "kab-merauke", "kota-bandung", "kemenkes")
    ]
    written("Tas belanja", words="Tas dari rotan.")
    settle_search()
    found = asked("tas siaga", "93.01")
    assert keys(found)[0] == first.pk
    assert [one.copies for one in found.results] == [3, 0]
    assert found.total == 2
    inside = asked("tas siaga", filters=Filters(region="93.01"))
    assert [(one.institution, one.copies) for one in inside.results] == [("kab-merauke", 3)]


def test_spelling_is_mended_and_told_and_what_was_typed_can_be_asked_for(
    settle_search: Settle,
) -> None:
    made = written("Jadwal vaksinasi di puskesmas")
    settle_search()
    found = asked("jadwl vaksinasi, puskesms?", CITY)
    assert keys(found) == [made.pk]
    assert found.corrected is not None
    assert found.corrected.read == "jadwal vaksinasi, puskesmas?"
    assert (found.corrected.typed, found.corrected.asked) == ("jadwl vaksinasi, puskesms?", False)
    as_typed = asked("jadwl puskesms", corrected=False)
    assert titles(as_typed) == []
    assert as_typed.corrected is not None
    assert (as_typed.corrected.read, as_typed.corrected.asked) == ("jadwal puskesmas", True)
    assert asked("jadwal vaksinasi").corrected is None


def test_abbreviations_find_what_they_stand_for_and_are_not_mended(settle_search: Settle) -> None:
    made = written("Layanan Kartu Tanda Penduduk", words="Kartu tanda penduduk elektronik.")
    written("Komisi Pemilihan Umum", words="KPU menetapkan jadwal.")
    settle_search()
    found = asked("ktp hilang", CITY)
    assert keys(found) == [made.pk]
    assert found.corrected is None
    assert asked("kpk").corrected is None


def test_a_word_that_no_page_has_is_told(settle_search: Settle) -> None:
    written("Upah di Kota Bandung", words="Upah dibayar tiap bulan.")
    settle_search()
    assert asked("upah umrzz bandung").unsaid == ("umrzz",)
    assert asked("upah bandung").unsaid == ()
    assert asked("umrzz").unsaid == ()  # nothing is found: that says it all


def test_results_say_where_the_words_stand(settle_search: Settle) -> None:
    words = f"{'Keterangan umum kantor kami. ' * 30} Warga melaporkan kehilangan kartu di loket."
    written("Melapor hilang", words=words)
    settle_search()
    (one,) = asked("lapor kehilangan kartu").results
    marked = {one.excerpt.text[start:end].lower() for start, end in one.excerpt.marks}
    assert {"melaporkan", "kehilangan", "kartu"} <= marked
    assert [one.title.text[start:end] for start, end in one.title.marks] == ["Melapor", "hilang"]
    assert len(one.excerpt.text) < 260
    assert one.url.startswith("http://kota-bandung.localhost")


def test_results_are_counted_by_kind_place_and_age(settle_search: Settle) -> None:
    for slug in ("kota-bandung", "kab-bandung", "kab-merauke", "kemenkes"):
        written("Jadwal vaksin", slug, words=f"Datang ke kantor {slug}.")
    tell(title="Jadwal vaksin darurat", summary="Lihat jadwal.")
    settle_search()
    found = asked("jadwal vaksin")
    kinds = dict(found.facets.kinds)
    assert (kinds[Kind.NEWS], kinds[Kind.ANNOUNCEMENT], sum(kinds.values())) == (4, 1, found.total)
    assert [(code, count) for code, _, count in found.facets.regions] == [("32", 2), ("93", 1)]
    assert found.facets.ages[0] == (7, 5)
    inside = asked("jadwal vaksin", filters=Filters(region="32")).facets.regions
    assert {code for code, _, _ in inside} == {CITY, NEIGHBOUR}
    assert asked("jadwal vaksin", site="kota-bandung").facets.regions == []


def test_a_page_that_is_too_far_is_the_last_one(settle_search: Settle) -> None:
    for number in range(PER_PAGE + 3):
        written(f"Beras murah {number}", words=f"Pasar nomor {number} buka sampai sore.")
    settle_search()
    last = asked("beras murah", page=10**9)
    assert (last.page, last.pages, len(last.results)) == (2, 2, 3)
    assert asked("beras murah", page=-5).page == 1
    assert asked("xyzzy", page=10**9).page == 1


@pytest.mark.parametrize("filters", [Filters(), Filters(region="32"), Filters(institution="bnpb")])
def test_no_question_is_an_error(settle_search: Settle, filters: Filters) -> None:
    written("Posko siaga banjir", words="Posko buka.")
    settle_search()
    for typed in BAD:
        start = perf_counter()
        found = find(Question(typed, CITY, filters=filters))
        assert found.page == 1
        assert perf_counter() - start < 3, typed[:40]


def test_what_stands_between_operators_is_found(settle_search: Settle) -> None:
    made = written("Posko siaga banjir")
    settle_search()
    for typed in (
        '"posko',
        "posko*",
        "(posko AND",
        "title:posko",
        "<b>posko</b>",
        "\u202eposko",
        "𝐩𝐨𝐬𝐤𝐨",
    ):
        assert made.pk in keys(asked(typed)), typed


def test_where_the_engine_is_away_facts_and_institutions_still_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def away() -> None:
        raise Unavailable("nobody there")

    tell({"Kota Bandung": "merah"})
    monkeypatch.setattr("selaras.search.finding.filled_snapshot", away)
    question = Question("status siaga kota bandung", CITY)
    with pytest.raises(EngineError):
        find(question)
    (answer,) = without_engine(question).answers
    assert (answer.value, answer.region) == ("Siaga Merah", CITY)
    assert without_engine(Question("bnpb")).sites[0].name.startswith("Badan Nasional")
    assert without_engine(Question("a")).answers == ()


def test_the_fact_comes_with_the_first_page_alone(settle_search: Settle) -> None:
    tell({"Kota Bandung": "merah"})
    for number in range(PER_PAGE + 1):
        written(f"Status siaga {number}", words=f"Posko {number} buka.")
    settle_search()
    question = Question("status siaga kota bandung", CITY)
    assert find(question).answers[0].value == "Siaga Merah"
    assert find(replace(question, page=2)).answers == ()
    assert find(replace(question, page=2)).page == 2


def test_more_results_and_institutions_cost_no_more_queries(
    settle_search: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "LOOKED_AFTER", float("inf"))  # else one more, once a second

    def cost(ask: Callable[[], object]) -> int:
        ask()
        with CaptureQueriesContext(connection) as captured:
            ask()
        return len(captured)

    ways = [
        lambda: asked("posko siaga banjir", CITY),
        lambda: asked("posko siaga banjir kota bandung"),
        lambda: asked("posko siaga", filters=Filters(region="32")),
    ]
    counts = []
    bodies = Institution.objects.filter(region__code__startswith="32.")
    slugs = list(bodies.values_list("slug", flat=True))
    for some in (slugs[:2], slugs[2:12]):
        for slug in some:
            written(f"Posko siaga banjir {slug}", slug, words=f"Posko {slug} buka.")
        settle_search()
        counts.append([cost(way) for way in ways])
    assert counts[0] == counts[1]
    assert max(counts[0]) < 30


def test_an_index_that_is_filled_again_is_no_answer_until_it_is(
    settle_search: Settle, settings: Any, tmp_path: Path
) -> None:
    written("Posko")
    settle_search()
    assert titles(asked("posko")) == ["Posko"]
    settings.DATA_DIR = tmp_path / "lain"
    with pytest.raises(Unavailable):
        asked("posko")
