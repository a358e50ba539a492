"""From bytes to text whose every character can be seen and whose lines count as in an editor."""

import re

from selaras.announcements.errors import unreadable
from selaras.common.errors import Flaw

LARGEST = 2_000_000  # characters
END = "..."
SHOWN = 80

# Controls, halves of surrogate pairs, and what hides in a name or turns its direction.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_INDENTED_WRONGLY = re.compile("^ *[\t\xa0].*\\S")
# YAML breaks lines at these, no editor does; Word writes them for a break inside a paragraph.
_FOREIGN_BREAKS = {0x85: " ", 0x2028: " ", 0x2029: " "}


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8, with or without a byte order mark.

    Raises `InvalidDocument` for other encodings and for what is too large.
    """
    if len(data) > 4 * LARGEST:
        raise _too_large()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = f"Bita ke-{error.start + 1} bukan teks UTF-8."
        raise unreadable(Flaw(line, "", problem, "Simpan ulang berkas sebagai UTF-8.")) from error


def tidied(text: str) -> str:
    """The text with plain line breaks and without a byte order mark.

    Raises `InvalidDocument` for what is too large, was cut off, or holds what nobody can see.
    """
    if len(text) > LARGEST:
        raise _too_large()
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    plain = plain.translate(_FOREIGN_BREAKS)
    lines = plain.split("\n")
    flaws = [flaw for number, line in enumerate(lines, 1) if (flaw := _flaw_in(number, line))]
    if flaws:
        raise unreadable(*flaws[:SHOWN])
    _require_end(plain)
    return plain


def shows(text: str) -> bool:
    """Whether every character of the text can be seen; an escape may have hidden one."""
    return _INVISIBLE.search(text) is None


def _flaw_in(number: int, line: str) -> Flaw | None:
    if found := _INVISIBLE.search(line):
        name = f"U+{ord(found[0]):04X}"
        value = _INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", line)[:SHOWN]
        return Flaw(
            number, value, f"Ada karakter yang tidak terlihat ({name}).", "Ketik ulang baris ini."
        )
    if _INDENTED_WRONGLY.match(line):
        problem = "Jorokan baris ini memakai tab atau spasi tak terputus."
        return Flaw(number, line.strip()[:SHOWN], problem, "Pakai spasi biasa.")
    return None


def _require_end(text: str) -> None:
    """A file that was cut off is often valid YAML; the end marker tells that it is whole."""
    lines = text.rstrip().split("\n")
    if lines[-1] != END:
        raise unreadable(
            Flaw(
                len(lines),
                lines[-1][:SHOWN],
                "Berkas kosong atau terpotong: tanda akhirnya tidak ada.",
                f'Baris terakhir harus "{END}".',
            )
        )


def _too_large() -> Exception:
    size = f"{LARGEST:,}".replace(",", ".")
    return unreadable(Flaw(0, "", "Berkas terlalu besar.", f"Batasnya {size} karakter."))
