"""Service numbers, which only the words before them make telephone numbers: "hubungi 112"."""

import re

from selaras.language.reading.cursor import Cursor
from selaras.language.reading.phones.cues import CUE_WITHIN, continues, cue_before
from selaras.language.reading.phones.kinds import Phone
from selaras.language.reading.words import word_set

_HOTLINE = re.compile(r"1500\d{3}|14\d{3}|1[1-9]\d")
_MESSAGE = re.compile(r"(?!19|20)[1-9]\d{3}")
_MESSAGES = frozenset({"sms", "wa", "whatsapp", "dial"})
_LAWS = word_set("""
    peraturan uu pp perpres inpres keppres permen kepmen menteri presiden instruksi inmendagri
    keputusan undang-undang undang perda perbup perwali pergub surat edaran se sk mendagri gubernur
    bupati urut pemerintah daerah antrean antrian rumah polisi peserta
""")
_COUNTED = word_set("""
    orang warga kasus persen hari jam tahun ribu juta miliar triliun titik unit rupiah kali menit
    dosis desa suara jiwa keluarga meter km kg rw rt petugas personel siswa pasien
""")
_EXTENSIONS = frozenset({"ext", "ekst", "ekstensi", "extension", "pesawat"})


def short_number(cursor: Cursor, index: int) -> tuple[Phone, int] | None:
    """A service number behind a word that makes it one, and the token after it."""
    token = cursor.tokens[index]
    front = cursor.before(token.start)
    if front.isalnum() or front in ("-", "/", "_", ".", ",", "+") or not token.word.isdigit():
        return None
    digits, after = _service(cursor, index)
    if not digits and _MESSAGE.fullmatch(token.word) and _is_besidecue_before(cursor, index):
        digits, after = token.word, index + 1
    if not digits or not _is_called(cursor, index, after, digits):
        return None
    end = cursor.tokens[after - 1].end
    if extension := _extension(cursor, after):
        more, opens, after = extension
        end = cursor.tokens[after - 1].end
        digits, end = digits + more, end + (opens and cursor.after(end) == ")")
    return Phone(token.start, end, digits), after


def _is_called(cursor: Cursor, index: int, after: int, digits: str) -> bool:
    """Whether a word says that it is dialled, or "1500-533" is plain, and nothing denies it."""
    if _is_counted(cursor, after) or continues(cursor, after):
        return False
    cue = cue_before(cursor, index)
    if not cue:
        joined = after > index + 1 and cursor.raw(index + 1) == "-"
        return joined and len(digits) > len("14000")
    return cue != "nomor" or not _is_law(cursor, index, after)


def _extension(cursor: Cursor, index: int) -> tuple[str, bool, int] | None:
    """Digits of "ext. 9", whether a bracket opens before it, and the token after."""
    if cursor.word(index) not in _EXTENSIONS or cursor.gap(index) not in ("", ",", "("):
        return None
    extension = cursor.digits(index + 1, 1, 3)
    if extension is None or cursor.gap(index + 1) not in ("", ".", ":"):
        return None
    return str(extension), cursor.gap(index) == "(", index + 2


def _service(cursor: Cursor, index: int) -> tuple[str, int]:
    """ "112", "14000", "1500533", "1500 533", "1-500-533": the digits, and the token after."""
    digits = ""
    if cursor.tokens[index].word[0] != "1":
        return "", index
    for at in range(index, min(index + 3, cursor.size)):
        group = cursor.tokens[at].word
        if not group.isdigit() or (at > index and cursor.raw(at) not in ("-", " ")):
            break
        digits += group
        if digits.startswith("1500") and _HOTLINE.fullmatch(digits):
            return digits, at + 1
    word = cursor.tokens[index].word
    return (word, index + 1) if _HOTLINE.fullmatch(word) else ("", index)


def _is_besidecue_before(cursor: Cursor, index: int) -> bool:
    return cursor.word(index - 1) in _MESSAGES or cursor.word(index - 2) in _MESSAGES


def _is_counted(cursor: Cursor, index: int) -> bool:
    return cursor.word(index) in _COUNTED and not cursor.gap(index)


def _is_law(cursor: Cursor, index: int, after: int) -> bool:
    """Whether "nomor" numbers a law: "Nomor 112 Tahun 2020"."""
    if cursor.word(after) in ("tahun", "tentang") and not cursor.gap(after):
        return True
    nearby = range(max(0, index - CUE_WITHIN - 1), index)
    return any(cursor.word(at) in _LAWS for at in nearby)
