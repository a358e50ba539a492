"""What a question is about: places, institutions, times; and that any text can be asked."""

from time import perf_counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.alignment.models import TypeWording
from selaras.facts.models import FactType
from selaras.facts.tests.speaking import day, make_type
from selaras.search.answers.asking import Asks
from selaras.search.answers.facts import answers_for
from selaras.search.answers.notices import notices_for
from selaras.search.answers.sites import sites_for
from selaras.search.answers.tests.wordings import BANDUNG, COUNTRY, KAB_BANDUNG, SURABAYA
from selaras.search.answers.understanding import Understood, understand

STRANGE = [
    "",
    " ",
    "?",
    "😀😀 ppkm 😀",
    "\u202eppkm bandung\u202c",
    "مرحبا بالعالم",
    "p" * 10_000,
    "ppkm " * 2_000,
    "bcdfgh" * 2_000,
    "' OR 1=1; DROP TABLE facts_facttype; --",
    "(a+)+$" * 500,
    "<script>alert(1)</script>",
    "\0\0\ud800",
    "((((((\"\"\"'''",
    "99.99 32.73 ٢٠٢١ ²⁰²¹ 2021-99-99 0000 9999",
    "ＰＰＫＭ ｂａｎｄｕｎｇ",
    "1" * 5_000,
]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


def asked(text: str, reader: str = COUNTRY) -> Understood:
    return understand(text, region=reader)


def test_regions_are_found_by_any_name_mistyped_and_in_small_letters() -> None:
    expected = {
        "cuaca jogja": ["34.71"],
        "macet bdg": [BANDUNG],
        "pajak bandng": [BANDUNG],
        "pajak bndg": [BANDUNG],
        "pajak surabya": [SURABAYA],
        "pajak kab. bandung": [KAB_BANDUNG],
        "pajak kota bandung": [BANDUNG],
        "pajak jabar": ["32"],
        "pajak malang": ["35.73"],
        "pajak smrang dan kab kudus": ["33.74", "33.19"],
        "pajak bandar lmpung": ["18.71"],
        "pajak indonesia": [COUNTRY],
        "jalan bandung": [COUNTRY],
        "palsu tegas legal lihat bantu cair wali": [COUNTRY],
    }
    assert {text: asked(text).regions for text in expected} == expected


def test_of_namesakes_the_readers_own_is_likeliest_then_the_readers_province() -> None:
    assert asked("pajak bandung", KAB_BANDUNG).places[0].codes == (KAB_BANDUNG, BANDUNG)
    assert asked("pajak bandung", SURABAYA).places[0].codes == (BANDUNG, KAB_BANDUNG)
    assert asked("pajak banjar", COUNTRY).regions == ["32.79"]
    assert asked("pajak banjar", "63.71").regions == ["63.03"]


def test_institutions_are_found_by_what_they_are_and_were_called() -> None:
    def names(text: str) -> list[str]:
        return [one.name for one in sites_for(asked(text))]

    ministry = "Kementerian Komunikasi dan Digital"
    office = "Dinas Komunikasi dan Informatika Kota Bandung"
    assert names("kominfo") == names("Komdigi") == [ministry]
    assert names("situs bnpb") == ["Badan Nasional Penanggulangan Bencana"]
    assert names("diskominfo kota bandung") == names("website pemkot bdg") == [office]
    assert names("bandng") == [office, "Dinas Komunikasi dan Informatika Kabupaten Bandung"]
    assert names("ppkm bandung") == names("dinas") == names("indonesia") == []


def test_times_and_kinds_of_questions_are_hints() -> None:
    time = asked("umr bandung 2026").time
    assert time is not None
    assert (time.first, time.last) == (day("2026-01-01"), day("2026-12-31"))
    assert asked("umr bandung sekarang").time is None
    assert asked("umr 99999").time is None
    wanted = {
        "berapa umr": Asks.HOW_MUCH,
        "kpn ppdb": Asks.WHEN,
        "info ppdb": Asks.ANYTHING,
        "kapan ppdb": Asks.WHEN,
        "di mana posko": Asks.WHERE,
        "siapa lurah": Asks.WHO,
        "apakah libur": Asks.WHETHER,
        "apa itu ppkm": Asks.WHY,
    }
    assert {text: asked(text).asks for text in wanted} == wanted
    assert asked("berapa umr bandung 2026").rest == ("umr",)


def test_what_was_mistyped_is_told_with_its_place() -> None:
    mended = asked("Lvel PPKM di bandng").mended
    assert [(one.start, one.end, one.typed, one.read) for one in mended] == [
        (0, 4, "Lvel", "level"),
        (13, 19, "bandng", "bandung"),
    ]
    assert not asked("buku ppkn").types
    assert not asked("ppkn", BANDUNG).types


def test_new_words_of_a_type_are_understood_at_once() -> None:
    def types(text: str) -> list[str]:
        return [one.key for one in asked(text).types]

    assert not types("harga beras bandung")
    rice = make_type("beras", "money", label="Harga beras medium")
    assert not types("harga beras bandung")
    spoken = TypeWording.objects.create(fact_type=rice, aliases=["beras"])
    assert types("harga beras bandung") == ["beras"]
    TypeWording.objects.filter(pk=spoken.pk).update(excludes=["harga"])
    assert not types("harga beras bandung")
    FactType.objects.filter(pk=rice.pk).delete()
    assert not types("beras bandung")


def test_understanding_costs_three_queries_and_less_than_a_moment() -> None:
    asked("ppkm bandng level brp")
    with CaptureQueriesContext(connection) as counted:
        for _ in range(5):
            asked("ppkm bandng level brp")
    assert len(counted) == 5 * 3
    times = []
    for _ in range(20):
        begun = perf_counter()
        asked("ppkm bandng level brp")
        times.append(perf_counter() - begun)
    assert min(times) < 0.004  # a quiet machine needs less than one thousandth


def test_any_text_can_be_asked_in_bounded_time() -> None:
    asked("ppkm")
    for text in STRANGE:
        begun = perf_counter()
        found = asked(text, BANDUNG)
        answers_for(found, region=BANDUNG)
        sites_for(found)
        assert perf_counter() - begun < 1, text[:20]
    assert not notices_for(asked("", "tidak ada"), "tidak ada")
