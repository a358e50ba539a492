"""From what a clipboard or a file holds to text that can be seen, compared and stored."""

import codecs
import re

from selaras.announcements.grid.errors import Mistake, unreadable

LARGEST = 4_000_000  # characters; 514 regions in four columns take a hundredth of it
LONGEST_CELL = 4000
_WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# What spreadsheets and word processors leave between letters, and nobody sees.
_UNSEEN = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# What neither a browser nor a database keeps: shown as a mark, so that its place is not lost.
_IMPOSSIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)


def tidied(cell: str) -> str:
    """One cell on one line; a no-break space is a space, what cannot be kept is a mark."""
    if len(cell) > LONGEST_CELL:
        problem = f'Sebuah sel lebih dari {LONGEST_CELL} huruf: "{cell[:40].strip()}…".'
        raise unreadable(0, problem, "Periksa apakah tanda kutipnya berpasangan.")
    if cell.isascii() and cell.isprintable():
        return " ".join(cell.split())
    seen = _IMPOSSIBLE.sub("\N{REPLACEMENT CHARACTER}", _UNSEEN.sub("", cell))
    return " ".join(seen.split())


def decoded(data: bytes) -> str:
    """The text of a file, in UTF-8 or with the mark of UTF-16. Raises `InvalidGrid`."""
    encoding = next((name for mark, name in _WIDE.items() if data.startswith(mark)), "utf-8-sig")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = f"Bita ke-{error.start + 1} bukan teks UTF-8."
        raise unreadable(line, problem, 'Simpan ulang sebagai "CSV UTF-8" atau XLSX.') from error


def bounded(text: str) -> str:
    """The text with plain line breaks. Raises `InvalidGrid` for what is too large."""
    if len(text) > LARGEST:
        problem = "Tempelan ini terlalu besar."
        raise unreadable(0, problem, "Salin tabelnya saja.", Mistake.TOO_MANY)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
