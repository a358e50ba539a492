"""The clipboard as HTML and workbooks tell of merged cells; a text cannot."""

from contextlib import suppress

import pytest

from selaras.announcements.grid.errors import InvalidGrid, Mistake
from selaras.announcements.grid.tests.tables import (
    POSTS,
    STATUS,
    ground,
    mistakes,
    read,
    read_on,
    read_workbook,
    values,
    workbook,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]

EXCEL = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style>td {color:red}</style>
</head><body><!--StartFragment--><table border=0><col width=64>
 <tr height=20><td colspan=3>Status siaga, Desember</td></tr>
 <tr><th>Provinsi</th><th>Wilayah</th><th>Status siaga</th></tr>
 <tr><td rowspan=3>Jawa Barat</td><td>Kota<br>Bandung</td><td rowspan=2>Siaga&nbsp;Merah</td></tr>
 <tr><td>Kota Cimahi</td></tr>
 <tr><td>Kota Bogor<td>Siaga Hijau
</table><!--EndFragment--></body></html>"""


def test_a_value_that_lies_over_several_rows_counts_for_the_first_and_is_told() -> None:
    _, checked = read("", html=EXCEL)
    assert values(checked) == {"32.73": "Siaga Merah", "32.71": "Siaga Hijau"}
    assert mistakes(checked) == [(4, Mistake.MERGED)]
    assert "baris 3–4, kolom C" in checked.flaws[0].problem


def test_merged_regions_are_told() -> None:
    html = (
        "<table><tr><th>Wilayah<th>Status siaga<tr><td rowspan=2>Kota Bandung<td>merah"
        "<tr><td>hijau</table>"
    )
    _, checked = read("", html=html)
    assert mistakes(checked) == [(3, Mistake.MERGED)]
    assert values(checked) == {"32.73": "Siaga Merah"}


def test_a_heading_over_two_rows_is_one_heading() -> None:
    html = (
        "<table><tr><th rowspan=2>Kode<th rowspan=2>Nama<th>Status siaga"
        "<tr><th>Desember<tr><td>32.73<td>Kota Bandung<td>merah</table>"
    )
    _, checked = read("", html=html)
    assert values(checked) == {"32.73": "Siaga Merah"}
    assert checked.stands


def test_html_without_a_table_leaves_the_word_to_the_text() -> None:
    _, checked = read("32.73\tmerah", html="<p>32.73 merah</p><script>1</script>")
    assert values(checked) == {"32.73": "Siaga Merah"}


HOSTILE = [
    '<table><tr><td rowspan=99999 colspan="99999">x' + "<tr><td>32.73" * 5,
    "<table>" * 3000 + "<tr><td>32.73<td>merah",
    "<table><tr>" + "<td>" * 100_000,
    "<td>32.73<td>merah",
    "<table><tr><td colspan=-3>32.73<td rowspan=x>merah",
    "<!--" * 20_000 + "<table>",
    "<table><tr><td>" + "&amp" * 50_000,
    "<table>" + "<tr><td rowspan=5000 colspan=60>x" * 200,
    "<td " + 'a="' * 50_000,
]


def test_html_of_any_kind_is_read_or_refused() -> None:
    on = ground(STATUS)
    for html in HOSTILE:
        with suppress(InvalidGrid):
            read_on(on, "32.73\tmerah", html)


def test_a_workbook_is_read_with_its_merged_cells() -> None:
    rows = [["Daftar"], ["kode", "Status siaga", "Posko siaga"]]
    rows += [["32.73", "merah", 1250], ["32.77", None, 12.5], ["32.71", "hijau", None]]
    data = workbook(rows, "B3:B4", "A1:C1")
    _, checked = read_workbook(data, STATUS, POSTS)
    told = {(fact.region.pk, fact.fact_type.key): fact.value for fact in checked.facts}
    assert told["32.73", POSTS] == 1250
    assert str(told["32.77", POSTS]) == "12.5"
    assert mistakes(checked) == [(4, Mistake.MERGED)]


def test_numbers_of_a_workbook_are_codes_only_where_one_is_meant() -> None:
    rows = [["kode", "nilai"], [32.73, "merah"], [32.1, "merah"], [3204, "merah"], [32, "hijau"]]
    _, checked = read_workbook(rows)
    assert values(checked).keys() == {"32.73", "32.04", "32"}
    assert mistakes(checked) == [(3, Mistake.AMBIGUOUS)]
    shown = workbook(rows[:1] + rows[2:3], formats={"A2": "0.00"})
    assert values(read_workbook(shown)[1]) == {"32.10": "Siaga Merah"}


def test_percentages_of_a_workbook_are_what_they_show() -> None:
    data = workbook([["kode", "nilai"], ["32.73", 0.586]], formats={"B2": "0.0%"})
    _, checked = read_workbook(data, "siaga.cakupan")
    assert values(checked) == {"32.73": "58.6"}


def test_a_formula_that_was_never_run_is_told() -> None:
    _, checked = read_workbook([["kode", "nilai"], ["32.73", '=IF(1=1,"merah","")']])
    assert mistakes(checked) == [(2, Mistake.FORMULA)]


def test_a_file_that_is_no_whole_workbook_is_refused() -> None:
    whole = workbook([["kode", "nilai"], ["32.73", "merah"]])
    for data in (whole[: len(whole) // 2], b"PK\x03\x04", b"PK" + whole[2:200] + whole[400:]):
        with pytest.raises(InvalidGrid):
            read_workbook(data)
