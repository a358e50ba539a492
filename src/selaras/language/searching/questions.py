"""What kind of answer a question wants: a number, a date, a name of somebody, a place, a thing."""

from collections.abc import Sequence
from enum import StrEnum

from selaras.language.reading.words import word_set


class Wanted(StrEnum):
    NUMBER = "number"
    DATE = "date"
    PERSON = "person"
    PLACE = "place"
    THING = "thing"
    NOTHING = "nothing"  # no question: words that are looked for


_HOW_MANY = word_set("berapa berapakah berapaan")
_WHEN = word_set("kapan kapankah kpn")
_WHO = word_set("siapa siapakah")
_WHERE = word_set("dimana dimanakah kemana kemanakah darimana dmn dmana kmn kmana")
_WHICH = word_set("mana manakah apa apakah")
_PLACES = word_set("""
kota negara provinsi propinsi kabupaten daerah pulau tempat kecamatan desa wilayah letak lokasi
benua kawasan alamat
""")
_TIMES = word_set("tanggal hari tahun bulan abad jam pukul")
_ASKS = _HOW_MANY | _WHEN | _WHO | _WHERE | _WHICH


def wanted(words: Sequence[str]) -> Wanted:
    """By the folded words of a question, in their order."""
    asked = [place for place, word in enumerate(words) if word in _ASKS]
    if not asked:
        return Wanted.NOTHING
    beside = {words[near] for at in asked for near in (at - 1, at + 1) if 0 <= near < len(words)}
    found = {words[at] for at in asked}
    if found & _WHEN or (beside & _TIMES):
        return Wanted.DATE
    if found & _HOW_MANY:
        return Wanted.NUMBER
    if found & _WHO:
        return Wanted.PERSON
    if found & _WHERE or found & {"mana", "manakah"} or beside & _PLACES:
        return Wanted.PLACE
    return Wanted.THING
