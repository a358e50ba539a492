"""Names of regions come down to one comparable form, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.language.names import RegionName, parse_name, whole_key


@pytest.mark.parametrize(
    "text",
    [
        "Kab. Bandung",
        "kab bandung",
        "KABUPATEN BANDUNG",
        "Kab.Bandung",
        "Kabupaten  Bandung ",
        "Bandung, Kabupaten",
        "Bandung Regency",
        "Ｋａｂ． Ｂａｎｄｕｎｇ",
    ],
)
def test_every_way_to_say_kabupaten_means_a_regency(text: str) -> None:
    assert parse_name(text) == RegionName("regency", "bandung")


@pytest.mark.parametrize(
    "text",
    [
        "Kota Bandung",
        "KOTA BANDUNG",
        "Kotamadya Bandung",
        "Kodya Bandung",
        "Bandung City",
        "Bandung Kota",
        "Kota-Bandung",
    ],
)
def test_every_way_to_say_kota_means_a_city(text: str) -> None:
    assert parse_name(text) == RegionName("city", "bandung")


@pytest.mark.parametrize(
    "text", ["Provinsi Jambi", "Prov. Jambi", "Propinsi Jambi", "prop. jambi", "Jambi (provinsi)"]
)
def test_every_way_to_say_provinsi_means_a_province(text: str) -> None:
    assert parse_name(text) == RegionName("province", "jambi")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kota Administrasi Jakarta Selatan", RegionName("city", "jakartaselatan")),
        ("Kota Adm. Jakarta Selatan", RegionName("city", "jakartaselatan")),
        ("Adm. Jakarta Selatan", RegionName(None, "jakartaselatan")),
        ("Kab. Adm. Kep. Seribu", RegionName("regency", "kepulauanseribu")),
        ("Kabupaten Administrasi Kepulauan Seribu", RegionName("regency", "kepulauanseribu")),
    ],
)
def test_the_administrative_regions_of_jakarta_need_not_be_called_so(
    text: str, expected: RegionName
) -> None:
    assert parse_name(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pematangsiantar", "Pematang Siantar"),
        ("Bau-Bau", "Baubau"),
        ("Bau Bau", "Baubau"),
        ("Toli-Toli", "Tolitoli"),
        ("Tojo Una-Una", "Tojo Una Una"),
        ("Fak-Fak", "Fakfak"),
        ("Palangka Raya", "Palangkaraya"),
        ("Kep. Riau", "Kepulauan Riau"),
        ("D.I. Yogyakarta", "DI Yogyakarta"),
        ("Pangkajene & Kepulauan", "Pangkajene dan Kep."),
        ("Rote\u200b-Ndao", "ROTE NDAO"),
    ],
)
def test_blanks_hyphens_and_points_do_not_matter(one: str, other: str) -> None:
    assert parse_name(one) == parse_name(other)


def test_different_spellings_stay_different() -> None:
    assert parse_name("Padang Sidempuan") != parse_name("Padangsidimpuan")


@pytest.mark.parametrize("text", ["Kotabaru", "Kotawaringin Barat", "Kotamobagu", "Provinsialat"])
def test_a_word_that_only_begins_like_a_kind_is_part_of_the_name(text: str) -> None:
    assert parse_name(text).kind is None


@pytest.mark.parametrize("text", ["Kota", "Kab.", "Kota Administrasi"])
def test_a_kind_alone_is_the_name_itself(text: str) -> None:
    assert parse_name(text) == RegionName(None, whole_key(text))


@pytest.mark.parametrize("text", ["", "   ", "--", "\u200b"])
def test_text_without_letters_has_an_empty_key(text: str) -> None:
    assert parse_name(text) == RegionName(None, "")


def test_the_whole_key_keeps_the_words_of_kind() -> None:
    assert whole_key("Lima Puluh Kota") == whole_key("Limapuluh-Kota") == "limapuluhkota"


@given(st.text())
def test_a_key_holds_nothing_but_letters_and_digits_and_is_its_own_key(text: str) -> None:
    key = whole_key(text)
    assert not any(letter.isspace() or letter in "-.,_/&" for letter in key)
    assert parse_name(text).key in key
