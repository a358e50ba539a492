"""What people paste: from Excel, LibreOffice, Google Sheets and files, whole and damaged."""

import pytest

from selaras.announcements.grid.errors import Mistake
from selaras.announcements.grid.tests.tables import (
    POSTS,
    STATUS,
    ground,
    mistakes,
    read,
    read_on,
    refusal,
    values,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]

BANDUNG = {"32.73": "Siaga Merah", "32.04": "Siaga Jingga"}


USUAL = [
    "32.73\tmerah\n32.04\tjingga",
    "kode\tnama\tStatus siaga\r\n32.73\tKota Bandung\tmerah\r\n32.04\tKab. Bandung\tjingga\r\n",
    "No\tWilayah\tStatus siaga\n1\tKOTA BANDUNG\tSIAGA MERAH\n2\tKAB. BANDUNG\tJingga\n",
    "\ufeffwilayah;nilai\nKota Bandung;merah\nKabupaten Bandung;jingga\n;;\n",
    "Kota Bandung,merah\nKabupaten Bandung,jingga",
    "32.73\xa0\t\xa0Siaga\xa0Merah \t\t\n32.04\tSiaga  Jingga\t\t\n\t\t\t\n",
    '"Kode"\t"Status siaga"\n"32.73"\t"Siaga\nMerah"\n"3204"\tjingga',
    "Daftar status siaga\t\t\n\t\t\nProvinsi\tKabupaten/Kota\tStatus siaga\n"
    "Jawa Barat\tKota Bandung\tmerah\nJawa Barat\tKabupaten Bandung\tjingga",
    "jenis\twilayah\tnilai\nStatus siaga\tKota Bandung\tmerah\nsiaga.status\t32.04\tjingga",
    "Kota Bandung (32.73)\tmerah\n32.04 - Kabupaten Bandung\tjingga",
    "Jawa Barat\tKota Bandung\tmerah\nJawa Barat\tKabupaten Bandung\tjingga",
    "1\t32.73\tKota Bandung\tmerah\n2\t32.04\tKabupaten Bandung\tjingga",
]


def test_usual_pastes_are_understood() -> None:
    on = ground(STATUS)
    for text in USUAL:
        reading, checked = read_on(on, text)
        assert values(checked) == BANDUNG, text
        assert checked.stands, text
        assert all(row.line for row in reading.rows)


def test_several_types_stand_in_columns_and_a_cell_without_value_is_no_row() -> None:
    text = "kode\tStatus siaga\tPosko siaga (posko)\tPenduduk\n32.73\tmerah\t12\t9\n32.04\t\t3\t8"
    reading, checked = read(text, STATUS, POSTS)
    rows = [(row.line, row.type_key, row.region_text, row.value_text) for row in reading.rows]
    assert rows == [
        (2, STATUS, "32.73", "merah"),
        (2, POSTS, "32.73", "12"),
        (3, POSTS, "32.04", "3"),
    ]
    assert checked.stands
    assert reading.words == (
        "Terbaca: kolom A kode, B Status siaga, C Posko siaga. Tidak dipakai: Penduduk."
    )


def test_codes_that_a_spreadsheet_changed_are_known_where_only_one_is_meant() -> None:
    meant = {
        "32,73\t": "32.73",
        "3204,0\t": "32.04",
        "32.7\t": "32.07",  # there is no 32.70
        "32.1\tMajalengka": "32.10",
        "32,1\tKab. Bogor": "32.01",
        "11:01:00\t": "11.01",
        "0\t": "00",
        "32.0\t": "32",
    }
    lines = "".join(f"{said}\tmerah\n" for said in meant)
    _, checked = read(f"kode\tnama\tnilai\n{lines}")
    assert [row.region and row.region.pk for row in checked.rows] == [*meant.values()]


REGIONS = {
    "32.1": (Mistake.AMBIGUOUS, "Kabupaten Majalengka (32.10) atau Kabupaten Bogor (32.01)"),
    "Bandung": (Mistake.AMBIGUOUS, "Kabupaten Bandung (32.04) atau Kota Bandung (32.73)"),
    "Kota Bandng": (Mistake.UNKNOWN, "Kota Bandung (32.73)"),
    "99.99": (Mistake.UNKNOWN, "kode Kemendagri"),
    "11-Jan": (Mistake.UNKNOWN, "menjadi tanggal"),
    "32.73 Kota Bogor": (Mistake.CONTRADICTION, "Kota Bogor (32.71)"),
    "32.99 Kota Bogor": (Mistake.CONTRADICTION, "Kota Bogor (32.71)"),
    "Indonesia": (Mistake.SCOPE, "Cakupannya: provinsi, kabupaten, kota."),
}
VALUES = {
    "Siaga Mera": (Mistake.CHOICE, "Yang ada: Siaga Merah, "),
    "level 9": (Mistake.CHOICE, "Siaga Hijau"),
    "=VLOOKUP(A2)": (Mistake.FORMULA, "Tempel sebagai nilai"),
    "#N/A": (Mistake.FORMULA, "Tempel sebagai nilai"),
    "": (Mistake.MISSING, "tidak ikut diumumkan"),
}


def test_a_region_that_is_not_clear_is_told_with_what_it_may_be() -> None:
    sound = "Kota Cimahi\tmerah\n32.71\tmerah\n32.72\tmerah\n32.74\tmerah\n32.75\tmerah\n"
    lines = "".join(f"{said}\tmerah\n" for said in REGIONS)
    reading, checked = read(f"wilayah\tnilai\n{sound}{lines}")
    assert mistakes(checked) == [(at, one) for at, (one, _) in enumerate(REGIONS.values(), 7)]
    for flaw, (_, told) in zip(checked.flaws, REGIONS.values(), strict=True):
        assert told in str(flaw)
    assert [row.region_text for row in reading.rows[5:]] == [*REGIONS]


def test_a_value_that_is_none_is_told_with_what_would_be_one() -> None:
    codes = (f"32.0{at}" for at in range(1, 9))
    lines = "".join(f"{code}\t{said}\n" for code, said in zip(codes, VALUES, strict=False))
    _, checked = read(f"wilayah\tnilai\nKota Cimahi\tmerah\n{lines}")
    assert mistakes(checked) == [(at, one) for at, (one, _) in enumerate(VALUES.values(), 3)]
    for flaw, (_, told) in zip(checked.flaws, VALUES.values(), strict=True):
        assert told in str(flaw)
    assert values(checked) == {"32.77": "Siaga Merah"}


def test_a_number_in_another_notation_is_never_guessed() -> None:
    _, checked = read("wilayah\tnilai\nKota Cimahi\t1.250\nKota Bandung\t1.25", POSTS)
    assert values(checked) == {"32.77": "1250"}
    assert 'Tulis "1,25"' in checked.flaws[0].remedy


def test_a_region_twice_names_both_lines() -> None:
    _, checked = read("Kota Bandung\tmerah\nKota Cimahi\tmerah\n32.73\thijau")
    assert mistakes(checked) == [(3, Mistake.TWICE)]
    assert checked.flaws[0].problem == "Kota Bandung ada dua kali: di baris 1 dan di baris 3."


def test_rows_in_one_cell_are_told_which_separators_there_are() -> None:
    for text in ("Kota Bandung merah\nKota Cimahi hijau", "Kota Bandung|merah\nKota Cimahi|hijau"):
        error = refusal(text)
        assert error.mistake is Mistake.UNSEPARATED
        assert "Pakai tab, titik koma, atau koma" in str(error)


def test_one_row_in_one_cell_among_others_is_told_by_its_line() -> None:
    _, checked = read("Kota Bandung\tmerah\nKota Cimahi;hijau\nKota Bogor\thijau")
    assert mistakes(checked) == [(2, Mistake.UNSEPARATED)]


def test_a_decimal_comma_between_commas_is_one_cell_too_many() -> None:
    _, checked = read("wilayah,nilai\nKota Bandung,58,6\nKota Cimahi,7", POSTS)
    assert mistakes(checked) == [(2, Mistake.WIDTH)]
    assert "Ada 3 kolom, seharusnya 2" in checked.flaws[0].problem


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("kode\tStatus siga\tPosko siaga\n32.73\tmerah\t1", 'Mungkin "Status siaga"'),
        ("kode\tStatus siaga\tstatus\n32.73\tmerah\thijau", "ada dua: B dan C"),
    ],
)
def test_a_heading_that_is_not_clear_is_told_beside_what_was_read(text: str, told: str) -> None:
    _, checked = read(text, STATUS, POSTS)
    assert told in str(checked.of_table[0])
    assert len(checked.facts) == 1
    assert not checked.stands


NO_TABLES = {
    "": Mistake.UNREADABLE,
    " \t \n\t\n": Mistake.UNREADABLE,
    'kode;nilai\n32.73;"merah\n32.04;jingga': Mistake.UNREADABLE,
    "apel\tmerah\njeruk\thijau": Mistake.NO_REGION,
    "kode\tX\tY\n32.73\tmerah\t1": Mistake.HEADER,
    "32.73\tmerah\t1": Mistake.HEADER,
    "32.73\tmerah\n" * 5001: Mistake.TOO_MANY,
    "x" * 4_000_001: Mistake.TOO_MANY,
    "32.73\t" + "x" * 5000: Mistake.UNREADABLE,
    "32.73" + "\tx" * 61: Mistake.TOO_MANY,
}


def test_what_is_no_table_of_regions_is_refused() -> None:
    found = [refusal(text).mistake for text in NO_TABLES]
    assert found == [*NO_TABLES.values()]


def test_a_quotation_mark_in_a_copied_cell_is_a_letter() -> None:
    reading, _ = read('Kota Bandung\t"Siaga" merah\nKota Cimahi\thijau')
    assert reading.rows[0].value_text == '"Siaga" merah'
