"""Times of day in running text: spellings, spans, sides, and what is no time."""

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.language.reading.clock_times import clock_spans
from selaras.language.reading.words import Reading
from selaras.language.times import TimeOfDay, Zone, format_time


def shown(moment: time | None) -> str:
    return f"{moment:%H:%M}" if moment else ""


def read(text: str) -> list[str]:
    """Each span as "10:00-21:00 WIB", with nothing for a side that is not said."""
    return [
        f"{shown(span.start_time)}-{shown(span.end_time)} {span.zone}".strip()
        for span in clock_spans(Reading(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pukul 11.00–21.30 WIB", "11:00-21:30 WIB"),
        ("pukul 10.00 s.d. 20.00", "10:00-20:00"),
        ("10.00-21.00 WIB", "10:00-21:00 WIB"),
        ("08.00 WITA - 15.30 WITA", "08:00-15:30 WITA"),
        ("pukul 10.00 hingga pukul 20.00 waktu Indonesia timur", "10:00-20:00 WIT"),
        ("jam 10 pagi - 9 malam", "10:00-21:00"),
        ("jam 10 pagi - 9 malem", "10:00-21:00"),
        ("pukul 10 sampai pukul 20", "10:00-20:00"),
        ("jam sepuluh pagi sampai jam delapan malam", "10:00-20:00"),
        ("jam 10 - 9 malam", "10:00-21:00"),
        ("jam 10 sampai 9", "10:00-21:00"),
        ("jam 7 pagi hingga jam 5", "07:00-17:00"),
        ("jam 7-9 malam", "19:00-21:00"),
        ("buka jam 7-9 malam", "07:00-21:00"),
        ("pukul sepuluh pagi hingga dua puluh satu", "10:00-21:00"),
        ("pukul 20.00–04.00", "20:00-04:00"),
        ("pukul 10.00-24.00", "10:00-23:59"),
        ("pukul 20.00-00.00", "20:00-23:59"),
        ("jam operasional 10.00-21.00", "10:00-21:00"),
        ("jam buka: 10:00 – 21:00", "10:00-21:00"),
        ("antara pukul 10.00 dan 12.00", "10:00-12:00"),
        ("pk. 10.00-12.00", "10:00-12:00"),
        ("𝟭𝟬.𝟬𝟬–𝟮𝟭.𝟬𝟬 WIB", "10:00-21:00 WIB"),
        ("Jumat (24/9) pukul 08.00-10.00", "08:00-10:00"),
    ],
)
def test_spans_have_both_times_each_by_its_own_part_of_the_day(text: str, expected: str) -> None:
    assert read(f"Acara {text}.") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jam 8 malam", ["20:00-"]),
        ("jam 9 mlm", ["21:00-"]),
        ("pkl. 10.00", ["10:00-"]),
        ("pukul 21.00 waktu setempat", ["21:00-"]),
        ("10:00", ["10:00-"]),
        ("14.30 WIB", ["14:30- WIB"]),
        ("setengah sembilan malam", ["20:30-"]),
        ("jam setengah 9", ["08:30-"]),
        ("setengah satu siang", ["12:30-"]),
        ("jam 8 lewat 15 menit", ["08:15-"]),
        ("jam 12 siang", ["12:00-"]),
        ("jam 12 malam", ["00:00-"]),
        ("jam 2 dini hari", ["02:00-"]),
        ("jam 1 siang", ["13:00-"]),
        ("jam 5 sore", ["17:00-"]),
        ("21 September 2021 jam 10 pagi", ["10:00-"]),
        ("tanggal 5 jam 10", ["10:00-"]),
        ("level 3 jam 8 malam", ["20:00-"]),
        ("mulai pukul 10.00", ["10:00-"]),
        ("tutup pukul 21.00", ["-21:00"]),
        ("tutupnya jam 8 mlm", ["-20:00"]),
        ("tutup jam 8", ["-20:00"]),
        ("sampai jam 9 malam", ["-21:00"]),
        ("sampai dengan pukul 20.00 WIB", ["-20:00 WIB"]),
        ("paling lambat pukul 12.00", ["-12:00"]),
        ("sampai jam 12 malam", ["-23:59"]),
        ("buka jam 10 tutup jam 9 malam", ["10:00-", "-21:00"]),
        ("buka jam 10, tutupnya jam 9", ["10:00-", "-21:00"]),
        ("buka 08.00 tutup 16.00", ["08:00-", "-16:00"]),
        ("buka sampai jam 9", ["-21:00"]),
        ("tutup lebih awal, yakni jam 8 malam", ["-20:00"]),
        ("jam 10 - 20 September", ["10:00-"]),
        ("jam 10 sampai 20 orang", ["10:00-"]),
    ],
)
def test_a_lone_time_has_the_side_that_its_words_give_it(text: str, expected: list[str]) -> None:
    assert read(f"Layanan {text}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rp11.00", "Rp 10.00-12.00", "1.200.000", "pasal 10.1", "Pasal 10.10", "120 jam", "24 jam",
        "2 jam lalu", "24 jam 7 hari", "1x24 jam", "jam kerja", "jam ke-5", "jam malam",
        "setengah 3 juta", "pukul 25.00", "pukul 10.75", "3 hari 2 malam", "skor 2:1", "QS 2:183",
        "hingga 12.50 persen", "21.09.2021", "10.5-12.5", "0254-555-0336", "14–20 September",
        "harga 10.50-12.50", "ratusan jam", "dua jam", "12:345",
    ],
)  # fmt: skip
def test_durations_money_and_clauses_are_no_times(text: str) -> None:
    assert read(f"Warga membahas {text}") == []


def test_a_span_covers_its_prefix_and_its_zone() -> None:
    text = "Mal buka setiap hari pukul 11.00–21.30 WIB dan tutup pada hari raya."
    (span,) = clock_spans(Reading(text))
    assert text[span.start : span.end] == "pukul 11.00–21.30 WIB"


MINUTES = st.times().map(lambda value: value.replace(second=0, microsecond=0))


@settings(max_examples=80, deadline=None)
@given(MINUTES, st.none() | MINUTES, st.none() | st.sampled_from(list(Zone)))
def test_each_formatted_time_reads_back(start: time, end: time | None, zone: Zone | None) -> None:
    if end is not None and end <= start:
        end = None
    value = TimeOfDay(start, end, zone)
    (span,) = clock_spans(Reading(f"Loket melayani warga {format_time(value)} setiap hari."))
    assert (span.start_time, span.end_time, span.zone) == (start, end, zone or "")
