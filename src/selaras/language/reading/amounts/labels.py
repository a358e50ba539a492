"""Numbers that are names: Pasal 5, paslon 2, dosis 1, call center 119, "1." before an entry."""

from selaras.language.reading.amounts.nearby import behind
from selaras.language.reading.amounts.passage import Passage
from selaras.language.reading.amounts.quantity import Quantity
from selaras.language.reading.amounts.vocabulary import DURATIONS, words

_NAMED = words("""
    nomor no urut paslon pasangan calon capres cawapres kandidat kubu dosis tps rt rw pasal ayat
    lantai blok bab halaman hal butir lampiran jl jalan gang gg km kilometer kamar rute koridor
    edisi episode versi jilid volume vol seri kloter dapil psl ps uu pp perpres perda pergub
    perbup perwal permenkes permendagri kepmendagri inmendagri perppu keppres kepres inpres se sk
    kodepos covid corona abad simpang kelapa jalur gate terminal peron kavling kav tabel gambar
    grafik negeri sd smp sma smk smu sdn smpn sman smkn
    """)
_TELEPHONED = words(
    "hotline telepon telp telpon tlp telfon hubungi menghubungi menelepon wa whatsapp center "
    "centre hp sms kontak layanan"
)
_REGENCIES = frozenset({"Lima Puluh Kota", "Empat Lawang"})
_OF_REGENCIES = frozenset({"kabupaten", "kab", "bupati"})
_DOSES = 5
_ENTRIES = 99


def is_name(passage: Passage, quantity: Quantity) -> bool:
    """Whether the number names something instead of counting it."""
    first = quantity.first
    if _is_numbering(passage, quantity) or (quantity.spelled and _is_idiom(passage, quantity)):
        return True
    grouped = "." in passage.lower[quantity.start : quantity.end]
    if quantity.unit in DURATIONS or quantity.scaled or grouped:
        return False
    if behind(passage, first, _NAMED):
        return passage.base(first - 1) != "dosis" or quantity.ordinal(_DOSES)
    if passage.word(first - 2) == "kode" and passage.word(first - 1) == "pos":
        return True
    return _is_dialled(passage, quantity)


def _is_numbering(passage: Passage, quantity: Quantity) -> bool:
    """Whether it numbers an entry of a list: "1. …" at the start of a line, "(1) …"."""
    if quantity.spelled or quantity.unit or quantity.low > _ENTRIES:
        return False
    following = passage.lower[quantity.end : quantity.end + 2]
    if following[:1] not in {".", ")"} or following[1:].isalnum():
        return False
    # Only the last characters count: a hostile gap may be long.
    ahead = passage.lower[max(0, quantity.start - 4) : quantity.start]
    bracketed = following[0] == ")" and ahead.endswith("(")
    ahead = ahead.removesuffix("(").rstrip(" ") if bracketed else ahead.rstrip(" ")
    begins = not ahead and quantity.start < 4  # noqa: PLR2004
    return begins or ahead.endswith("\n") or (bracketed and ahead[-1:] in {":", ";", ","})


def _is_dialled(passage: Passage, quantity: Quantity) -> bool:
    """Call center 119, hubungi 112."""
    first = quantity.first
    if quantity.unit or quantity.step != 1:
        return False
    if passage.word(first - 1) in {"ke", "di"} and passage.word(first - 2) in _TELEPHONED:
        return True
    return behind(passage, first, _TELEPHONED)


def _is_idiom(passage: Passage, quantity: Quantity) -> bool:
    """Salah satu, satu per satu, and names of places in words."""
    word, preceding = passage.word(quantity.first), passage.word(quantity.first - 1)
    if word == "satu":
        following = passage.word(quantity.after)
        return preceding in {"salah", "per"} or following in {"sama", "pun", "per", "persatu"}
    if word == "seribu":
        return preceding in {"kepulauan", "pulau"}
    if quantity.unit not in {"kota", "lawang"}:
        return False
    written = passage.text[quantity.start : quantity.end]
    return written in _REGENCIES or preceding in _OF_REGENCIES
