"""The comparators before a number: "lebih dari", "tidak sampai", "kapasitas hingga"."""

from collections.abc import Mapping

from selaras.language.reading.amounts.kinds import Bound
from selaras.language.reading.amounts.passage import Passage
from selaras.language.reading.amounts.quantity import Quantity
from selaras.language.reading.amounts.vocabulary import words

_PHRASES: Mapping[Bound, str] = {
    Bound.ABOUT: """
        sekitar sekitaran sekira kira-kira kurleb kurang-lebih berkisar kisaran seputar
        kurang_lebih lebih_kurang plus_minus kira_kira kisaran_antara sktr skitar
    """,
    Bound.ALMOST: "hampir nyaris mendekati hmpr ampir",
    Bound.MORE_THAN: """
        lebih_dari lebih_dr lebih_daripada di_atas diatas melampaui melebihi menembus tembus
        melewati lebih_besar_dari lebih_tinggi_dari lebih_banyak_dari lewat_dari
        lebih_besar_daripada lebih_tinggi_daripada lebih_banyak_daripada
    """,
    Bound.LESS_THAN: """
        kurang_dari kurang_dr di_bawah dibawah lebih_rendah_dari lebih_kecil_dari
        lebih_sedikit_dari lebih_rendah_daripada lebih_kecil_daripada lebih_sedikit_daripada
    """,
    Bound.AT_LEAST: """
        minimal minimum minim paling_sedikit paling_kurang paling_rendah paling_singkat
        paling_kecil paling_cepat paling_sebentar paling_murah paling_tidak paling_minim
        sekurang-kurangnya sekurangnya sedikitnya sedikit-dikitnya setidaknya setidak-tidaknya
        serendah-rendahnya sesingkat-singkatnya mulai_dari
    """,
    Bound.AT_MOST: """
        maksimal maksimum maks max maximal maximum paling_banyak paling_lama paling_lambat
        paling_tinggi paling_besar paling_mahal paling_jauh paling_mentok paling_maksimal
        selambat-lambatnya selama-lamanya sebanyak-banyaknya setinggi-tingginya
        sebesar-besarnya
    """,
}
_BEFORE: Mapping[tuple[str, ...], Bound] = {
    tuple(phrase.split("_")): bound
    for bound, phrases in _PHRASES.items()
    for phrase in phrases.split()
}
_ENDS = frozenset(phrase[-1] for phrase in _BEFORE)
_LONGEST = max(map(len, _BEFORE))
_OPPOSITE: Mapping[Bound, Bound] = {
    Bound.MORE_THAN: Bound.AT_MOST,
    Bound.LESS_THAN: Bound.AT_LEAST,
}
# Reached, or more; only where it is denied does it bound: belum sampai, tidak mencapai.
_REACHED = words("sampai mencapai menyentuh genap nyampe nyampai capai menyamai ada menginjak")
_DENIED = frozenset({"tidak", "belum", "tanpa", "jangan"})
_BETWEEN_DENIAL = words(
    "boleh akan bisa dapat perlu pernah juga lagi sempat mampu berhasil pernah kunjung"
)
# May stand between a comparator and its number.
_FILLERS = words("""
    sebesar sebanyak sejumlah selama seharga senilai angka ada terdapat tercatat dalam waktu
    hingga sampai mencapai menyentuh menembus dengan berjumlah setiap level untuk tersisa
    """)
_UNTIL = frozenset({"hingga", "sampai"})
_LIMITS = words("kapasitas maksimal maksimum paling dibatasi terbatas batas pembatasan membatasi")
_CHANGES = words("""
    naik meningkat turun menjadi mencapai merosot melonjak ditingkatkan dinaikkan diturunkan
    ditambah tumbuh
    """)
_ABBREVIATED = frozenset({"maks", "max", "min"})
_WINDOW = 4


def before(passage: Passage, quantity: Quantity) -> tuple[Bound, int] | None:
    """The nearest comparator, at most two filling words away."""
    index = quantity.first
    for _ in range(3):
        if not (passage.close(index) or _is_abbreviated(passage, index)):
            return None
        if found := _phrase(passage, index) or _unreached(passage, index):
            return found
        index -= 1
        if passage.word(index) not in _FILLERS:
            break
    return _alone(passage, quantity)


def _is_abbreviated(passage: Passage, index: int) -> bool:
    """Whether "maks." or "min." stands before, with its point."""
    return passage.gap(index) in {". ", "."} and passage.word(index - 1) in _ABBREVIATED


def _alone(passage: Passage, quantity: Quantity) -> tuple[Bound, int] | None:
    """A word that bounds only in some company: "hingga" as a limit, "belum" with a share."""
    index = quantity.first - 1
    word = passage.word(index)
    if word in _UNTIL and _is_limit(passage, index):
        return Bound.AT_MOST, passage.tokens[index].start
    if word == "min" and passage.gap(index + 1).startswith("."):
        return Bound.AT_LEAST, passage.tokens[index].start
    if word == "belum" and quantity.unit == "%":
        return Bound.LESS_THAN, passage.tokens[index].start
    if word == "mulai" and quantity.unit == "IDR":
        return Bound.AT_LEAST, passage.tokens[index].start
    return None


def _phrase(passage: Passage, index: int) -> tuple[Bound, int] | None:
    """The comparator that ends right before token `index`, longest first, with its denial."""
    if passage.word(index - 1) not in _ENDS:
        return None
    for length in range(_LONGEST, 0, -1):
        first = index - length
        if first < 0:
            continue
        words = tuple(passage.word(one) for one in range(first, index))
        bound = _BEFORE.get(words)
        if bound is None or not all(passage.close(one) for one in range(first + 1, index)):
            continue
        if words == ("minimum",) and passage.word(first - 1) == "upah":
            return None
        denial = _denial(passage, first)
        if denial is not None and bound in _OPPOSITE:
            return _OPPOSITE[bound], passage.tokens[denial].start
        return bound, passage.tokens[first].start
    return None


def _unreached(passage: Passage, index: int) -> tuple[Bound, int] | None:
    """Belum sampai, tidak mencapai: less than the number."""
    if passage.word(index - 1) not in _REACHED:
        return None
    denial = _denial(passage, index - 1)
    return None if denial is None else (Bound.LESS_THAN, passage.tokens[denial].start)


def _denial(passage: Passage, index: int) -> int | None:
    """The token that denies what starts at `index`: "tidak boleh" before it, or "belum"."""
    for _ in range(3):
        if not passage.close(index):
            return None
        index -= 1
        if passage.word(index) in _DENIED:
            return index
        if passage.word(index) not in _BETWEEN_DENIAL:
            return None
    return None


def _is_limit(passage: Passage, index: int) -> bool:
    """Whether "hingga" limits: kapasitas hingga 50 persen. "Naik hingga" says where it ended."""
    limits = False
    for _ in range(_WINDOW):
        if not passage.close(index):
            break
        index -= 1
        if passage.word(index) in _CHANGES:
            return False
        limits = limits or passage.word(index) in _LIMITS
    return limits
