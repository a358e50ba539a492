"""Questions of citizens get the fact that they ask for, and no other."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.alignment.models import TypeWording
from selaras.announcements.tests.telling import tell
from selaras.facts.models import FactType, Kind
from selaras.facts.services import retire, withdraw
from selaras.facts.tests.speaking import (
    day,
    in_zone_of,
    make_type,
    owner_of,
    say,
    say_all,
    statement_of,
)
from selaras.institutions.models import Topic
from selaras.language.dates import format_date
from selaras.search.answers.drawing import drawn
from selaras.search.answers.facts import answers_for
from selaras.search.answers.tests.stating import CHANGED, INSTRUCTION, JABAR, today
from selaras.search.answers.tests.wordings import (
    BANDUNG,
    COUNTRY,
    MORE,
    NOTHING,
    OTHERS,
    PPKM,
    SIAGA,
    SURABAYA,
    Asked,
)
from selaras.search.answers.understanding import understand
from selaras.search.found import Answer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stated")]


def ask(text: str, reader: str = BANDUNG) -> list[Answer]:
    return answers_for(understand(text, region=reader), region=reader)


def first(text: str, reader: str = BANDUNG) -> tuple[str, str] | None:
    """The type and the region of the first answer."""
    found = ask(text, reader)
    return (found[0].outcome.fact_type.key, found[0].region) if found else None


@pytest.mark.parametrize("questions", [PPKM, SIAGA, OTHERS], ids=["ended", "living", "others"])
def test_citizens_get_the_fact_first_in_whatever_words(questions: list[Asked]) -> None:
    wrong = {
        text: got
        for text, reader, key, region in questions
        if (got := first(text, reader)) != (key, region)
    }
    assert not wrong


def test_what_only_sounds_like_a_fact_gets_no_answer() -> None:
    wrong = {text: got for text in NOTHING if (got := first(text))}
    assert not wrong


def test_words_that_were_tried_afterwards_are_understood_too() -> None:
    got = {text: (first(text) or ("",))[0] for text, _ in MORE}
    assert got == dict(MORE)


def test_a_fact_that_has_ended_says_so_with_its_source() -> None:
    found = ask("ppkm bandng level brp")
    assert [one.label for one in found] == ["Level PPKM"]
    level = found[0]
    assert (level.value, level.region_name, level.ended) == ("Level 3", "Kota Bandung", True)
    assert level.validity == (
        "Berlaku sejak 21 September 2021 sampai 4 Oktober 2021, sudah berakhir"
    )
    assert (level.since, level.until) == (
        in_zone_of(BANDUNG, "2021-09-21"),
        in_zone_of(BANDUNG, "2021-10-05"),
    )
    assert level.changed == "Berubah pada 21 September 2021, sebelumnya Level 4"
    assert (level.source, level.owner, level.tone) == (INSTRUCTION, "Kemendagri", 3)
    assert level.page_url == "http://kemendagri.localhost:8000/"
    assert not level.demonstration


def test_a_living_fact_says_since_when_and_stands_on_the_page_of_its_region() -> None:
    status = ask("siaga bandng level brp")[0]
    changed = format_date(today() - CHANGED)
    assert (status.value, status.ended, status.tone) == ("Siaga Merah", False, 4)
    assert status.validity == f"Berlaku sejak {changed}"
    assert status.changed == f"Berubah pada {changed}, sebelumnya Siaga Kuning"
    assert status.page_url.endswith("/wilayah/32.73/#fakta-siaga-status")
    assert status.demonstration


def test_what_is_stated_again_holds_since_the_first_time_in_words_and_for_programs() -> None:
    status = FactType.objects.get(key="siaga.status")
    say_all([statement_of(status, BANDUNG, "merah", today())])
    found = ask("status siaga")[0]
    changed = today() - CHANGED
    assert (found.since, found.until) == (in_zone_of(BANDUNG, changed.isoformat()), None)
    assert found.validity == f"Berlaku sejak {format_date(changed)}"


def test_a_value_that_is_stated_now_is_the_answer_now() -> None:
    said = tell({"Kota Bandung": "hijau"}, start=today().isoformat(), title="Turun ke hijau")
    found = ask("status siaga")[0]
    assert (found.value, found.page_url) == ("Siaga Hijau", said.url)


def test_a_day_that_is_named_is_the_day_that_is_answered() -> None:
    expected = {
        "25 september 2021": "Level 3",
        "15 september 2021": "Level 4",
        "tgl 15/9/2021": "Level 4",
        "bulan september 2021": "Level 3",
        "2021": "Level 3",
        "tahun 2026": "Level 3",  # the last one, which has ended
        "sekarang": "Level 3",
    }
    for time, value in expected.items():
        found = ask(f"level ppkm bandung {time}")
        assert [(one.value, one.ended) for one in found] == [(value, True)], time


def test_a_bare_topic_gives_its_main_facts_and_never_more_than_three() -> None:
    labels = [one.label for one in ask("ppkm bandung")]
    assert labels == ["Level PPKM", "Masa PPKM Jawa dan Bali"]
    assert [one.label for one in ask("siaga bandung")] == ["Status siaga"]
    several = ask("status siaga bandung dan surabaya")
    assert [one.region for one in several] == [BANDUNG, SURABAYA]
    assert len(ask("ppkm bandung, surabaya, jogja dan kabupaten bandung")) == 3


def test_what_is_inherited_says_for_whom_it_was_stated() -> None:
    aid = ask("bantuan per keluarga")[0]
    assert (aid.value, aid.region) == ("Rp1.200.000", BANDUNG)
    assert aid.validity.endswith("; untuk seluruh Indonesia")


def test_what_was_never_stated_or_was_withdrawn_has_no_answer() -> None:
    assert not ask("cakupan jalur evakuasi")
    assert not ask("status siaga", COUNTRY)
    assert not ask("status siaga", "99.99")
    status = FactType.objects.get(key="siaga.status")
    [said] = say_all([statement_of(status, "31.71", "merah", today())], statement=uuid4())
    assert ask("status siaga jakpus")
    assert said.statement is not None
    withdraw(statement=said.statement, speaker=owner_of(status), actor="uji", reason="Keliru")
    assert not ask("status siaga jakpus")


def test_a_type_that_is_no_longer_kept_says_so() -> None:
    level = FactType.objects.get(key="ppkm.level")
    retire(fact_type=level, speaker=owner_of(level), actor="uji", confirmed=True)
    found = ask("ppkm bandng level brp")[0]
    assert (found.value, found.ended) == ("Level 3", True)
    assert "; dihentikan sejak " in found.validity


def test_what_is_to_come_says_when() -> None:
    begins = today() + timedelta(days=3)
    say(FactType.objects.get(key="siaga.status"), "31.71", "merah", begins)
    found = ask("status siaga jakpus")[0]
    assert (found.value, found.ended) == ("Siaga Merah", False)
    assert found.validity == f"Mulai berlaku {format_date(begins)}"


def test_compound_questions_get_the_year_the_date_and_the_number() -> None:
    wage = make_type("umk", Kind.MONEY, label="Upah minimum kota", broadest="regency")
    enrolment = make_type("ppdb.jadwal", Kind.PERIOD, label="Jadwal PPDB", inherited=True)
    number = make_type("nomor.darurat", Kind.CONTACT, label="Nomor darurat", inherited=True)
    TypeWording.objects.create(fact_type=wage, aliases=["UMK", "UMR", "upah minimum"])
    say(wage, BANDUNG, "Rp4.482.914", day("2025-01-01"), day("2026-01-01"))
    say(wage, BANDUNG, "Rp4.737.678", day("2026-01-01"))
    say(enrolment, JABAR, "2026-06-10/2026-06-20", day("2026-05-01"))
    say(number, COUNTRY, "112", day("2026-01-01"))

    def values(text: str) -> list[str]:
        return [one.value for one in ask(text)]

    assert values("berapa umr bandung 2026") == ["Rp4.737.678"]
    assert values("umr bandung th 2025 brp ya") == ["Rp4.482.914"]
    assert values("upah minimum kota bandung") == ["Rp4.737.678"]
    assert values("kapan ppdb jabar") == values("jadwal ppdb") == ["10–20 Juni 2026"]
    assert values("nomor darurat bandung") == values("no telp darurat") == ["112"]
    assert not values("umr jabar")
    assert not values("syarat ppdb jabar")
    assert not values("lowongan umr bandung")


def test_a_question_costs_the_same_whatever_there_is() -> None:
    def cost() -> int:
        ask("ppkm bandung level berapa")
        with CaptureQueriesContext(connection) as counted:
            assert ask("ppkm bandung level berapa")
            assert not ask("vaksin covid bandung")
        return len(counted)

    before = cost()
    status, topic = FactType.objects.get(key="siaga.status"), Topic.objects.get(key="ppkm")
    for number in range(8):
        make_type(f"ppkm.lain{number}", label=f"Level PPKM {number}", topic=topic)
    say_all([statement_of(status, code, "merah", today()) for code in (BANDUNG, SURABAYA, JABAR)])
    assert cost() == before


def test_the_course_of_a_fact_is_drawn_small_and_with_words() -> None:
    drawing = drawn(ask("status siaga")[0])
    assert "Status siaga, Kota Bandung" in drawing
    assert "Siaga Merah, Siaga Kuning" in drawing
    assert drawing.count("<rect") == 2
    assert len(drawing.encode()) < 6_000
    assert drawn(ask("posko siaga")[0]) == ""
    assert drawn(ask("kanal laporan")[0]) == ""
