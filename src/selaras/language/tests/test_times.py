"""Times of day and Indonesia's three time zones."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.language.errors import TimeError
from selaras.language.times import TimeOfDay, Zone, format_datetime, format_time, parse_time

EIGHT = time(8, 0)
HALF_PAST_THREE = time(15, 30)


def in_order(minutes: list[int], zone: Zone | None) -> TimeOfDay:
    first, *rest = [time(*divmod(minute, 60)) for minute in sorted(minutes)]
    return TimeOfDay(first, rest[0] if rest else None, zone)


TIMES = st.builds(
    in_order,
    st.lists(st.integers(0, 24 * 60 - 1), min_size=1, max_size=2, unique=True),
    st.none() | st.sampled_from(Zone),
)


@pytest.mark.parametrize("text", ["08.00", "08:00", "8.00", "pukul 08.00", "Jam 8.00"])
def test_a_time_is_read_with_a_dot_or_a_colon(text: str) -> None:
    assert parse_time(text) == TimeOfDay(EIGHT)


@pytest.mark.parametrize("text", ["pukul 08.00 WIB", "08.00 wib", "08.00WIB"])
def test_a_time_is_read_with_its_zone(text: str) -> None:
    assert parse_time(text) == TimeOfDay(EIGHT, zone=Zone.WIB)


@pytest.mark.parametrize(
    "text",
    [
        "08.00–15.30 WITA",
        "8.00-15.30 WITA",
        "08.00 - 15.30 Wita",
        "pukul 08.00 s.d. 15.30 WITA",
        "pukul 08.00 hingga pukul 15.30 WITA",
        "08.00 WITA sampai 15.30 WITA",
        "08.00 WITA sampai dengan 15.30",
    ],
)
def test_a_span_of_time_is_read(text: str) -> None:
    assert parse_time(text) == TimeOfDay(EIGHT, HALF_PAST_THREE, Zone.WITA)


@pytest.mark.parametrize(
    ("text", "problem", "remedy"),
    [
        ("15.30–08.00", "Jam selesai 08.00 tidak sesudah jam mulai 15.30.", "pada hari yang sama"),
        ("08.00–08.00", "Jam selesai 08.00 tidak sesudah jam mulai 08.00.", "lebih lambat"),
        ("08.00–24.00", "Pukul 24.00 tidak ada.", 'Tulis "23.59" untuk akhir hari'),
        ("24.01", "Pukul 24.01 tidak ada.", "Jam ditulis 00 sampai 23"),
        ("08.60", "Pukul 08.60 tidak ada.", "menit 00 sampai 59"),
        ("08.00 WIB–15.30 WIT", "lebih dari satu zona waktu", "pukul 08.00–15.30 WIB"),
        ("08.00–09.00–10.00", "lebih dari dua jam", "pukul 08.00–15.30 WIB"),
        ("08.00 WIBB", "tidak dapat dibaca sebagai jam", "WIB, WITA, atau WIT"),
        ("pukul 8", "tidak dapat dibaca sebagai jam", "Tulis jam dan menit"),
        ("08.00–selesai", "tidak dapat dibaca sebagai jam", "Tulis jam dan menit"),
        ("٠٨.٠٠", "tidak dapat dibaca sebagai jam", "Tulis jam dan menit"),
        ("", "Isian kosong.", "pukul 08.00–15.30 WIB"),
    ],
)
def test_what_is_not_a_time_is_refused_with_a_remedy(text: str, problem: str, remedy: str) -> None:
    with pytest.raises(TimeError) as refusal:
        parse_time(text)
    assert refusal.value.text == text
    assert problem in refusal.value.problem
    assert remedy in refusal.value.remedy


@pytest.mark.parametrize("clock", [time(8, 0, 1), time(8, 0, 0, 1), time(8, 0, tzinfo=UTC)])
def test_a_time_of_day_has_no_seconds_and_no_tzinfo_that_writing_would_lose(clock: time) -> None:
    with pytest.raises(ValueError, match="whole minutes"):
        TimeOfDay(clock)


def test_a_time_is_written_with_a_dot_and_what_is_known() -> None:
    assert format_time(TimeOfDay(EIGHT)) == "pukul 08.00"
    assert format_time(TimeOfDay(EIGHT, zone=Zone.WIT)) == "pukul 08.00 WIT"
    assert format_time(TimeOfDay(EIGHT, HALF_PAST_THREE)) == "pukul 08.00–15.30"
    assert format_time(TimeOfDay(EIGHT, HALF_PAST_THREE, Zone.WIB)) == "pukul 08.00–15.30 WIB"


@pytest.mark.parametrize(
    ("zone", "text"),
    [
        (Zone.WIB, "Selasa, 24 November 2026, 22.30 WIB"),
        (Zone.WITA, "Selasa, 24 November 2026, 23.30 WITA"),
        (Zone.WIT, "Rabu, 25 November 2026, 00.30 WIT"),
    ],
)
def test_a_moment_is_written_as_it_is_in_the_zone(zone: Zone, text: str) -> None:
    assert format_datetime(datetime(2026, 11, 24, 15, 30, 59, tzinfo=UTC), zone) == text


def test_a_naive_datetime_is_not_written() -> None:
    with pytest.raises(ValueError, match="aware"):
        format_datetime(datetime(2026, 11, 24, 15, 30), Zone.WIB)  # noqa: DTZ001


@pytest.mark.parametrize(("zone", "hours"), [(Zone.WIB, 7), (Zone.WITA, 8), (Zone.WIT, 9)])
def test_the_offset_of_a_zone_agrees_with_the_time_zone_database(zone: Zone, hours: int) -> None:
    assert zone.offset == timedelta(hours=hours)
    assert datetime(2026, 7, 1, tzinfo=zone.tzinfo).utcoffset() == zone.offset


@settings(deadline=None)
@given(TIMES)
def test_every_written_time_is_read_back(value: TimeOfDay) -> None:
    assert parse_time(format_time(value)) == value
