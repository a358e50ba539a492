"""What is kept of a question: the same for the same, and nothing that names somebody."""

import pytest

from selaras.search.asked.normal import MOST_LETTERS, normalised, province_of


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  UMR   Bandung 2026?! ", "umr bandung 2026"),
        ("“Café” résumé", "cafe resume"),
        ("covid-19", "covid 19"),
        ("UU 14/2008 pasal 4", "uu 14 2008 pasal 4"),
        ("perpres 95 tahun 2018", "perpres 95 tahun 2018"),
        ("PPKM level 1 2 3 4", "ppkm level 1 2 3 4"),
        ("kode pos 40115", "kode pos #"),
        ("nomor darurat 112 119", "nomor darurat 112 119"),
        ("libur 17 agustus 2026", "libur 17 agustus 2026"),
        ("ppdb2026 jalur zonasi", "ppdb2026 jalur zonasi"),
        ("hujan ☔ banjir", "hujan banjir"),
        ("मौसम की जानकारी", "मौसम की जानकारी"),
        ("kata " * 40, ("kata " * 16).strip()),
        ("x" * 200, "x" * MOST_LETTERS),
        ("?", ""),
        ("", ""),
    ],
)
def test_what_people_type_alike_is_kept_alike(typed: str, kept: str) -> None:
    assert normalised(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "3273012501900001",
        "cek nik 32 73 01 250190 0001",
        "nik ３２７３０１２５０１９００００１",
        "nik ٣٢٧٣٠١٢٥٠١٩٠٠٠٠١",
        "hubungi 0812-3456-7890",
        "+62 812 3456 789",
        "0812.3456.789 budi",
        "08 12 34 56 78 90",
        "(021) 345 6789",
        "budi@contoh.go.id",
        "surel budi @ contoh",
        "https://contoh.id/?token=abc",
        "www.contoh.id/akun/budi",
        "npwp 09.254.294.3-407.000",
        "paspor A1234567",
        "pajak kendaraan D 1234 ABC",
        "pajak b2021xyz",
        "budi lahir 17-08-1990",
        "budi lahir 17/8/90",
        "warga rt 03 rw 05",
        "jl. merdeka barat no. 9",
        "resi jx7731kd92a",
        "kartu 4111 1111 1111 1111",
    ],
)
def test_of_a_question_with_a_sign_of_a_person_nothing_is_kept(typed: str) -> None:
    assert normalised(typed) == ""


@pytest.mark.parametrize(
    ("region", "province"),
    [("32.73", "32"), ("32", "32"), ("00", ""), ("", ""), ("32.73.01", ""), ("3x", ""), ("٣٢", "")],
)
def test_a_place_is_never_finer_than_its_province(region: str, province: str) -> None:
    assert province_of(region) == province
