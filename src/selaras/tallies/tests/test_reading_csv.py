"""Counts in CSV: strict, tolerant of how spreadsheets write, and never guessing."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.tallies.errors import InvalidSheet
from selaras.tallies.reading import LARGEST, read_sheet
from selaras.tallies.sheet import Sheet
from selaras.tallies.tests.counting import HEAD, REAL

ROW = "11,Aceh,10,20,30"


def read(*lines: str) -> Sheet:
    return read_sheet("\n".join(lines).encode())


def refusal(data: bytes) -> str:
    with pytest.raises(InvalidSheet) as refused:
        read_sheet(data)
    return str(refused.value)


def test_the_published_result_is_read_whole() -> None:
    sheet = read_sheet(REAL.read_bytes())
    assert (len(sheet.rows), sheet.flaws) == (39, ())
    assert [(one.key, one.label) for one in sheet.columns] == [
        ("01", "Anies Muhaimin"),
        ("02", "Prabowo Gibran"),
        ("03", "Ganjar Mahfud"),
    ]


def test_a_row_has_its_line_code_name_votes_and_total() -> None:
    (row,) = read(HEAD, "", ROW).rows
    assert (row.line, row.code, row.name, row.votes, row.total) == (3, "11", "Aceh", (10, 20), 30)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + f"{HEAD}\n{ROW}\n",
        f"{HEAD}\r\n{ROW}\r\n",
        f"{HEAD}\r{ROW}",
        f"{HEAD};\n{ROW}".replace(",", ";").replace("sah;", "sah"),
        f"{HEAD}\n{ROW}".replace(",", "\t"),
        f"{HEAD.upper()}\n 11 , Aceh , 10 , 20 , 30 ",
        f"{HEAD}\n11,Aceh,10,20,30\n,,,,\n",
    ],
)
def test_what_spreadsheets_write_is_read(text: str) -> None:
    (row,) = read_sheet(text.encode()).rows
    assert (row.code, row.name, row.votes, row.total) == ("11", "Aceh", (10, 20), 30)


def test_thousands_may_be_separated_as_in_indonesian() -> None:
    (row,) = read(HEAD, "11,Aceh,3.221.235,0,3221235").rows
    assert row.votes == (3221235, 0)
    assert row.total == row.counted


def test_options_need_no_number() -> None:
    sheet = read("kode,nama,Ya,Tidak,suara_sah", "11,Aceh,1,2,3")
    assert [(one.key, one.label) for one in sheet.columns] == [("", "Ya"), ("", "Tidak")]


def test_every_bad_cell_is_told_with_its_line_place_and_column() -> None:
    sheet = read(HEAD, "11,Aceh,-1,x,30", ROW, '12,Riau,"1,5","3,221",8', "13,Jambi,,1,1")
    told = [str(flaw) for flaw in sheet.flaws]
    assert len(sheet.rows) == 1
    for part in (
        'Baris 2, Aceh: Kolom paslon_01_ani: "-1" kurang dari nol.',
        'Baris 2, Aceh: Kolom paslon_02_budi: "x" tidak dapat dibaca sebagai bilangan.',
        'Baris 4, Riau: Kolom paslon_01_ani: "1,5" bukan bilangan bulat.',
        'Baris 4, Riau: Kolom paslon_02_budi: "3,221" bukan bilangan bulat.',
        "Baris 5, Jambi: Kolom paslon_01_ani: Isian kosong.",
    ):
        assert any(one.startswith(part) for one in told), part


def test_a_count_that_nobody_can_have_is_refused() -> None:
    (flaw,) = read(HEAD, f"11,Aceh,{'9' * 40},20,30").flaws
    assert "terlalu besar" in flaw.problem


@pytest.mark.parametrize("row", ["11,Aceh,10,20", "11,Aceh,10,20,30,", "11"])
def test_a_row_of_another_length_is_told(row: str) -> None:
    (flaw,) = read(HEAD, row).flaws
    assert flaw.problem.endswith("seharusnya 5.")


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("kode,nama,suara_sah", "Urutan kolom"),
        ("kode,nama,a,b", "Tidak ada kolom suara_sah"),
        ("nama,kode,a,suara_sah", "Urutan kolom"),
        ("a", "Tidak ada kolom kode, nama, suara_sah"),
        ("kode,nama,a,a,suara_sah", "kembar"),
        ("kode,nama,,b,suara_sah", "kosong atau kembar"),
        (f"kode,nama,{'a' * 101},suara_sah", "terlalu panjang"),
        (f"kode,nama,{','.join(f'a{n}' for n in range(201))},suara_sah", "terlalu banyak"),
    ],
)
def test_headings_that_do_not_fit_are_refused_with_those_that_would(head: str, words: str) -> None:
    told = refusal(f"{head}\n{ROW}".encode())
    assert words in told
    assert told.startswith("Berkas hitungan tidak dapat dibaca. Baris 1: ")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Berkas kosong"),
        (b" \n\n", "Berkas kosong"),
        (b",,,\n", "Tidak ada kolom"),
        (HEAD.encode(), "Tidak ada baris"),
        (HEAD.encode("utf-16"), "UTF-16"),
        (
            f"{HEAD}\n{ROW}\n12,Jawa\xa0Timur".encode("latin-1"),
            "Baris 3: Bita ke-74 bukan teks UTF-8",
        ),
        (f"{HEAD}\n11,A\0ceh,1,2,3".encode(), "Baris 2: Ada karakter yang tidak terlihat (U+0000)"),
        (f"{HEAD}\n11,A\u202eceh,1,2,3".encode(), "U+202E"),
        (f'{HEAD}\n11,"Aceh,1,2,3\n{ROW}'.encode(), "Baris 2: Tanda kutip"),
        (b"x" * (LARGEST + 1), "terlalu besar"),
        ("\n".join([HEAD, *[ROW] * 20_001]).encode(), "terlalu banyak"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(data: bytes, words: str) -> None:
    assert words in refusal(data)


@settings(deadline=None, max_examples=200)
@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for whole in (data, f"{HEAD}\n".encode() + data, b'{"Election":' + data):
        with suppress(InvalidSheet):
            assert read_sheet(whole).columns
