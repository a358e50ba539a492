"""When an announcement is valid, as its document says it."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from selaras.announcements.document import read_document
from selaras.announcements.errors import InvalidDocument
from selaras.announcements.tests.documents import document, draft, line_of
from selaras.facts.validity import Validity

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


def test_a_period_of_dates_holds_both_days() -> None:
    read = draft(start="24 November 2026", through="2026-11-30")
    assert read.validity == Validity(date(2026, 11, 24), date(2026, 12, 1))
    assert not read.from_publication


def test_a_time_with_a_zone_is_an_instant() -> None:
    read = draft(start="Rabu, 25 November 2026, pukul 20.00 WITA", through="2026-11-26 06:30 wib")
    assert read.validity.start == datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
    assert read.validity.end == datetime(2026, 11, 25, 23, 30, tzinfo=UTC)


@time_machine.travel(NOW, tick=False)
def test_without_a_start_it_begins_when_it_is_published() -> None:
    read = draft(through="2026-11-30")
    assert read.validity == Validity(NOW, date(2026, 12, 1))
    assert read.from_publication


def test_the_moment_of_reading_does_not_change_the_content() -> None:
    with time_machine.travel(NOW):
        first = draft()
    assert first.validity != draft().validity
    assert first.digest == draft().digest


@pytest.mark.parametrize(
    ("start", "through", "problem"),
    [
        ("24 November 2026", "23 November 2026", "sebelum dimulai"),
        ("24 November 2026, 20.00 WIB", "24 November 2026, 19.00 WIB", "sebelum dimulai"),
        ("24 November 2026, 20.00 WIB", "23 November 2026", "sebelum dimulai"),
        ("24 November 2026", "23 November 2026, 20.00 WIB", "sebelum dimulai"),
        ("", "23 November 2026", "sebelum dimulai"),
        ("24 November 2026", "30 November 2026, 20.00", "tanpa zona waktu"),
        ("24 November 2026", "30 November 2026, 20.00 XYZ", "jam"),
        ("24 November 2026", "31 Desember 9999", "Tahun 9999"),
        ("24 November 2026", "besok", "tanggal"),
    ],
)
@time_machine.travel(NOW, tick=False)
def test_an_end_that_cannot_be_is_a_flaw_on_its_line(
    start: str, through: str, problem: str
) -> None:
    text = document(start=start, through=through)
    with pytest.raises(InvalidDocument) as refused:
        read_document(text)
    (flaw,) = refused.value.flaws
    assert flaw.line == line_of(text, "through:")
    assert problem in flaw.problem


@pytest.mark.parametrize(
    ("start", "problem"),
    [
        ("24 November 2026, 20.00", "tanpa zona waktu"),
        ("24 November 0226", "Tahun"),
        ("30 Februari 2026", "tidak ada"),
    ],
)
def test_a_start_that_cannot_be_is_a_flaw_on_its_line(start: str, problem: str) -> None:
    text = document(start=start)
    with pytest.raises(InvalidDocument) as refused:
        read_document(text)
    (flaw,) = refused.value.flaws
    assert flaw.line == line_of(text, "from:")
    assert problem in flaw.problem
