"""Every row adds up to its total, every level to the one above, and every row is a place."""

import pytest

from selaras.institutions.models import Region
from selaras.language.numbers import format_number
from selaras.tallies.checking import SHOWN
from selaras.tallies.errors import InvalidSheet
from selaras.tallies.tests.counting import (
    HEAD,
    REAL,
    THREE,
    checked,
    csv_of,
    every_region,
    make_tally,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]


def flaws(text: str, **options: bool) -> list[str]:
    with pytest.raises(InvalidSheet) as refused:
        checked(text, **options)
    return [str(flaw) for flaw in refused.value.flaws]


def test_the_result_of_2024_adds_up() -> None:
    found = checked(REAL.read_text(encoding="utf-8"))
    assert found.whole.votes == (40_971_906, 96_214_691, 27_040_878)
    assert found.whole.total == 164_227_475
    assert (found.scope, found.computed, found.absent) == ("00", True, ())


def test_one_changed_digit_names_its_row_both_sums_and_the_difference() -> None:
    text = REAL.read_text(encoding="utf-8").replace("1400093", "1400094")
    assert flaws(text) == [
        "Baris 5, Riau: jumlah ketiga pilihan 3.688.505, tetapi suara_sah 3.688.504; selisih 1."
    ]


@pytest.mark.parametrize("digit", range(0, 1800, 37))
def test_no_changed_digit_goes_unseen(digit: int) -> None:
    text = REAL.read_text(encoding="utf-8")
    head, _, body = text.partition("\n")
    places = [place for place, letter in enumerate(body) if letter.isdigit()]
    place = places[digit % len(places)]
    other = str((int(body[place]) + 1) % 10)
    assert flaws(f"{head}\n{body[:place]}{other}{body[place + 1 :]}")


def test_a_national_row_must_be_the_sum_of_all_others() -> None:
    assert checked({"00": (41, 27)} | THREE).computed is False
    text = csv_of({"00": (41, 28)} | THREE)
    assert flaws(text) == [
        "Baris 2, Indonesia: paslon_02_budi: jumlah 3 provinsi dan luar negeri 27, "
        "tetapi baris ini 28; selisih 1.",
        "Baris 2, Indonesia: suara_sah: jumlah 3 provinsi dan luar negeri 68, "
        "tetapi baris ini 69; selisih 1.",
    ]


def test_a_province_must_be_the_sum_of_its_regencies() -> None:
    rows = every_region()
    assert len(checked(rows).rows) == 38 + 514 + 1 + 1
    ani, budi = rows["32"]
    told = flaws(csv_of(dict(rows) | {"32": (ani - 1, budi + 1)}))
    for part, given, total in (("ani", ani - 1, ani), ("budi", budi + 1, budi)):
        numbers = f"{format_number(total)}, tetapi baris ini {format_number(given)}; selisih 1."
        (one,) = (flaw for flaw in told if part in flaw)
        assert one.endswith(f"jumlah 27 baris di bawahnya {numbers}")


def test_regencies_without_their_province_cannot_be_compared() -> None:
    told = flaws(csv_of({"11": (1, 2), "32.73": (3, 4), "32.04": (5, 6)}))
    assert told == [
        "Baris 3, Kota Bandung: baris provinsinya (kode 32) tidak ada. "
        "Tambahkan jumlah provinsi itu."
    ]


def test_a_count_of_one_province_has_that_province_as_its_whole() -> None:
    found = checked({"32": (8, 10), "32.73": (3, 4), "32.04": (5, 6)})
    assert (found.scope, found.whole.votes) == ("32", (8, 10))


def test_a_code_may_lack_its_point() -> None:
    text = f"{HEAD}\n32,Jawa Barat,3,4,7\n3273,Kota Bandung,3,4,7\n"
    assert [row.code for row in checked(text).rows] == ["32", "32.73"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("10,Aceh,1,2,3", 'kode wilayah "10" tidak dikenal'),
        ("32.73.01,Sukasari,1,2,3", 'kode wilayah "32.73.01" tidak dikenal'),
        (",Aceh,1,2,3", "kode wilayahnya tidak ada"),
        ("13,Riau,1,2,3", "kode 13 adalah Provinsi Sumatera Barat, bukan Riau. Kode Riau: 14."),
        ("13,Jambi,1,2,3", "bukan Jambi. Kode Jambi: 15, 15.71."),
        ("12,Sumut,1,2,3", "kode 12 sudah ada di baris 2 (Sumatera Utara)"),
        ("13,,1,2,3", "namanya kosong atau tidak wajar"),
        ("13,=1+1,1,2,3", "namanya kosong atau tidak wajar"),
        (f"13,{'a' * 101},1,2,3", "namanya kosong atau tidak wajar"),
    ],
)
def test_a_row_that_is_no_place_or_twice_is_told(row: str, words: str) -> None:
    (told,) = flaws(f"{HEAD}\n12,Sumatera Utara,1,2,3\n{row}\n")
    assert told.startswith("Baris 3")
    assert words in told


def test_all_flaws_are_told_at_once_in_the_order_of_lines() -> None:
    told = flaws(f"{HEAD}\n11,Aceh,1,2,4\n12,Sumut,x,2,3\n15,Riau,1,2,3\n13,Sumbar,1\n")
    assert [one.partition(",")[0] for one in told] == [f"Baris {line}" for line in (2, 3, 4, 5)]


def test_of_very_many_flaws_the_first_are_told_with_their_number() -> None:
    text = "\n".join([HEAD, *["10,Entah,1,2,3"] * 400])
    with pytest.raises(InvalidSheet, match=f"{SHOWN} yang pertama"):
        checked(text)


def test_a_partial_count_keeps_what_does_not_add_up_but_nothing_else() -> None:
    text = f"{HEAD}\n11,Aceh,1,2,4\n12,Sumut,1,2,3\n"
    assert [str(one) for one in checked(text, partial=True).mismatches] == [
        "Baris 2, Aceh: jumlah kedua pilihan 3, tetapi suara_sah 4; selisih 1."
    ]
    assert "tidak dikenal" in flaws(text.replace("11,Aceh", "10,Aceh"), partial=True)[0]


def test_provinces_without_a_row_are_named_but_not_refused() -> None:
    absent = checked(THREE).absent
    assert len(absent) == 36
    assert "Provinsi Papua" in absent


def test_columns_may_stand_in_another_order_and_go_by_several_names() -> None:
    tally = make_tally()
    found = checked("kode,nama,Budi,paslon_01_ani,suara_sah\n11,Aceh,20,10,30\n", tally)
    assert found.whole.votes == (10, 20)
    assert [column.label for column in found.columns] == ["Ani", "Budi"]


def test_columns_that_are_not_the_options_are_told_with_the_rest() -> None:
    tally = make_tally()
    with pytest.raises(InvalidSheet) as refused:
        checked("kode,nama,paslon_01_ani,citra,suara_sah\n10,Aceh,20,10,30\n", tally)
    told = [str(flaw) for flaw in refused.value.flaws]
    assert 'Kolom untuk pilihan "02 Budi" tidak ada.' in told[0]
    assert 'Kolom "citra" bukan pilihan rekapitulasi ini.' in told[1]
    assert "tidak dikenal" in told[2]


def test_rows_outside_the_scope_of_a_tally_are_told() -> None:
    tally = make_tally(region=Region.objects.get(pk="32"))
    assert checked({"32.73": (3, 4), "32.04": (5, 6)}, tally).whole.votes == (8, 10)
    with pytest.raises(InvalidSheet, match="kode 99 tidak termasuk Provinsi Jawa Barat"):
        checked({"32": (1, 2), "99": (5, 6)}, tally)
