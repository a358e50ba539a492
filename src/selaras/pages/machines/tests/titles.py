"""Headlines that are long, odd or in other scripts."""

LONG = "Pemerintah Kota Bandung memperpanjang pembatasan kegiatan masyarakat tingkat tiga " * 3
TITLES = [
    "Pendek",
    LONG[:255],
    "W" * 255,
    "i" * 255,
    "ꦱꦼꦭꦫꦱ ꦩꦸꦭꦸꦱ",
    "مرحبا بالعالم",
    "信息公开",
    "🎉🎉🎉",
    "👨‍👩‍👧‍👦🏳️‍🌈",
    "Résumé – “naïve” ½ × 3² €5",
    "\x01\x02 \u202e kanan-ke-kiri \ufffe",
    "\u200e\u200f",
    " ",
    "a" * 40 + " " + "b" * 200,
]
