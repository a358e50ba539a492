"""What small texts state: of which regions and days, and what states nothing at all."""

from datetime import date

import pytest

from selaras.alignment.engine.tests.scenes import found_in, read_text, said_of

pytestmark = pytest.mark.no_database

PROVINCE, CITY = "32", "32.73"
COUNTED = date(2024, 3, 25)


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        ("Kota Bandung dan Kabupaten Garut berada di PPKM Level 2.", PROVINCE,
         ["32.05 Level 2", "32.73 Level 2"]),
        ("PPKM Level 2 berlaku di Garut, Ciamis, dan Semarang.", "00",
         ["32.05 Level 2", "32.07 Level 2", "33.74 Level 2"]),
        ("Kota Bandung di Level 3, sedangkan Kabupaten Garut di Level 2.", PROVINCE,
         ["32.73 Level 3", "32.05 Level 2"]),
        ("Cakupan uji Kota Bandung dan Kota Cimahi masing-masing 45 persen dan 50 persen.",
         PROVINCE, ["32.73 45 persen", "32.77 50 persen"]),
        ("Kota Bandung dan Kota Cimahi dievaluasi. Keduanya berada di PPKM Level 2.", PROVINCE,
         ["32.73 Level 2", "32.77 Level 2"]),
        ("Gubernur Jawa Barat meninjau Kota Cimahi. Daerah itu berada di PPKM Level 2.", PROVINCE,
         ["32.77 Level 2"]),
        ("Kota kami kini di PPKM Level 4.", CITY, ["32.73 Level 4"]),
        ("Kami menerapkan PPKM Level 3.", CITY, ["32.73 Level 3"]),
        ("Kami menerapkan PPKM Level 3.", PROVINCE, []),
        ("Kota Cirebon di PPKM Level 3, kabupatennya Level 4.", PROVINCE,
         ["32.74 Level 3", "32.09 Level 4"]),
        ("Bandung menerapkan PPKM Level 3.", CITY, ["32.73 Level 3"]),
        ("Bandung menerapkan PPKM Level 3.", "32.04", ["32.04 Level 3"]),
        ("Bandung menerapkan PPKM Level 3.", PROVINCE, []),
        ("BREBES - PPKM di sini masih Level 4.", "33.29", ["33.29 Level 4"]),
        ("Di Jakarta, paslon 03 meraih 1,1 juta suara dan di Jawa Barat 2,8 juta suara.", "00",
         ["31 1,1 juta suara", "32 2,8 juta suara"]),
        ("Kapasitas uji paling banyak 50 persen.", CITY, ["32 50 persen"]),
        ("ppkm kota bandung skrg lvl 4 ya gaes", PROVINCE, ["32.73 lvl 4"]),
        ("PPKM 𝐋𝐞𝐯𝐞𝐥\u200b 𝟒 di Kota Bandung", PROVINCE, ["32.73 𝐋𝐞𝐯𝐞𝐥\u200b 𝟒"]),
    ],
)  # fmt: skip
def test_a_value_is_said_of_the_regions_that_a_reader_means(
    text: str, speaker: str, expected: list[str]
) -> None:
    assert said_of(text, speaker) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Status PPKM terkini:\n- Kota Bandung: Level 3\n- Kabupaten Garut: Level 2",
         ["32.73 Level 3", "32.05 Level 2"]),
        ("Cakupan uji\n1. Kota Bandung 45 persen\n2. Kota Cimahi 50 persen",
         ["32.73 45 persen", "32.77 50 persen"]),
        ("Perkembangan PPKM\nKota Bandung berada di Level 4.", ["32.73 Level 4"]),
        ("Daerah | Level PPKM\nKota Bandung | 3\nKabupaten Garut | 4",
         ["32.73 3", "32.05 4"]),
        ("Daerah\tCakupan uji\nKota Bandung\t45 persen\nKota Cimahi\t50 persen",
         ["32.73 45 persen", "32.77 50 persen"]),
        ("Daerah\tLevel PPKM\tLuas\nKota Bandung\t3\n", []),  # cells that do not fit the head
    ],
)  # fmt: skip
def test_lists_headings_and_tables_carry_their_subject(text: str, expected: list[str]) -> None:
    assert said_of(text, PROVINCE) == expected


def test_a_column_of_a_table_has_the_days_of_its_heading() -> None:
    text = (
        "Level PPKM menurut daerah\n"
        "Daerah\t14-20 September 2021\t21 September-4 Oktober 2021\n"
        "Kabupaten Brebes\t4\t3\nKabupaten Garut\t2\t3"
    )
    firsts = [one.first.isoformat() for one in read_text(text) if one.first]
    assert firsts == ["2021-09-14", "2021-09-21"] * 2
    assert found_in(text) == ["32.05 conflicting 3"]


@pytest.mark.parametrize(
    "text",
    [
        "Beredar pesan berantai bahwa Kota Bandung masuk PPKM Level 4.",
        'Hoaks: "Kota Bandung PPKM Level 4"',
        "Apakah Kota Bandung masuk PPKM Level 4?",
        "Jika kasus naik, Kota Bandung masuk PPKM Level 4.",
        "Kota Bandung berencana turun ke PPKM Level 2.",
        "Kota Bandung akan masuk PPKM Level 2.",
        "Sebelumnya Kabupaten Brebes berada di PPKM Level 4.",
        "Pada daerah Level 1 PPKM, pasar boleh buka.",
        "Sebanyak 42 daerah berada pada Level 2 dan 86 pada Level 3 dalam PPKM.",
        "Aturan Level 3 dan 4 berbeda di kota kami.",
        "Peserta pelatihan Level 4 PPKM di Kota Bandung lulus.",
        "Cakupan uji Kota Bandung naik 6 persen.",
        "Cakupan uji remaja di Kota Bandung 61 persen.",
        "",
    ],
)
def test_rules_hoaxes_plans_and_questions_state_nothing(text: str) -> None:
    assert said_of(text, CITY) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kabupaten Brebes berada di PPKM Level 4.", ["33.29 outdated Level 4"]),
        ("Kabupaten Brebes masih berada di PPKM Level 4.", ["33.29 outdated Level 4"]),
        ("Pada 15 September 2021, Kabupaten Brebes berada di PPKM Level 4.", []),
        ("Kabupaten Brebes berada di PPKM Level 4 pada 25 September 2021.",
         ["33.29 conflicting Level 4"]),
        ("Pekan lalu Kabupaten Brebes berada di PPKM Level 4.", []),
        ("Kabupaten Brebes turun dari Level 4 ke Level 3 PPKM.", []),
        ("Kota Bandung tidak lagi di PPKM Level 3.", ["32.73 conflicting Level 3"]),
        ("Tidak benar bahwa Kota Bandung masuk PPKM Level 4.", []),
        ("Tidak benar bahwa Kota Bandung masuk PPKM Level 3.", ["32.73 conflicting Level 3"]),
        ("PPKM berlaku 21 September sampai 4 Oktober 2021.", []),
        ("PPKM berlaku sampai 5 Oktober 2021.", ["00 conflicting 5 Oktober 2021"]),
        ("PPKM berlaku sampai 20 September 2021.", ["00 outdated 20 September 2021"]),
    ],
)  # fmt: skip
def test_history_is_judged_on_its_own_day_and_the_rest_on_today(
    text: str, expected: list[str]
) -> None:
    assert found_in(text, "33") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ganjar-Mahfud memperoleh 27.040.878 suara secara nasional.", []),
        ("Ganjar-Mahfud memperoleh 27,04 juta suara secara nasional.", []),
        ("Ganjar-Mahfud memperoleh 27.400.878 suara secara nasional.",
         ["00 conflicting 27.400.878 suara"]),
        ("Di Jakarta, paslon 03 meraih sekitar 1,1 juta suara dan di Jawa Barat 2,9 juta suara.",
         ["32 conflicting 2,9 juta suara"]),
        ("Menurut quick count, Ganjar-Mahfud memperoleh 26.000.000 suara.", []),
        ("Provinsi | Ganjar-Mahfud\nDKI Jakarta | 1.115.138\nJawa Barat | 2.820.959",
         ["32 conflicting 2.820.959"]),
    ],
)  # fmt: skip
def test_votes_are_compared_for_the_country_and_for_each_province(
    text: str, expected: list[str]
) -> None:
    assert found_in(text, today=COUNTED) == expected


def test_positions_are_code_points_of_the_text_as_given() -> None:
    text = "😀 ﬁnal: Kota Bandung di PPKM 𝐋𝐞𝐯𝐞𝐥 𝟒 👍"
    (one,) = read_text(text, PROVINCE)
    assert text[one.start : one.end] == one.passage == "𝐋𝐞𝐯𝐞𝐥 𝟒"


@pytest.mark.parametrize(
    "text",
    [
        "Per 22 September 2021 seluruh warga diminta waspada karena PPKM.",
        "Pada daerah PPKM Level 1, pasar boleh buka.",
        "Wilayah PPKM Level 4 wajib menutup pasar.",
        "Tiga daerah masih PPKM Level 4.",
        "Tidak satu pun daerah berada pada PPKM Level 4.",
        "Menurut instruksi itu, 42 daerah berada pada Level 2 dan 86 daerah pada Level 3 PPKM.",
        "Skala PPKM Level 1 sampai dengan Level 4 dipakai di Jawa.",
        "Aturan PPKM Level 3 dan 4 berbeda.",
        "Info keliru, Kota Bandung PPKM Level 4.",
        "Opsi PPKM Level 4 masih dibahas.",
    ],
)
def test_rules_counts_and_hearsay_state_nothing_of_who_speaks(text: str) -> None:
    assert said_of(text, CITY) == []


def test_a_year_before_a_region_is_no_count_of_regions() -> None:
    text = "Pada 15 September 2021 Kabupaten Brebes berada di PPKM Level 3."
    assert said_of(text, "33.29") == ["33.29 Level 3"]


def test_a_second_level_is_no_doubled_word() -> None:
    assert said_of("Kota Bandung ppkm level2 ya", CITY) == ["32.73 level2"]
