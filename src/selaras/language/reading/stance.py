"""How a statement is meant: said outright, denied, planned, supposed, asked, past, quoted.

Signs are words; each holds for the words after it up to the end of its clause, some for the whole
sentence. Nothing here knows what the statement is about.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from selaras.language.reading.words import Token, word_set

_TENTATIVE = word_set("""
    berencana rencana rencananya direncanakan usul diusulkan mengusulkan usulan menuntut tuntutan
    target menargetkan ditargetkan targetnya berharap diharapkan harapan berpeluang peluang
    berpotensi potensi terancam mungkin kemungkinan diperkirakan perkiraan diprediksi
    diproyeksikan proyeksi ingin berupaya agar supaya wacana skenario simulasi menuju semoga
    mudah-mudahan andaikan mengejar dikejar bertekad mengincar cita-cita kabarnya konon isu rumor
    katanya ditarget mugia
    opsi mengkaji kajian dikaji membahas pembahasan dibahas mempertimbangkan pertimbangan digodok
    rancangan
""")
_FUTURE = frozenset(["akan", "bakal", "nanti"])
_ENTITLED = word_set("""
    menerima mendapat mendapatkan memperoleh membayar dikenai dikenakan diberikan menjalani
    dilayani dikarantina terhubung
""")
_CONDITION = word_set("""
    jika bila kalau apabila andai andaikata seandainya seumpama sekiranya asalkan manakala bilamana
    umpamanya jikalau umpama lamun yen umpamane
""")
_PAST = word_set("""
    sebelumnya semula sempat pernah dulu dahulu awalnya tadinya eks bekas mantan terdahulu
""")
_CURRENT = word_set("""
    kini sekarang masih tetap terkini sedang ayeuna saiki kiwari isih tersisa tinggal teuteup
""")
_NOW = word_set("""
    kini sekarang terkini ayeuna saiki kiwari
""")
_THIS = word_set("""
    saat hari malam siang pagi sore kali
""")
_DENY = word_set("""
    bukan tidak tak belum bukanlah dudu sanes
""")
_LEAVING = frozenset(["keluar", "lepas", "bebas", "meninggalkan", "terbebas"])
_BETWEEN_DENIAL = word_set("""
    lagi daerah berada di pada status berstatus masuk termasuk zona ppkm kategori wilayah kota
    kabupaten maupun atau level sudah menyandang memegang memakai dari dalam ber menerapkan
    menjalankan berakhir mulai dimulai jatuh digelar ditutup dibuka tanggal sebesar ada dengan
    menjadi jadi lebih ditetapkan dikenai kena berlaku sampai hingga pukul
""")
_HOAX = word_set("""
    viral suntingan editan tangkapan celetukan warganet netizen spekulasi hoaks hoax beredar
    berantai palsu bohong penipuan disinformasi misinformasi hoaxs
""")
_UNTRUE = frozenset(["hoaks", "hoax", "bohong", "palsu", "keliru"])
_SOON = 4  # words behind a value in which it may be called untrue
_CLAIMED = word_set("""
    klaim narasi unggahan kabar info isu pesan video informasi menyebut
""")
_TOLD = word_set("""
    ingat tulis sebut ketik kutip menulis menyebut mengutip ucap cetak
""")
_PAST_TERMS = frozenset(
    (term, "lalu")
    for term in ["semester", "periode", "edisi", "tahap", "gelombang", "musim", "ajaran", "masa"]
)
_ASK = word_set("""
    apakah berapa kapan kapankah benarkah apa betulkah naha mana
""")
_BOUNDARY = word_set("""
    sedangkan sementara tetapi tapi namun padahal meski meskipun walau walaupun karena sebab
    sehingga lantaran melainkan adapun sebaliknya akibat
""")
_DELTA = word_set("""
    naik kenaikan turun penurunan bertambah selisih tambahan berkurang meningkat menurun terpaut
    peningkatan menambah melonjak melesat susut surplus kurang tambah unggul
""")
_AMOUNTING = word_set("""
    sebesar sebanyak sekitar hampir lebih dari rata-rata kira-kira cuma hanya sampai
""")
_CHANGED_TO = frozenset(["ke", "menjadi", "jadi"])
_CHANGE = word_set("""
    turun naik merosot masuk menjadi kembali pindah melandai
""")
_CAN = frozenset(["bisa", "dapat"])
_DENIAL_REACH = 7


@dataclass(frozen=True, slots=True)
class Stance:
    """What the signs make of one value. Without any sign it is asserted for now."""

    denied: bool = False
    tentative: bool = False
    future: bool = False
    conditional: bool = False
    asked: bool = False
    past: bool = False
    current: bool = False  # also "masih" and "tetap", which may be told of another day
    now: bool = False  # "kini", "sekarang", "saat ini"
    reported_false: bool = False
    difference: bool = False

    @property
    def asserted(self) -> bool:
        """Whether it says that something is, was, or will be so."""
        return not (
            self.tentative
            or self.conditional
            or self.asked
            or self.reported_false
            or self.difference
        )


def stance_of(
    tokens: Sequence[Token],
    text: str,
    *,
    sentence: tuple[int, int],
    value: tuple[int, int],
    asks: bool = False,
    names: frozenset[int] = frozenset(),
) -> Stance:
    """The stance of the tokens `value` in the tokens `sentence`, both half-open.

    `asks` where the sentence is a question; the tokens `names` name the subject and are no signs.
    """
    first, last = sentence
    start, end = value
    clause, clause_end = clause_of(tokens, text, first, last, start)
    words = ["" if at in names else tokens[at].word for at in range(first, last)]
    before = set(words[clause - first : start - first])
    around = before | {token.word for token in tokens[end:clause_end]}
    after = {token.word for token in tokens[end : min(end + 3, clause_end)]}
    untrue = _calls_untrue(words, start - first, end - first)
    return Stance(
        denied=untrue or _is_denied(tokens, max(clause, start - _DENIAL_REACH), start),
        tentative=_is_tentative(words, clause - first, start - first)
        or _may_change(tokens, clause, start),
        future=_will_be(tokens, clause, start),
        conditional=_supposes(tokens, text, first, start),
        asked=asks and (clause_end >= last or bool(set(words[:2]) & _ASK or before & _ASK)),
        past=bool(before & _PAST)
        or bool(after & {"sebelumnya", "dulu", "terdahulu"})
        or bool(_PAST_TERMS & set(itertools.pairwise(words)))
        or _comes_from(tokens, start, end, last),
        current=bool(around & _CURRENT) or _says_this(tokens, clause, clause_end),
        now=bool(around & _NOW) or _says_this(tokens, clause, clause_end),
        reported_false=not untrue and _is_reported_false(words),
        difference=_is_difference(tokens, clause, start, end, last),
    )


def clause_of(
    tokens: Sequence[Token], text: str, first: int, last: int, at: int
) -> tuple[int, int]:
    """The tokens of the clause around token `at`: between commas and conjunctions."""
    begin = at
    while begin > first and not _splits(tokens, text, begin):
        begin -= 1
    end = at + 1
    while end < last and not _splits(tokens, text, end):
        end += 1
    return begin, end


def _splits(tokens: Sequence[Token], text: str, at: int) -> bool:
    """Whether a clause begins at the token."""
    between = text[tokens[at - 1].end : tokens[at].start]
    return "," in between or ";" in between or tokens[at].word in _BOUNDARY


def _is_denied(tokens: Sequence[Token], begin: int, start: int) -> bool:
    for at in range(start - 1, begin - 1, -1):
        word = tokens[at].word
        if word in _DENY:
            return not (at + 1 < len(tokens) and tokens[at + 1].word in ("hanya", "cuma", "saja"))
        if word in _LEAVING:
            return not any(token.word in _DENY for token in tokens[max(at - 2, begin) : at])
        if not (word in _BETWEEN_DENIAL or tokens[at].base in _BETWEEN_DENIAL or len(word) == 1):
            return False
    return False


def _may_change(tokens: Sequence[Token], clause: int, start: int) -> bool:
    return any(
        (tokens[at].word in _CAN and tokens[at + 1].word in _CHANGE)
        or (tokens[at].word == "bisa" and at + 1 == start)
        for at in range(clause, start)
    )


def _is_tentative(words: Sequence[str], clause: int, start: int) -> bool:
    """ "usulan UMP naik"; but "warga yang ingin mendaftar" speaks of the warga."""
    if any(word in _TENTATIVE for word in words[:2]):
        return True
    return any(
        words[at] in _TENTATIVE and not (words[at] == "ingin" and at and words[at - 1] == "yang")
        for at in range(clause, start)
    )


def _will_be(tokens: Sequence[Token], clause: int, start: int) -> bool:
    """ "akan naik"; but "akan menerima Rp1,2 juta" says what everybody gets."""
    return any(
        tokens[at].word in _FUTURE and tokens[at + 1].word not in _ENTITLED
        for at in range(clause, start)
    )


def _supposes(tokens: Sequence[Token], text: str, first: int, start: int) -> bool:
    """ "kalau kasus naik"; but "kalau Depok, cuma 5%" only turns to another place."""
    for at in range(first, start):
        if tokens[at].word in _CONDITION:
            turns = tokens[at].word == "kalau" and text[tokens[at + 1].start].isupper()
            return not turns or any(token.word in _CHANGE for token in tokens[at:start])
    return False


def _calls_untrue(words: Sequence[str], start: int, end: int) -> bool:
    """ "tidak benar bahwa …", "kabar bahwa … itu hoaks": the one thing that is called untrue."""
    before = list(words[:start])
    if before[:2] == ["tidak", "benar"]:
        return True
    if "bahwa" not in before:
        return False
    at = before.index("bahwa")
    behind = list(words[end : end + _SOON])
    return (
        before[at - 2 : at] == ["tidak", "benar"]
        or bool(_UNTRUE & set(behind))
        or (behind[:2] == ["tidak", "benar"] or behind[1:3] == ["tidak", "benar"])
    )


def _comes_from(tokens: Sequence[Token], start: int, end: int, last: int) -> bool:
    """ "dari Level 4 ke Level 3": what it was before."""
    if _is_compared_with(tokens, start):
        return True
    reach = range(max(start - 2, 0), start)
    if not any(tokens[at].word in ("dari", "ti") for at in reach):
        return False
    return any(tokens[at].word in _CHANGED_TO for at in range(end, min(end + 6, last)))


def _is_compared_with(tokens: Sequence[Token], start: int) -> bool:
    """ "lebih singkat daripada delapan hari": what it is no longer."""
    if start < 3 or tokens[start - 1].word not in ("dari", "daripada"):  # noqa: PLR2004
        return False
    return tokens[start - 3].word == "lebih" and not tokens[start - 2].number


def _says_this(tokens: Sequence[Token], begin: int, end: int) -> bool:
    return any(
        tokens[at].word in _THIS and at + 1 < end and tokens[at + 1].word == "ini"
        for at in range(begin, end)
    )


def _is_reported_false(words: Sequence[str]) -> bool:
    found = set(words)
    if found & _HOAX:
        return True
    pairs = set(itertools.pairwise(words))
    mistaken = any(one in ("salah", "keliru") and other in _TOLD for one, other in pairs)
    if mistaken:
        return True
    false = ("tidak", "benar") in pairs or "keliru" in found or ("rekaman", "lama") in pairs
    return false and bool(found & _CLAIMED)


def _is_difference(tokens: Sequence[Token], clause: int, start: int, end: int, last: int) -> bool:
    """ "naik 6,5 persen": by how much, not how much it is."""
    at = start - 1
    if at > clause and tokens[at].word == "dari" and tokens[at - 1].word != "lebih":
        return False
    while at >= clause and tokens[at].word in _AMOUNTING:
        at -= 1
    if at < clause or tokens[at].word not in _DELTA:
        return False
    return not any(tokens[at].word in ("dari",) for at in range(end, min(end + 1, last)))
