"""The bytes of an export: what XML cannot hold is taken out and counted."""

from typing import BinaryIO

from selaras.pages.wordpress.errors import unreadable

CHUNK = 64 * 1024
LARGEST_ITEM = 64 * 1024 * 1024
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
_UTF8_MARK = b"\xef\xbb\xbf"
_PACKED = {b"PK\x03\x04": "ZIP", b"\x1f\x8b": "GZIP"}
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


class Source:
    """Reads an export in chunks. Raises `UnreadableExport` for what cannot be an export.

    Control characters, which old editors left in texts and which XML forbids, are removed:
    `removed` counts them, `first_line` is where the first one stood.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._lines = 1
        self._begun = False
        self._since_item = 0
        self.skipped_lines = 0
        self.removed = 0
        self.first_line = 0

    def read(self) -> bytes:
        """The next chunk; empty at the end of the file."""
        raw = self._file.read(CHUNK)
        if not self._begun:
            raw = self._beginning(raw)
        self._since_item += len(raw)
        if self._since_item > LARGEST_ITEM:
            size = LARGEST_ITEM // 1024 // 1024
            raise unreadable(
                self._lines,
                f"Satu butir lebih besar dari {size} MB.",
                "Keluarkan butir itu dari ekspor, lalu ulangi.",
            )
        return self._without_controls(raw)

    def item_read(self) -> None:
        self._since_item = 0

    def _beginning(self, raw: bytes) -> bytes:
        """Without a byte order mark and the empty lines that plugins print before the XML."""
        for mark, name in _PACKED.items():
            if raw.startswith(mark):
                raise unreadable(
                    0, f"Berkas ini kemasan {name}.", "Buka kemasannya; pakai berkas XML di dalam."
                )
        if raw.startswith(_WIDE_MARKS):
            raise unreadable(0, "Berkas ini bukan UTF-8.", "Simpan ulang berkas sebagai UTF-8.")
        text = raw.removeprefix(_UTF8_MARK).lstrip(b" \t\r\n")
        while not text and raw:
            self._lines += raw.count(b"\n")
            raw = self._file.read(CHUNK)
            text = raw.lstrip(b" \t\r\n")
        if not text:
            raise unreadable(0, "Berkas kosong.", "Ekspor ulang dari WordPress.")
        self._lines += raw[: raw.index(text[:1])].count(b"\n")
        self.skipped_lines = self._lines - 1
        self._begun = True
        return text

    def _without_controls(self, raw: bytes) -> bytes:
        clean = raw.translate(None, _CONTROLS)
        lost = len(raw) - len(clean)
        if lost and not self.removed:
            first = next(place for place, code in enumerate(raw) if code in _CONTROLS)
            self.first_line = self._lines + raw.count(b"\n", 0, first)
        self.removed += lost
        self._lines += raw.count(b"\n")
        return clean
