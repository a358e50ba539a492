"""The course of one fact in one region."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.common.clock import at_moment
from selaras.embeds.blocks import HistorySpec
from selaras.embeds.histories import FactHistory, history_of
from selaras.embeds.loading import load
from selaras.embeds.reading import Reading
from selaras.facts.models import FactType
from selaras.facts.queries import fact_type
from selaras.facts.tests.speaking import MERAUKE, day, in_zone_of, make_type, say
from selaras.institutions.models import Region

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]

BANDUNG = "32.73"


def course(kind: FactType, code: str = BANDUNG) -> FactHistory:
    return history_of(HistorySpec(kind.pk), Reading(Region.objects.get(pk=code)))


def told(shown: FactHistory) -> list[tuple[str, str]]:
    return [(entry.words, entry.period) for entry in shown.entries]


def test_equal_values_are_one_stretch_and_a_gap_is_named() -> None:
    status = fact_type("siaga.status")
    for value, start, end in (
        ("hijau", "2025-01-01", "2025-02-01"),
        ("hijau", "2025-02-01", "2025-03-01"),
        ("merah", "2025-04-01", None),
    ):
        say(status, BANDUNG, value, day(start), day(end) if end else None)
    shown = course(status)
    assert told(shown) == [
        ("Siaga Merah", "sejak 1 April 2025"),
        ("tidak ada nilai yang berlaku", "sejak 1 Maret 2025 sampai 31 Maret 2025"),
        ("Siaga Hijau", "sejak 1 Januari 2025 sampai 28 Februari 2025"),
    ]
    assert shown.drawing is not None
    steps = shown.drawing.steps
    assert [step.tone for step in steps] == [1, 4]
    assert steps[0].height < steps[1].height == 100
    assert steps[0].x + steps[0].width < steps[1].x
    assert steps[1].x + steps[1].width == 1000
    assert [mark.words for mark in shown.drawing.marks] == ["Siaga Merah", "Siaga Hijau"]


def test_a_region_without_its_own_value_reads_those_above() -> None:
    money = make_type("uji.uang", "money", inherited=True)
    say(money, "00", "Rp1.000", day("2025-01-01"))
    say(money, "32", "Rp2.000", day("2025-02-01"), day("2025-03-01"))
    assert [entry.words for entry in course(money).entries] == ["Rp1.000", "Rp2.000", "Rp1.000"]


def test_a_change_of_province_changes_what_was_read() -> None:
    number = make_type("uji.angka", inherited=True)
    say(number, "91", "1", day("2021-01-01"))
    say(number, "93", "2", day("2021-01-01"))
    assert [entry.words for entry in course(number, MERAUKE).entries] == ["2", "1"]


def test_a_quantity_is_a_stepped_line_that_says_its_extremes() -> None:
    share = make_type("uji.persen", "percentage")
    say(share, BANDUNG, "20 %", day("2025-01-01"))
    say(share, BANDUNG, "40 %", day("2025-02-01"))
    drawing = course(share).drawing
    assert drawing is not None
    assert [mark.words for mark in drawing.marks] == [
        "tertinggi 40\xa0%",
        "terendah 20\xa0%",
    ]
    assert drawing.line.startswith("M0 54H")
    assert drawing.line.endswith("V8H1000")


def test_words_have_a_table_and_no_drawing() -> None:
    text = make_type("uji.teks", "text")
    say(text, BANDUNG, "Lama", day("2025-01-01"))
    shown = course(text)
    assert shown.drawing is None
    assert [entry.words for entry in shown.entries] == ["Lama"]


def test_nothing_stated_and_nothing_known_fail_closed() -> None:
    number = make_type("uji.angka")
    assert course(number).now == "uji.angka (belum ditetapkan untuk Kota Bandung)"
    named = HistorySpec(number.pk)
    number.delete()
    gone = history_of(named, Reading(Region.objects.get(pk=BANDUNG)))
    assert gone.now == "Fakta resmi tidak ditemukan"


def test_what_comes_later_is_no_history_yet() -> None:
    number = make_type("uji.angka")
    say(number, BANDUNG, "1", day("2025-01-01"))
    say(number, BANDUNG, "2", timezone.localdate() + timedelta(days=30))
    assert [entry.words for entry in course(number).entries] == ["1"]
    with at_moment(in_zone_of(BANDUNG, "2025-01-01") - timedelta(days=1)):
        assert course(number).entries == []


def test_more_histories_and_longer_ones_cost_no_query() -> None:
    one, other = make_type("uji.satu", inherited=True), make_type("uji.dua", inherited=True)
    for kind in (one, other):
        say(kind, "00", "5", day("2025-01-01"))

    def queries(*specs: HistorySpec) -> int:
        reader = Reading(Region.objects.get(pk=BANDUNG))
        with CaptureQueriesContext(connection) as captured:
            load(reader, [], specs)
        assert all(reader.timelines[spec] for spec in specs)
        return len(captured)

    for month in (1, 2):
        say(one, BANDUNG, str(month), day(f"2025-0{month}-01"))
    few = queries(HistorySpec(one.pk, BANDUNG))
    for month in range(3, 10):
        say(one, BANDUNG, str(month), day(f"2025-0{month}-01"))
    many = [HistorySpec(kind.pk, code) for kind in (one, other) for code in (BANDUNG, "51.71")]
    assert queries(*many) == few
