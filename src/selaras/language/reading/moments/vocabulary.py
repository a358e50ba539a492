"""The words of dates: months, weekdays, units, and what surrounds a number that is no date."""

from selaras.language.dates import MONTHS, SHORT_MONTHS, WEEKDAYS
from selaras.language.reading.small_numbers import SPELLED
from selaras.language.reading.words import word_set

FULL_MONTHS = {name.lower(): number for number, name in enumerate(MONTHS, start=1)} | {
    "nopember": 11, "pebruari": 2, "febuari": 2, "february": 2, "january": 1, "march": 3,
    "june": 6, "july": 7, "august": 8, "october": 10, "december": 12,
}  # fmt: skip
MONTH_NUMBERS = (
    {name.lower(): number for number, name in enumerate(SHORT_MONTHS, start=1)}
    | {"sept": 9, "agt": 8, "ags": 8, "agust": 8, "agst": 8, "nop": 11, "peb": 2}
    | {"may": 5, "aug": 8, "oct": 10, "dec": 12}
    | FULL_MONTHS
)
WEEKDAY_NUMBERS = {name.lower(): number for number, name in enumerate(WEEKDAYS)} | {
    "jum'at": 4, "jumaat": 4, "ahad": 6, "senen": 0,
}  # fmt: skip

DAYPARTS = frozenset({"pagi", "siang", "sore", "petang", "malam", "subuh"})
WEEKS = frozenset({"minggu", "pekan"})
SHIFTS = {
    "ini": 0, "lalu": -1, "silam": -1, "kemarin": -1, "kemaren": -1, "depan": 1, "mendatang": 1,
    "berjalan": 0,
}  # fmt: skip
TOWARD = {
    "lalu": -1, "silam": -1, "kemarin": -1, "mendatang": 1, "depan": 1, "nanti": 1, "besok": 1,
    "esok": 1,
}  # fmt: skip
PARTS = {
    "awal": 1, "pertengahan": 2, "medio": 2, "akhir": 3, "penghujung": 3, "pengujung": 3,
}  # fmt: skip

# After these a bare year is a year; after the weaker ones only if it counts nothing.
YEAR_AFTER = frozenset({"tahun", "th", "sejak", "semenjak", "sepanjang", "selama"})
YEAR_PERHAPS_AFTER = frozenset({
    "pada", "di", "sampai", "hingga", "per", "dari", "mulai", "antara", "awal", "akhir",
    "pertengahan", "medio", "penghujung", "pengujung", "sebelum", "setelah",
    "daripada", "dibanding", "dibandingkan", "ketimbang", "survei", "data", "hasil", "ssgi",
    "sensus", "susenas", "riskesdas", "ump", "umk",
})  # fmt: skip
COUNTED = word_set("""
    orang warga kasus dosis suara jiwa tps kursi unit peserta keluarga kk pelaku pasien siswa guru
    personel petugas penerima paket ton liter rupiah ribu juta miliar triliun persen hari jam menit
    meter kilometer km kg hektare ha rumah desa sekolah kepala pekerja pelanggan pemilih penumpang
    kendaraan mahasiswa pelajar anak lansia sampel tes spesimen kali titik lokasi kuota
    responden pegawai asn nakes tenaga pendaftar anggota formasi lembar buah eksemplar bidang
    sertifikat pedagang pengusaha umkm jemaah wisatawan pengunjung pemudik korban
""")
# Behind these a number names something; with a month after it, it still is no day.
NUMBERED = word_set("""
    level lvl tingkat tahap dosis fase kelas zona gelombang pasal ayat nomor no kategori golongan
    tipe grup sif shift batch rt rw km halaman bab poin butir angka ke paslon urut jam pukul usia
    umur jenjang jilid seri dapil tps covid asesmen lantai blok peringkat kloter kapasitas skor juz
""")
# Behind these a date is a name: "Jalan 17 Agustus", "Universitas 17 Agustus 1945".
NAMED_AFTER = word_set("""
    jalan jl jln gang gg universitas stadion taman gerakan monumen tugu lapangan gedung perintah
    simpang jembatan peristiwa pasar
""")
DOCUMENTS = word_set("""
    nomor no nik rekening npwp sk se kode versi pasal kep kepmen inmendagri instruksi permenkes
    edaran surat uu pp perpres pmk perda perbup perwali pergub kepgub
""")
RECURRING = frozenset({"setiap", "tiap", "saban", "per"})
NAMED_WEEKDAY_AFTER = frozenset({"salat", "shalat", "sholat", "solat", "pasar", "puasa", "malam",
                                 "jalan", "jl", "khotbah", "khutbah"})  # fmt: skip
NAMED_WEEKDAY_BEFORE = frozenset({"agung", "abu", "suci", "berkah", "bersih", "palma", "legi"})
# One may stand before a number that begins a period whose second half brings the month.
HELD = word_set("""
    tanggal pada dari mulai sejak antara periode masa selama yakni yaitu ialah adalah berlaku
    berlangsung libur cuti terhitung per di dan atau untuk hari
""")
HELD_NOT = frozenset({"berjumlah", "berusia", "bertambah", "berkurang", "divaksin", "dibatasi",
                      "ditambah", "diisi", "terdapat", "tercatat", "berumur"})  # fmt: skip
VAGUE = frozenset({"puluhan", "ratusan", "ribuan", "belasan", "sekian", "berapa", "beberapa",
                   "tiap", "setiap", "saban", "banyak"}) | SPELLED  # fmt: skip
