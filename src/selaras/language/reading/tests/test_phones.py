"""Telephone numbers in running text: spellings, short numbers, and what is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.language.reading.phones import phones
from selaras.language.reading.words import Reading


def read(text: str) -> list[str]:
    return [phone.digits for phone in phones(Reading(text))]


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("0254-555-0336", "02545550336"),
        ("(022) 5550119", "0225550119"),
        ("(0254) 555-0336", "02545550336"),
        ("(022)5550119", "0225550119"),
        ("022 5550119", "0225550119"),
        ("022.555.0119", "0225550119"),
        ("+6281355501131", "081355501131"),
        ("+62 813-5550-1131", "081355501131"),
        ("(+62) 813 5550 1131", "081355501131"),
        ("+62 (22) 5550119", "0225550119"),
        ("62-813-5550-1131", "081355501131"),
        ("6281355501131", "081355501131"),
        ("0813 5550 1131", "081355501131"),
        ("0813.5550.1131", "081355501131"),
        ("0813–5550–1131", "081355501131"),
        ("081355501131", "081355501131"),
        ("021-1500-000", "0211500000"),
        ("0-800-1-234567", "08001234567"),
        ("1500-533", "1500533"),
        ("𝟬𝟴𝟭𝟯 𝟱𝟱𝟱𝟬 𝟭𝟭𝟯𝟭", "081355501131"),
    ],
)
def test_numbers_are_read_in_national_form_whatever_their_separators(
    written: str, digits: str
) -> None:
    text = f"Posko dapat ditanya di {written}, setiap hari."
    (phone,) = phones(Reading(text))
    assert phone.digits == digits
    folded = Reading(text).text
    assert folded[phone.start : phone.end] == Reading(written).text


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("hubungi 112", ["112"]),
        ("hubungi 119 atau 112", ["119", "112"]),
        ("call center 119 ext 9", ["1199"]),
        ("hotline 119 (ext. 9)", ["1199"]),
        ("hotline kami 129", ["129"]),
        ("telp. 14000", ["14000"]),
        ("kontak 1500 533", ["1500533"]),
        ("telepon 1-500-533", ["1500533"]),
        ("nomor darurat 112", ["112"]),
        ("SMS ke 1708", ["1708"]),
        ("WA: 081355501131", ["081355501131"]),
        ("https://wa.me/6281355501131?text=halo", ["081355501131"]),
        ("081355501131/081355501132", ["081355501131", "081355501132"]),
        ("0254-555-0336 untuk 12 orang", ["02545550336"]),
        ("0813 5550 1131 10 kali", ["081355501131"]),
        ("rekening 0123456789, telepon 0813-5550-1131", ["081355501131"]),
    ],
)
def test_short_numbers_and_several_are_read_behind_their_words(
    text: str, digits: list[str]
) -> None:
    assert read(text) == digits


@pytest.mark.parametrize(
    "text",
    [
        "pada 112 titik", "hubungi 120 orang", "layanan 24 jam", "nomor urut 02", "SMS ke 2021",
        "Nomor 42 Tahun 2021", "Perpres Nomor 112 Tahun 2020", "Keputusan Nomor 119", "2020-2021",
        "NIK 3201234567890001", "rekening 0213-4567-8901", "rekening BRI 0213-01-012345-53-1",
        "Rp0813.555.0113", "08-10-2021", "02 09 2021", "0,25", "0.123.456.789", "1.500.533",
        "081355501131000011", "0213-4567-8901-2345", "suara 1500533", "tahun 1500-1600", "119",
        "kode 081355501131", "layanan 0,112", "8-10-2021 0813",
    ],
)  # fmt: skip
def test_dates_money_accounts_and_laws_are_no_telephone_numbers(text: str) -> None:
    assert read(f"Warga mencatat {text}.") == []


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 9), st.from_regex(r"[0-9]{8,9}", fullmatch=True), st.sampled_from("- ."))
def test_each_mobile_number_reads_back_in_groups(third: int, rest: str, separator: str) -> None:
    digits = f"08{third}{rest}"
    groups = separator.join((digits[:4], digits[4:8], digits[8:]))
    for written in (digits, groups, f"+62{digits[1:]}", f"62{digits[1:]}"):
        assert read(f"Hubungi {written} segera.") == [digits]
