"""Whatever is pasted is read or refused in words; it never fails otherwise, and stays quick."""

import random
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selaras.announcements.grid.content import from_rows, to_rows
from selaras.announcements.grid.errors import InvalidGrid
from selaras.announcements.grid.ground import Ground
from selaras.announcements.grid.reading import read_file, read_paste
from selaras.announcements.grid.tests.tables import POSTS, STATUS, ground, workbook
from selaras.announcements.grid.tests.test_merged_cells import EXCEL

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]

PIECES = ["32.73", "Kota Bandung", "Bandung", "merah", "\t", "\n", ";", ",", '"', "\r", "\xa0"]
PIECES += ["kode", "Status siaga", "nilai", "1.250", "58,6", "=A1", "\0", "\ud800", "<", "(", "٣"]
FRAGMENTS = ["<table>", "</table>", "<tr>", "<td>", "<td rowspan=3>", "<td colspan=2>", "<!--"]
ONCE = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def both() -> Ground:
    return ground(STATUS, POSTS)


def accept(text: str, html: str, on: Ground) -> None:
    try:
        reading = read_paste(text, html, on.types, on.places)
    except InvalidGrid:
        return
    checked = on.check(reading.rows, reading.flaws)
    stored = to_rows(checked)
    for part in (part for row in stored for part in row):
        part.encode()  # a database keeps it
        assert "\0" not in part
    again = to_rows(on.check(from_rows(stored)))
    assert to_rows(on.check(from_rows(again))) == again
    assert [row[2] for row in again] == [row[2] for row in stored]


@ONCE
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40).map("".join))
def test_any_text(both: Ground, text: str) -> None:
    accept(text, "", both)


@ONCE
@given(st.lists(st.sampled_from(PIECES + FRAGMENTS), max_size=40).map("".join))
def test_any_html(both: Ground, html: str) -> None:
    accept("", html, both)


def test_real_pastes_with_random_damage(both: Ground) -> None:
    chance = random.Random(5)  # noqa: S311 - damage, no secret
    sound = "kode\tnama\tStatus siaga\tPosko siaga\n" + "32.73\tKota Bandung\tmerah\t1.250\n" * 20
    for whole in (sound, EXCEL):
        for _ in range(60):
            at, to = sorted(chance.sample(range(len(whole)), 2))
            damaged = chance.choice(
                [whole[:at] + whole[to:], whole[at:to], whole[:at] + '"' + whole[at:]]
            )
            accept(damaged, "", both)
            accept("", damaged, both)


def test_workbooks_with_random_damage(both: Ground) -> None:
    chance = random.Random(7)  # noqa: S311 - damage, no secret
    whole = workbook([["kode", "Status siaga"], ["32.73", "merah"], [32.1, 4]], "A2:B2")
    for _ in range(60):
        data = bytearray(whole)
        for at in chance.sample(range(len(data)), 4):
            data[at] = chance.randrange(256)
        with suppress(InvalidGrid):
            read_file("isian.xlsx", bytes(data), both.types, both.places)


def test_files_of_other_kinds_are_refused(both: Ground) -> None:
    for data in (b"", b"\xff\xfea", b"\xd0\xcf\x11\xe0", b"\xc3(", b"\0" * 100):
        with pytest.raises(InvalidGrid):
            read_file("isian.csv", data, both.types, both.places)


def test_stored_rows_of_another_shape_are_refused() -> None:
    for rows in (None, {}, [1], [[]], [["a", "b"]], [["a", "b", 3]], [[["x"]] * 3]):
        with pytest.raises(InvalidGrid):
            from_rows(rows)
