"""Parts of a whole in words ("separuh", "dua pertiga"), and one of a unit ("seminggu")."""

from decimal import Decimal

from selaras.language.reading.amounts.numeral import Numeral
from selaras.language.reading.amounts.passage import Passage
from selaras.language.reading.amounts.vocabulary import (
    CURRENCIES,
    DENOMINATORS,
    SHARES,
    SPANS,
    UNITS,
    is_verb,
    words,
)

# "Setengah mati", "setengah hati": no half of anything.
_IDIOMS = words("mati hati jadi baya badan matang telanjang sadar final malam gila lapangan main")
_BEFORE_A_SPAN = words(
    "selama cukup hanya cuma menjadi jadi karantina isolasi isoman perpanjangan lama maksimal "
    "minimal sekitar hampir dari waktu tinggal"
)
_NO_SPAN = words(
    "sebelum sebelumnya setelah setelahnya sesudah sekali kemudian lalu lagi silam berikutnya "
    "penuh-penuh ini itu per rp"
)


def share(passage: Passage, index: int) -> Numeral | None:
    """A fraction in words as a number below one; `step` is a tenth."""
    word = passage.base(index)
    value, after = SHARES.get(word), index + 1
    if value is None:
        denominator = DENOMINATORS.get(passage.word(after), 0) if passage.close(after) else 0
        if word not in UNITS or not denominator:
            return None
        value, after = Decimal(UNITS[word]) / denominator, after + 1
    if _is_idiom(passage, after):
        return None
    return Numeral(value, value, Decimal("0.1"), after)


def _is_idiom(passage: Passage, after: int) -> bool:
    """Also "setengah delapan", which is a time."""
    following = passage.word(after)
    half_past = following in UNITS or following in {"sepuluh", "sebelas"}
    return passage.close(after) and (following in _IDIOMS or half_past)


def span_of_one(passage: Passage, index: int) -> str:
    """The unit of "seminggu" where it says how long something lasts, else nothing.

    "Seminggu dua kali", "sehari sebelum", "Rp50.000 sebulan" say something else.
    """
    preceding = passage.word(index - 1) if passage.close(index) else ""
    following = passage.word(index + 1) if passage.close(index + 1) else ""
    lasts = preceding in _BEFORE_A_SPAN or is_verb(preceding)
    other = following in _NO_SPAN or following in UNITS or following in CURRENCIES
    if not lasts or other or passage.number(index + 1):
        return ""
    return SPANS[passage.word(index)]
