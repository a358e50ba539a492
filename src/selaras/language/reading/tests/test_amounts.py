"""Amounts are read from running text, in every way in which people write them."""

from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.language.numbers import format_number
from selaras.language.reading.amounts import Amount, Bound, amounts
from selaras.language.reading.words import Reading

pytestmark = pytest.mark.no_database

DIGITS = [
    ("Suara sah 1.200.000.", "1.200.000 = 1200000"),
    ("Anggaran 1.200.000,00 lagi", "1.200.000,00 = 1200000.00"),
    ("Capaian 58,6 saja", "58,6 = 58.6"),
    ("Sebanyak 25000 orang", "25000 orang = 25000 orang"),
    ("Tercatat 164.227.475.Selisihnya", "164.227.475 = 164227475"),
    ("paslon 02 dpt 58.59% lawan 24.95%", "58.59% = 58.59 %; 24.95% = 24.95 %"),
    ("Naik 58.590% kata dia", "58.590% = 58.590 %"),
    ("Kenaikan 12.50 persen", "12.50 persen = 12.50 %"),
    ("Butuh 3.5 juta dosis", "3.5 juta dosis = 3500000 dosis"),
    ("Prabowo 58.59, Anies 24,95", "58.59 = 58.59; 24,95 = 24.95"),
    ("Suara 27,040,878 suara", "27,040,878 suara = 27040878 suara"),
    ("Hadir 1,200 orang", "1,200 orang = 1200 orang"),
    ("Berat 1,250 kg", "1,250 kg = 1.250 kg"),
    ("Turun -3,4 persen", "-3,4 persen = -3.4 %"),
    ("Tumbuh minus 2,07 persen", "minus 2,07 persen = -2.07 %"),
    ("𝟱𝟴,𝟲 persen dan ６０％", "58,6 persen = 58.6 %; 60% = 60 %"),
]
MAGNITUDES = [
    ("Rp 3 rb saja", "Rp 3 rb = 3000 IDR"),
    ("harga 10rb per liter", "10rb = 10000"),
    ("dapat 2jt kak", "2jt = 2000000"),
    ("dapat 2 jt kak", "2 jt = 2000000"),
    ("diisi 40rb-an anjay", "40rb-an = 40000 about"),
    ("senilai 15,36 triliun", "15,36 triliun = 15360000000000"),
    ("untuk 12,8 juta penerima BPUM", "12,8 juta penerima = 12800000 penerima"),
    ("10 ribuan warga", "10 ribuan warga = 10000 about warga"),
    ("pengikut 10k", "10k = 10000"),
    ("1 juta 200 ribu orang", "1 juta 200 ribu orang = 1200000 orang"),
    ("belanja 3.000 triliun", "3.000 triliun = 3000000000000000"),
    ("ratusan ribu warga, puluhan juta dosis", ""),
]
MONEY = [
    ("UMP Rp2.036.947.", "Rp2.036.947 = 2036947 IDR"),
    ("iuran Rp. 45.000,- per bulan", "Rp. 45.000,- = 45000 IDR"),
    ("iuran IDR 45.000", "IDR 45.000 = 45000 IDR"),
    ("iuran 45.000 rupiah", "45.000 rupiah = 45000 IDR"),
    ("bantuan 2,1 juta rupiah", "2,1 juta rupiah = 2100000 IDR"),
    ("bantuan Rp2,1 juta", "Rp2,1 juta = 2100000 IDR"),
    ("bantuan rp2jt", "rp2jt = 2000000 IDR"),
    ("bantuan Rp600 ribu", "Rp600 ribu = 600000 IDR"),
    ("bantuan Rp45,000", "Rp45,000 = 45000 IDR"),
    ("bantuan Rp1,200,000.00", "Rp1,200,000.00 = 1200000.00 IDR"),
    ("aset Rp 112,650 juta", "Rp 112,650 juta = 112650000 IDR"),
    ("aset Rp2,5 M dan Rp 3 T", "Rp2,5 M = 2500000000 IDR; Rp 3 T = 3000000000000 IDR"),
    ("rugi -Rp500", "-Rp500 = -500 IDR"),
    ("2 juta 36 ribu 947 rupiah", "2 juta 36 ribu 947 rupiah = 2036947 IDR"),
    ("parkir 500 perak", "500 perak = 500 IDR"),
    ("harga Rp10.000/liter", "Rp10.000 = 10000 IDR"),
    ("hibah US$ 10 juta", "$ 10 juta = 10000000 USD"),
    ("Rp45.000 (empat puluh lima ribu rupiah)",
     "Rp45.000 = 45000 IDR; empat puluh lima ribu rupiah = 45000 IDR"),
]  # fmt: skip
WORDS = [
    ("dua puluh lima ribu orang", "dua puluh lima ribu orang = 25000 orang"),
    ("sepuluh ribu lima ratus rupiah", "sepuluh ribu lima ratus rupiah = 10500 IDR"),
    ("TIGA JUTA RUPIAH", "TIGA JUTA RUPIAH = 3000000 IDR"),
    ("dua belas setengah persen", "dua belas setengah persen = 12.5 %"),
    ("12 setengah persen", "12 setengah persen = 12.5 %"),
    ("dua koma lima persen", "dua koma lima persen = 2.5 %"),
    ("dua koma nol lima persen", "dua koma nol lima persen = 2.05 %"),
    ("58 koma 6 persen", "58 koma 6 persen = 58.6 %"),
    ("lima puluh delapan koma lima sembilan", "lima puluh delapan koma lima sembilan = 58.59"),
    ("karantina lima hari", "lima hari = 5 hari"),
    ("lebih seratus", "seratus = 100"),
    ("tinggal sebelas", "sebelas = 11"),
    ("setengah juta warga", "setengah juta warga = 500000 warga"),
    ("satu setengah juta", "satu setengah juta = 1500000"),
    ("separuh warga", "separuh = 50 %"),
    ("setengah dari sasaran", "setengah = 50 %"),
    ("seperempat sasaran", "seperempat = 25 %"),
    ("tiga perempat sasaran", "tiga perempat = 75 %"),
    ("dua pertiga kapasitas", "dua pertiga = 66.67 %"),
    ("setengah jam", "setengah jam = 0.5 jam"),
    ("setengah persen", "setengah persen = 0.5 %"),
    ("duapuluh lima ribu, limabelas persen", "duapuluh lima ribu = 25000; limabelas persen = 15 %"),
    ("seratusan orang", "seratusan orang = 100 about orang"),
    ("karantina seminggu di asrama", "seminggu = 1 minggu"),
    ("tiga ribu triliun rupiah", "tiga ribu triliun rupiah = 3000000000000000 IDR"),
    ("dua-tiga hari, dua tiga hari", "dua-tiga hari = 2..3 hari; dua tiga hari = 2..3 hari"),
    ("setengah mati, setengah hati", ""),
    ("salah satu warga, satu per satu", ""),
    ("dua dua dua, nol delapan satu tiga", ""),
    ("Kabupaten Lima Puluh Kota, Simpang Lima, Kepulauan Seribu", ""),
    ("sebulan sekali, sehari sebelum berangkat, Rp50 ribu sebulan", "Rp50 ribu = 50000 IDR"),
]
LABELS = [
    ("PPKM Level 3.", "3 = 3"),
    ("PPKM Level IV", "IV = 4"),
    ("peserta kelas III", "III = 3"),
    ("peserta kelas tiga BPJS", "tiga = 3"),
    ("msh lvl 3 kak", "3 = 3"),
    ("level3, Level-3, Level: 3", "3 = 3; 3 = 3; 3 = 3"),
    ("lvl2 kak, Level2 dan 3", "2 = 2; 2 = 2; 3 = 3"),
    ("Level 3 hari ini", "3 = 3"),
    ("Level 3 dan 4", "3 = 3; 4 = 4"),
    ("Level III dan IV", "III = 3; IV = 4"),
    ("tahap II-III", "II-III = 2..3"),
    ("Level 3, 5 kabupaten", "3 = 3; 5 kabupaten = 5 kabupaten"),
    ("Level IV sampai 4 Oktober 2021", "IV = 4"),
    ("gelombang 47 dibuka", "47 = 47"),
    ("Perang Dunia II, Paus Yohanes Paulus II", ""),
]
RANGES = [
    ("3–5 hari", "3-5 hari = 3..5 hari"),
    ("3 - 5 hari, 3 -5 hari", "3 - 5 hari = 3..5 hari; 3 -5 hari = 3..5 hari"),
    ("10 hingga 20 persen", "10 hingga 20 persen = 10..20 %"),
    ("10 s.d. 20 persen, 10 s/d 20%", "10 s.d. 20 persen = 10..20 %; 10 s/d 20% = 10..20 %"),
    ("antara 40 dan 50 persen", "40 dan 50 persen = 40..50 %"),
    ("3% sampai 5%", "3% sampai 5% = 3..5 %"),
    ("Rp1-2 juta", "Rp1-2 juta = 1000000..2000000 IDR"),
    ("Rp800 ribu–Rp1,2 juta", "Rp800 ribu-Rp1,2 juta = 800000..1200000 IDR"),
    ("Rp200 ribu sampai Rp250 ribu", "Rp200 ribu sampai Rp250 ribu = 200000..250000 IDR"),
    ("3 sampai 5,5 juta orang", "3 sampai 5,5 juta orang = 3000000..5500000 orang"),
    ("lima sampai tujuh hari", "lima sampai tujuh hari = 5..7 hari"),
    ("usia 12–17 tahun", "12-17 tahun = 12..17 tahun"),
    ("naik dari 10 hingga 20 persen", "10 = 10; 20 persen = 20 %"),
    (
        "14,8 persen pada 2022 ke 17,6 persen pada 2023",
        "14,8 persen = 14.8 %; 17,6 persen = 17.6 %",
    ),
    ("skor 3-1", ""),
]
BEFORE = [
    ("lebih dari 50 persen", "lebih dari | 50 persen = 50 more_than %"),
    ("lebih dari\n50 persen", "lebih dari | 50 persen = 50 more_than %"),
    ("di atas 50%", "di atas | 50% = 50 more_than %"),
    ("melampaui tiga juta rupiah", "melampaui | tiga juta rupiah = 3000000 more_than IDR"),
    ("menembus angka 3 juta", "menembus angka | 3 juta = 3000000 more_than"),
    (">50 persen", "> | 50 persen = 50 more_than %"),
    ("hampir 98%", "hampir | 98% = 98 almost %"),
    ("nyaris 200 orang", "nyaris | 200 orang = 200 almost orang"),
    ("hampir mencapai 98%", "hampir mencapai | 98% = 98 almost %"),
    ("kurang dari 5 hari", "kurang dari | 5 hari = 5 less_than hari"),
    ("dibawah 10%", "dibawah | 10% = 10 less_than %"),
    ("Belum sampai separuh warga", "Belum sampai | separuh = 50 less_than %"),
    ("tidak sampai 50 persen", "tidak sampai | 50 persen = 50 less_than %"),
    ("belum juga mencapai 70%", "belum juga mencapai | 70% = 70 less_than %"),
    ("ga nyampe 50%", "ga nyampe | 50% = 50 less_than %"),
    ("tidak lebih dari 50 persen", "tidak lebih dari | 50 persen = 50 at_most %"),
    ("tak boleh melebihi 25%", "tak boleh melebihi | 25% = 25 at_most %"),
    ("tidak kurang dari 200 orang", "tidak kurang dari | 200 orang = 200 at_least orang"),
    ("sekitar 200 orang", "sekitar | 200 orang = 200 about orang"),
    ("kurang lebih 200 orang", "kurang lebih | 200 orang = 200 about orang"),
    ("± 200 orang, ~30%", "± | 200 orang = 200 about orang; ~ | 30% = 30 about %"),
    ("kira2 3 hari", "kira2 | 3 hari = 3 about hari"),
    ("minimal 3 hari", "minimal | 3 hari = 3 at_least hari"),
    ("setidaknya ada 20 orang", "setidaknya ada | 20 orang = 20 at_least orang"),
    ("sedikitnya 10 kasus", "sedikitnya | 10 kasus = 10 at_least kasus"),
    ("paling sedikit 2 orang", "paling sedikit | 2 orang = 2 at_least orang"),
    ("mulai dari Rp50 ribu", "mulai dari | Rp50 ribu = 50000 at_least IDR"),
    ("paling lama 3 hari", "paling lama | 3 hari = 3 at_most hari"),
    ("maks. 50%", "maks. | 50% = 50 at_most %"),
    ("vaksinasi belum 50 persen", "belum | 50 persen = 50 less_than %"),
    ("paling lambat 10 hari kerja", "paling lambat | 10 hari = 10 at_most hari"),
    ("maksimal hingga 50 persen", "maksimal hingga | 50 persen = 50 at_most %"),
    ("kapasitas hingga 50 persen", "hingga | 50 persen = 50 at_most %"),
    ("naik hingga 58 persen", "58 persen = 58 %"),
    ("kapasitas naik hingga 75 persen", "75 persen = 75 %"),
    ("upah minimum Rp2.036.947", "Rp2.036.947 = 2036947 IDR"),
    ("Lebih dari itu. 50 persen", "50 persen = 50 %"),
    ("sekitar 3-5 hari", "sekitar | 3-5 hari = 3..5 hari"),
    ("antara 40 dan 50 persen", "antara | 40 dan 50 persen = 40..50 %"),
]
BEHIND = [
    ("200 orang lebih.", "200 orang lebih = 200 more_than orang"),
    ("50% lebih", "50% lebih = 50 more_than %"),
    ("3 juta lebih", "3 juta lebih = 3000000 more_than"),
    ("200 lebih orang", "200 lebih orang = 200 more_than orang"),
    ("50 persen lebih tinggi", "50 persen = 50 %"),
    ("3 hari lebih cepat", "3 hari = 3 hari"),
    ("5 tahun ke atas", "5 tahun ke atas = 5 at_least tahun"),
    ("5 orang atau lebih", "5 orang atau lebih = 5 at_least orang"),
    ("50%-an, 30 persenan", "50%-an = 50 about %; 30 persenan = 30 about %"),
    ("40-an orang, 40an orang", "40-an orang = 40 about orang; 40an orang = 40 about orang"),
]
UNITS = [
    ("120 jam", "120 jam = 120 jam"),
    ("5 hr, 2 mgg", "5 hr = 5 hari; 2 mgg = 2 minggu"),
    ("dua pekan", "dua pekan = 2 minggu"),
    ("karantina 5 x 24 jam", "5 x 24 jam = 120 jam"),
    ("karantina 3x24 jam", "3x24 jam = 72 jam"),
    ("1.454.640 suara, terpaut", "1.454.640 suara = 1454640 suara"),
    ("640 pelaku usaha", "640 pelaku = 640 pelaku"),
    ("2.000 buah masker", "2.000 buah = 2000 buah"),
    ("karantina 5 (lima) hari", "5 (lima) hari = 5 hari"),
    ("potongan 25 (dua puluh lima) persen", "25 (dua puluh lima) persen = 25 %"),
    ("paling banyak 50% (lima puluh persen)", "50% = 50 at_most %; lima puluh persen = 50 %"),
    ("31 meter kubik", "31 meter = 31 meter"),
    ("720.275 pada malam itu", "720.275 = 720275"),
    ("720.275 mengungguli lawannya", "720.275 = 720275"),
    ("720.275\nPrabowo 1.200", "720.275 = 720275; 1.200 = 1200"),
    ("Jabar\t2.451.383\t720.275", "2.451.383 = 2451383; 720.275 = 720275"),
    ("jumlah TPS 823.236", "823.236 = 823236"),
    ("kasus bertambah 30 hari ini", "30 = 30"),
    ("turun 2 persen poin", "2 persen poin = 2 poin"),
    ("61,3 persennya", "61,3 persennya = 61.3 %"),
]
ELSEWHERE = [
    "20 September 2021", "21/9/2021", "Jumat (5/11)", "Kamis (8/ 9)", "14–20 September 2021",
    "20, 21, dan 22 September", "5 hingga 10 September", "tanggal 20", "Senin 20", "2021-09-20",
    "tujuh belas Agustus", "tahun 2021", "pada 2022", "Data 2024 menunjukkan",
    "2021-2022",
    "Pemilu 2024 suara Ganjar", "UMP 2022 Jawa Tengah", "tahun 90-an", "pada 1990-an",
    "September 2021",
    "dua hari lagi", "tiga tahun yang lalu",
    "pukul 11.00", "pukul 11.00–21.30 WIB", "jam 10 pagi - 9 malem", "jam 8 mlm", "10.30",
    "jam delapan malam", "pukul setengah delapan", "11.00–21.30 WIB", "sampai 9 malam", "10:30",
    "0254-555-0336", "(022) 5550119", "+62 813-5550-1131", "+6281355501131", "0813 5550 1131",
    "call center 119", "hubungi 112", "1500-533", "nomor 129", "NIK 3204123456780001",
    "Nomor 42 Tahun 2021", "Inmendagri 43/2021", "UU 14/2008", "UU 14 Tahun 2008", "No. 42",
    "Pasal 5 dan 6", "ayat (2)", "Pasal 5 ayat (1) dan (2)", "tabel 1", "RT 5",
    "Covid-19", "covid 19", "kode pos 40123", "paslon 02", "nomor urut 2", "vaksin dosis 1",
    "dosis satu di Brebes", "B1234XY", "ke-3", "abad ke-21", "G20", "4G", "#2024", "24/7", "50:50",
    "H+7", "H-3", "62 813 5550 1131", "tanggal 1 s.d. 15",
    "Industri 4.0", "192.168.1.1", "1.1.1.1.1", "\n1. Kota Serang", "Syarat: (1) KTP, (2) KK",
    "https://contoh.id/2021/5", "Naik 51, 42 persen",
]  # fmt: skip

TABLE = [*DIGITS, *MAGNITUDES, *MONEY, *WORDS, *LABELS, *RANGES, *BEHIND, *UNITS]


def read(text: str) -> list[Amount]:
    return amounts(Reading(text))


def said(text: str, amount: Amount, *, outset: bool = False) -> str:
    """An amount as the tables write it: comparator | span = number bound unit."""
    folded = Reading(text).text
    comparator = folded[amount.outset : amount.start].strip()
    bound = "" if amount.bound in {Bound.EXACT, Bound.BETWEEN} else amount.bound.value
    number = f"{amount.low}" if amount.low == amount.high else f"{amount.low}..{amount.high}"
    assert (amount.bound is Bound.BETWEEN) == (amount.low < amount.high)
    words = [folded[amount.start : amount.end], "=", number, bound, amount.unit]
    start = [comparator, "|"] if outset and comparator else []
    return " ".join(word for word in [*start, *words] if word)


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_what_a_text_says(text: str, expected: str) -> None:
    assert "; ".join(said(text, amount) for amount in read(text)) == expected.replace(
        "lebih dari | ", ""
    )


@pytest.mark.parametrize(("text", "expected"), BEFORE, ids=[text for text, _ in BEFORE])
def test_what_bounds_it_from_before(text: str, expected: str) -> None:
    assert "; ".join(said(text, amount, outset=True) for amount in read(text)) == expected


@pytest.mark.parametrize("text", ELSEWHERE)
def test_dates_times_telephones_and_names_are_no_amounts(text: str) -> None:
    assert read(text) == []
    assert read(f"Menurut warga, {text}, kata dia.") == []


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("58,6", "0.1"), ("58,60%", "0.01"), ("200 orang", "1"), ("1,2 juta", "100000"),
        ("tiga juta", "1000000"), ("Rp600 ribu", "1000"), ("lima puluh persen", "1"),
        ("sepuluh ribu lima ratus", "100"), ("separuh", "5"), ("setengah juta", "100000"),
        ("dua belas setengah persen", "0.1"), ("5 x 24 jam", "24"),
        ("15,36 triliun", "10000000000"),
    ],
)  # fmt: skip
def test_the_step_is_what_the_last_digit_is_worth(text: str, step: str) -> None:
    assert [amount.step for amount in read(text)] == [Decimal(step)]


@pytest.mark.parametrize(
    ("text", "spelled", "roman"),
    [
        ("lima hari", True, False), ("5 hari", False, False), ("Level IV", False, True),
        ("1,2 juta", False, False), ("separuh", True, False),
    ],
)  # fmt: skip
def test_words_and_roman_numerals_are_told_apart(text: str, spelled: bool, roman: bool) -> None:
    assert [(amount.spelled, amount.roman) for amount in read(text)] == [(spelled, roman)]


@pytest.mark.parametrize(
    "part", ["1", "1.", "1-", "1/", "(", "dua ", "rp ", "0812 ", "tidak lebih dari ", "\n", "a5"]
)
def test_a_hostile_text_takes_no_time(part: str) -> None:
    reading = Reading(part * (60_000 // len(part)))
    assert len(reading.tokens) >= 0
    before = process_time()
    assert amounts(reading) == []
    assert process_time() - before < 1


NUMBERS = st.builds(
    lambda digits, places: Decimal(f"{digits}E-{places}"),
    st.integers(min_value=-(10**20), max_value=10**20),
    st.integers(min_value=0, max_value=10),
)


@settings(deadline=None)
@given(NUMBERS)
def test_every_number_that_we_write_is_read_back(number: Decimal) -> None:
    found = read(f"Angka itu tercatat sebanyak {format_number(number)} ton di sana.")
    assert [(amount.low, amount.high, amount.unit) for amount in found] == [(number, number, "ton")]


DIGIT_WORDS = [
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
]  # fmt: skip
HOSTILE = """
    5 12 2021 20,5 % persen Rp rp juta rb dua tiga puluh setengah koma level iii - / . , ( ) dan
    hingga antara dari lebih tidak sampai September jam hari lagi x 24 0812 + nol seminggu : an
"""
POWERS = [(10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu")]


def spell(number: int) -> str:
    """A number in words, as one says it."""
    for power, name in POWERS:
        if number >= power:
            many, rest = divmod(number, power)
            head = "seribu" if many == 1 and power == 1000 else f"{spell(many)} {name}"
            return f"{head} {spell(rest)}" if rest else head
    if number >= 100:
        head = "seratus" if number < 200 else f"{DIGIT_WORDS[number // 100]} ratus"
        return f"{head} {spell(number % 100)}" if number % 100 else head
    if number >= 20:
        head = f"{DIGIT_WORDS[number // 10]} puluh"
        return f"{head} {DIGIT_WORDS[number % 10]}" if number % 10 else head
    if number > 11:
        return f"{DIGIT_WORDS[number - 10]} belas"
    return {10: "sepuluh", 11: "sebelas"}.get(number) or DIGIT_WORDS[number]


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_every_number_in_words_is_read_back(number: int) -> None:
    found = read(f"Tercatat {spell(number)} dosis di sana.")
    assert [(amount.low, amount.unit, amount.spelled) for amount in found] == [
        (number, "dosis", True)
    ]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([*HOSTILE.split(), "\n"]), max_size=30),
    st.sampled_from(["", " "]),
)  # fmt: skip
def test_amounts_stand_in_order_and_apart_whatever_the_text(parts: list[str], blank: str) -> None:
    text = blank.join(parts)
    found = read(text)
    ends = [0, *(amount.end for amount in found)]
    for end, amount in zip(ends, found, strict=False):
        assert end <= amount.start < amount.end <= len(text)
        assert amount.outset <= amount.start
        assert amount.low <= amount.high
        assert amount.step > 0
