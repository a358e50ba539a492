"""The words before a number that make it a telephone's, or another kind of number."""

from selaras.language.reading.cursor import BREAK, Cursor
from selaras.language.reading.words import word_set

# After the words of `_OTHER` a number is another kind of number, or counts or names something.
_CUES = word_set("""
    hubungi menghubungi dihubungi telepon telpon telp tlp tel telephone phone call center centre
    hotline nomor kontak contact sms wa whatsapp dial menelepon nelpon layanan darurat panggilan
    pengaduan aduan faks fax ponsel hp
""")
_WEAK_CUES = frozenset({"nomor", "layanan", "darurat", "aduan", "pengaduan", "center", "centre"})
_OTHER = word_set("""
    rekening rek norek nik nip nisn npwp va virtual account bank bri bni bca mandiri btn bsi resi
    kode pin otp rp idr polis invoice kk nib siup
""")
_ABBREVIATED = frozenset({"telp", "tlp", "tel", "no", "nomor"})
CUE_WITHIN = 4  # words


def cue_before(cursor: Cursor, index: int) -> str:
    """The nearest word before the number that makes it a telephone's, if none denies it."""
    for at in range(index - 1, max(index - 1 - CUE_WITHIN, -1), -1):
        word, base = cursor.word(at), cursor.base(at)
        ends = cursor.gap(at + 1)[:1] in (".", "!", "?") and word not in _ABBREVIATED
        if ends or cursor.raw(at + 1) == BREAK:
            return ""
        if word in _OTHER or base in _OTHER:
            return ""
        if word in _CUES or base in _CUES:
            return base if base in _CUES else word
    return ""


def names_other(cursor: Cursor, index: int) -> bool:
    """Whether the nearest telling word before it says an account, a NIK, an amount."""
    for at in range(index - 1, max(index - 1 - CUE_WITHIN, -1), -1):
        if cursor.raw(at + 1) == BREAK:
            return False
        word, base = cursor.word(at), cursor.base(at)
        if base in _CUES and word not in _WEAK_CUES:
            return False
        if word in _OTHER or base in _OTHER:
            return True
    return False


def continues(cursor: Cursor, index: int) -> bool:
    """Whether more is glued to the end: then it was the number of something else."""
    end = cursor.tokens[index - 1].end
    trail = cursor.after(end, 2)
    if trail[:1].isalnum() or trail[:1] == "_":
        return True
    if trail[:1] in ("-", ".", ",", "/") and trail[1:].isdigit():
        return trail[0] != "/" or len(cursor.word(index)) <= 4  # noqa: PLR2004
    return False
