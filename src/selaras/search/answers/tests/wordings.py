"""What citizens type. Written before it was known what is understood."""

BANDUNG, KAB_BANDUNG, SURABAYA, COUNTRY = "32.73", "32.04", "35.78", "00"

# What is typed, where the reader is, the type of the first answer, and its region.
Asked = tuple[str, str, str, str]

PPKM: list[Asked] = [
    (text, reader, "ppkm.level", region)
    for text, reader, region in (
        ("ppkm bandng level brp", BANDUNG, BANDUNG),
        ("lvl ppkm kota bdg", COUNTRY, BANDUNG),
        ("levl ppkm bandung skrg brapa ya", COUNTRY, BANDUNG),
        ("bandung masuk ppkm level berapa sih?", COUNTRY, BANDUNG),
        ("apakah kota bandung masih ppkm", SURABAYA, BANDUNG),
        ("PPKM", BANDUNG, BANDUNG),
        ("status ppkm di bndung hari ini", BANDUNG, BANDUNG),
        ("pkpm bandung tingkat brp min", BANDUNG, BANDUNG),
        ("info level PPKM terbaru Kab. Bandung", BANDUNG, KAB_BANDUNG),
        ("di surabaya ppkm nya lv berapa kak", BANDUNG, SURABAYA),
        ("Kota Bandung PPKM level berapa tanggal 25 september 2021??", COUNTRY, BANDUNG),
    )
]

SIAGA: list[Asked] = [
    (text, reader, "siaga.status", region)
    for text, reader, region in (
        ("siaga bandng level brp", BANDUNG, BANDUNG),
        ("status siaga kota bdg", COUNTRY, BANDUNG),
        ("sttus siaga bandung skrg apa", COUNTRY, BANDUNG),
        ("bandung siaga apa sekarang?", COUNTRY, BANDUNG),
        ("apakah kota bandung siaga merah", SURABAYA, BANDUNG),
        ("status siaga", BANDUNG, BANDUNG),
        ("siaga banjir di bndung hari ini gimana", BANDUNG, BANDUNG),
        ("siga musim hujan bandung tingkat brp min", BANDUNG, BANDUNG),
        ("info status kesiapsiagaan terbaru Kab. Bandung", BANDUNG, KAB_BANDUNG),
        ("di surabaya siaga warna apa kak", BANDUNG, SURABAYA),
        ("Status siaga musim hujan Jawa Barat?", COUNTRY, "32"),
    )
]

# The other types of the living topic, and times.
OTHERS: list[Asked] = [
    ("bantuan per keluarga berapa rupiah", BANDUNG, "siaga.bantuan", BANDUNG),
    ("jumlah posko siaga bandung", BANDUNG, "siaga.posko", BANDUNG),
    ("posko bandung buka jam brp", BANDUNG, "siaga.jam-layanan", BANDUNG),
    ("kapan apel siaga", BANDUNG, "siaga.mulai-apel", BANDUNG),
    ("masa siaga sampai kapan", BANDUNG, "siaga.masa", BANDUNG),
    ("jam layanan posko siaga sby", BANDUNG, "siaga.jam-layanan", SURABAYA),
    ("sampai kapan ppkm bandung", BANDUNG, "ppkm.masa", BANDUNG),
    ("level ppkm jogja", COUNTRY, "ppkm.level", "34.71"),
    ("kanal laporan siaga", BANDUNG, "siaga.kanal", BANDUNG),
]

# No answer at all, however near the words are.
NOTHING: list[str] = [
    "vaksin covid bandung",
    "vaksin kota bandung jadwal",
    "syarat naik kereta saat ppkm",
    "kenapa bandung ppkm level 3",
    "apa itu ppkm",
    "kepanjangan ppkm",
    "bantuan ppkm bandung kapan cair",
    "demo tolak ppkm di bandung",
    "level kompetensi barista bandung",
    "pelatihan barista level 2 bandung",
    "status gunung merapi level 3",
    "siaga gunung semeru",
    "kota bandung",
    "bandung",
    "level",
    "status",
    "status pernikahan di ktp",
    "cara bikin ktp hilang",
    "jadwal kereta bandung jakarta",
    "dimana posko siaga bandung",
    "musim hujan bandung",
    "lowongan kerja posko siaga",
    "bantuan bandung",
    "laporan keuangan kota bandung",
    "siapa wali kota bandung",
    "jam buka mall bandung",
    "keluarga berencana bandung",
    "kartu keluarga bandung",
    "tas siaga bencana isinya apa",
    "sanksi pelanggar ppkm bandung",
    "hujan bandung hari ini",
    "siapa ketua posko siaga",
    "game siaga satu level 5",
    "ppkm jawa barat level berapa",
    "desa wisata bandung",
    "apel malang",
]

# What was tried afterwards, with the reader in Kota Bandung: the type that is meant, or none.
MORE: list[tuple[str, str]] = [
    ("masih ppkm ga bandung?", "ppkm.level"),
    ("ppkm udah selesai belum di bandung", "ppkm.level"),
    ("tingkatan ppkm bandung", "ppkm.level"),
    ("pkm bandung level brp", "ppkm.level"),
    ("level brp bandung ppkm", "ppkm.level"),
    ("ppkm-bandung-level", "ppkm.level"),
    ("kapan ppkm bandung berakhir", "ppkm.masa"),
    ("PPKM level 3 bandung sampai kapan", "ppkm.level"),
    ("bandung siaga merah atau kuning", "siaga.status"),
    ("satus siaga bandng", "siaga.status"),
    ("siaga bandung merah ga", "siaga.status"),
    ("siaga msm ujan bdg", "siaga.status"),
    ("kota bandung status siaganya apa", "siaga.status"),
    ("tingkat kesiapsiagaan bndg", "siaga.status"),
    ("kapan siaga", "siaga.masa"),
    ("polisi siaga di bandung", ""),
    ("bpbd bandung siaga 24 jam", ""),
    ("desa siaga", ""),
    ("ppkm mikro desa", ""),
    ("tiket masuk saat ppkm", ""),
    ("pkm bandung", ""),
    ("kanal youtube pemkot bandung", ""),
    ("apel pagi asn bandung", ""),
    ("posko mudik bandung", ""),
    ("masa berlaku ktp", ""),
]
