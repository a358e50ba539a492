"""From bytes to text whose every character can be seen and whose lines count as in an editor."""

import codecs
import re

from selaras.language.numbers import format_number
from selaras.tallies.errors import unreadable

LARGEST = 8_000_000  # bytes: a thousand times a province table, and quickly read
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Controls, halves of surrogate pairs, and what hides in a name or turns its direction.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)


def decoded(data: bytes) -> str:
    """The text of a UTF-8 file, with or without a byte order mark, its line breaks as newlines.

    Raises `InvalidSheet` for other encodings, what is empty or too large, and the first
    character that nobody can see.
    """
    if len(data) > LARGEST:
        size = format_number(LARGEST)
        raise unreadable(0, "Berkas terlalu besar.", f"Batasnya {size} bita.")
    if data.startswith(_WIDE):
        raise unreadable(1, "Berkas memakai UTF-16.", 'Simpan ulang sebagai "CSV UTF-8".')
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = f"Bita ke-{format_number(error.start + 1)} bukan teks UTF-8."
        raise unreadable(line, problem, 'Simpan ulang sebagai "CSV UTF-8".') from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := INVISIBLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        problem = f"Ada karakter yang tidak terlihat (U+{ord(found[0]):04X})."
        raise unreadable(line, problem, "Hapus karakter itu, atau ketik ulang barisnya.")
    if not text.strip():
        raise unreadable(0, "Berkas kosong.", "Baris pertama berisi judul kolom.")
    return text
