"""What the order of results is made of. The weights are settings; each has bounds and a reason."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signal:
    """`label` and `meaning` are for the person who sets it; `default` is what was measured best."""

    name: str
    label: str
    meaning: str
    default: float
    least: float = 0.0
    most: float = 50.0


# What the index adds up for the words of a question.
_WORDS = (
    Signal("title", "Kata dalam judul", "Bobot kata yang ada dalam judul.", 3.3),
    Signal("body", "Kata dalam isi", "Bobot kata yang ada dalam isi.", 2.2),
    Signal("pairs", "Kata berdampingan", "Bobot dua kata yang berdampingan.", 0.9),
)
# How closely the best of them fit the question as a whole.
_CLOSE = (
    Signal("engine", "Jumlah kata", "Bobot jumlah dari semua kata di atas.", 1.7),
    Signal("coverage", "Kelengkapan", "Bagian dari pertanyaan yang ada dalam teks.", 4.0),
    Signal("exact", "Seperti ditulis", "Bagian dari pertanyaan yang tertulis persis begitu.", 2.5),
    Signal("in_title", "Kelengkapan judul", "Bagian dari pertanyaan yang ada dalam judul.", 1.0),
    Signal("answer", "Dekat jawaban", "Angka, tanggal, atau nama yang ditanyakan ada di dekat "
           "kata-katanya.", 4.2),
    Signal("has_answer", "Ada tanggal", "Ada tanggal, bila tanggal yang ditanyakan.", 2.2),
    Signal("early", "Di awal", "Kata-katanya ada di awal teks.", 0.6),
)  # fmt: skip
# Who says it, where, and when.
_STANDING = (
    Signal("region_own", "Wilayah sendiri", "Tambahan untuk wilayah pembaca.", 14.0),
    Signal("region_above", "Wilayah di atasnya", "Tambahan untuk provinsinya dan pusat.", 10.0),
    Signal("region_near", "Wilayah tetangga", "Tambahan untuk provinsi yang sama.", 5.0),
    Signal("owner", "Pemilik topik", "Tambahan bagi yang berwenang atas topiknya.", 4.0),
    Signal("superseded", "Tidak berlaku lagi", "Pengurangan bagi yang tidak berlaku lagi.", 10.0),
    Signal("fresh", "Kebaruan", "Tambahan bagi berita hari ini; berkurang menurut umurnya.", 3.0),
    Signal("news_days", "Umur berita", "Setelah sekian hari kebaruannya tinggal setengah.", 30.0,
           1.0, 3650.0),
    Signal("clicks", "Pilihan pembaca", "Tambahan bagi yang paling sering dibuka.", 2.0),
)  # fmt: skip

SIGNALS: tuple[Signal, ...] = (*_WORDS, *_CLOSE, *_STANDING)
DEFAULTS: Mapping[str, float] = {one.name: one.default for one in SIGNALS}
