"""The words of numbers and units."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from selaras.language.reading.informal import INFORMAL


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


_DIGITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan"
UNITS: Mapping[str, int] = {word: value for value, word in enumerate(_DIGITS.split())}
POWERS: Mapping[str, int] = {
    "puluh": 10, "ratus": 100, "ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12,
}  # fmt: skip
# Words of one, with the magnitude that they hold: seribu is one thousand.
ONES: Mapping[str, int] = {
    f"se{word}": POWERS[word] for word in ("ribu", "juta", "miliar", "triliun")
}
# "duapuluh", "limabelas": written together, the digit and what it is multiplied by.
TOGETHER: Mapping[str, tuple[int, str]] = {
    f"{digit}{suffix}": (value, suffix)
    for digit, value in UNITS.items()
    for suffix in ("puluh", "belas", "ratus", "ribu", "juta")
}
# "dua-tiga hari" is one token.
PAIRS: Mapping[str, tuple[int, int]] = {
    f"{one}-{other}": (low, high)
    for one, low in UNITS.items()
    for other, high in UNITS.items()
    if 0 < low < high
}
# "seratusan": about a hundred.
ROUGHLY: Mapping[str, int] = {
    "sepuluhan": 10,
    "seratusan": 100,
    "seribuan": 10**3,
    "sejutaan": 10**6,
}

_spellings = {word: word for word in POWERS} | {
    written: usual for written, usual in INFORMAL.items() if usual in POWERS
}
# What multiplies a number, and whether it does so roughly ("10 ribuan", "40rb-an").
MAGNITUDES: Mapping[str, tuple[int, bool]] = {
    written + ending: (POWERS[usual], bool(ending))
    for written, usual in _spellings.items()
    for ending in ("", "an", "-an")
}
SHARES: Mapping[str, Decimal] = {
    "setengah": Decimal("0.5"), "separuh": Decimal("0.5"), "separo": Decimal("0.5"),
    "sepertiga": Decimal(1) / 3, "seperempat": Decimal("0.25"), "seperlima": Decimal("0.2"),
    "seperenam": Decimal(1) / 6, "seperdelapan": Decimal("0.125"), "sepersepuluh": Decimal("0.1"),
}  # fmt: skip
DENOMINATORS: Mapping[str, int] = {
    "pertiga": 3, "perempat": 4, "perlima": 5, "perenam": 6, "perdelapan": 8, "persepuluh": 10,
}  # fmt: skip
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii"
ROMAN: Mapping[str, int] = {numeral: value for value, numeral in enumerate(_ROMAN.split(), start=1)}
# "Level III-IV" is one token.
ROMAN_RANGES: Mapping[str, tuple[int, int]] = {
    f"{one}-{other}": (low, high)
    for one, low in ROMAN.items()
    for other, high in ROMAN.items()
    if low < high
}
OPENERS = frozenset({
    *UNITS, *ONES, *TOGETHER, *PAIRS, *ROUGHLY, *SHARES, *ROMAN, *ROMAN_RANGES,
    *(written.replace("iii", "i") for written in ROMAN_RANGES),  # as if lengthened
    "sepuluh", "sebelas", "seratus",
})  # fmt: skip

# Letters for a magnitude: "10k"; behind "Rp" also "2,5 M" and "3 T".
_K = {"k": 10**3}
LETTERS: Mapping[bool, Mapping[str, int]] = {False: _K, True: {**_K, "m": 10**9, "t": 10**12}}

DURATIONS: Mapping[str, str] = {
    "detik": "detik", "menit": "menit", "jam": "jam", "hari": "hari", "minggu": "minggu",
    "pekan": "minggu", "bulan": "bulan", "tahun": "tahun",
}  # fmt: skip
SPANS: Mapping[str, str] = {
    "semenit": "menit", "sejam": "jam", "sehari": "hari", "seminggu": "minggu",
    "sepekan": "minggu", "sebulan": "bulan", "setahun": "tahun",
}  # fmt: skip
PERCENT = frozenset({"persen", "pct", "persenan"})
# Nouns whose number says which one, and is a value.
LABELS = frozenset(
    {"level", "kelas", "tahap", "gelombang", "fase", "golongan", "tingkat", "kategori"}
)
RUPIAH = frozenset({"rupiah", "perak", "idr"})
CURRENCIES: Mapping[str, str] = {"rp": "IDR", "idr": "IDR", "usd": "USD"}
# What comes in whole pieces: a comma among its digits parts thousands.
COUNTED = words(
    "orang suara pemilih warga jiwa dosis siswa pelajar mahasiswa guru penerima peserta pasien "
    "kasus penduduk keluarga kk penumpang pegawai karyawan pekerja unit paket desa kelurahan "
    "kecamatan kabupaten kota provinsi sekolah rumah tps kendaraan kali tenaga "
    "pengunjung anak balita lansia pelanggan pengguna"
)
MEASURES = words(
    "kg kilogram kilo gram gr mg ton ons liter ltr ml m mm cm km kilometer meter hektare hektar ha "
    "lusin porsi gelas x org lembar watt kwh mb gb"
)
_UNNAMED = words("""
    hampir nyaris dekat jauh milik sempat lain lainnya tersebut dibanding berturut-turut ditambah
    ada adalah agar aja akan akhirnya alias anjay anjir antara apa apabila atas atau awal bagi
    bahkan bahwa bang banget baru begitu bestie belum besar bila bisa bro buat bukan bun cuma cuy
    dan dapat dari daripada deh demi dengan dini di doang dong dr dulu ext gan gratis guys hanya
    hehe hingga ia ialah ini itu jadi jangan jika juga kak kalau kami kamu karena ke kecil kecuali
    kemarin kepada ketika kini kita kok kurang lagi lalu lanjut lebih lewat lho lho loh lur maka
    maksimal malah mana mas masih mau maupun mereka meski meskipun min minimal mulai namun nanti
    naik nol oleh pada padahal paling para pas per pernah persis plus pula pun saat saja sah salah
    sama sambil sampai sangat sebab sebagai sebagaimana sebelum sebesar sebanyak secara sedang
    sedangkan sehingga sejak sekarang sekitar selain selama seluruh semua sementara seperti sepeser
    serta sesuai sesudah setelah setiap si sih silam supaya sudah tanggal tanpa tapi telah tentang
    terhadap tetap tetapi tiap tidak tinggi turun untuk usai usia wib wit wita wkwk wkwkwk ya yaa
    yaitu yakni yang
    senin selasa rabu kamis jumat sabtu ahad pagi siang sore
    """)
MONTHS = words("""
    januari februari maret april mei juni juli agustus september oktober november desember
    jan feb mar apr jun jul agu ags agt agust sep sept okt nov nop des pebruari nopember
    """)
# Verbs by their prefix; nouns that only look like them are known.
_VERB = re.compile(r"(?:me[mnlrwy]..|ber...|ter...|di....)")
_NOUNS = words("""
    menit meter mesin menteri member merek meninggal berkas berita beras terdakwa tersangka
    terpidana ternak terminal dinas direktur direktorat distrik dinar dirham dinamo disabilitas
    disiplin diskon divisi disertasi dimensi diplomat bersaudara terapi meriam terusan bercak
    merpati mentor melati menara terowongan
    """)
_LONGEST_NOUN = 24


@lru_cache(maxsize=16_384)
def is_noun(word: str) -> bool:
    """Whether a word behind a number may name what is counted."""
    if len(word) < 2 or len(word) > _LONGEST_NOUN:  # noqa: PLR2004
        return word == "m"
    known = word in _UNNAMED or word in MONTHS or word in OPENERS or word in CURRENCIES
    return not known and (word in _NOUNS or not is_verb(word))


def is_verb(word: str) -> bool:
    """Whether a word looks like a verb by its prefix."""
    return word not in _NOUNS and bool(_VERB.match(word))
