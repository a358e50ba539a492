"""An export as a stream: first the old site, then its items."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import errors as expat_errors

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import DefusedXMLParser  # type: ignore[import-untyped]

from selaras.pages.wordpress.errors import UnreadableExport, unreadable
from selaras.pages.wordpress.items import Item, Site
from selaras.pages.wordpress.reading.bytes import Source
from selaras.pages.wordpress.reading.collecting import Collector

VERSIONS = {"1.0", "1.1", "1.2"}
SHOWN = 60
_CUT_OFF = {
    expat_errors.XML_ERROR_NO_ELEMENTS,
    expat_errors.XML_ERROR_UNCLOSED_TOKEN,
    expat_errors.XML_ERROR_PARTIAL_CHAR,
    expat_errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
}
_PROBLEMS = {
    expat_errors.XML_ERROR_UNDEFINED_ENTITY: (
        "Ada entitas yang tidak dikenal XML, misalnya &nbsp;.",
        "Ganti dengan karakternya, atau ekspor ulang dari WordPress.",
    ),
    expat_errors.XML_ERROR_BAD_CHAR_REF: (
        "Ada rujukan ke karakter yang dilarang XML.",
        "Hapus rujukan itu (&#…;) dari baris ini.",
    ),
    expat_errors.XML_ERROR_INVALID_TOKEN: (
        "Ada karakter yang bukan XML atau bukan UTF-8.",
        "Periksa baris ini; simpan berkas sebagai UTF-8.",
    ),
    expat_errors.XML_ERROR_TAG_MISMATCH: (
        "Tag penutupnya tidak sesuai.",
        "Berkas rusak di baris ini; ekspor ulang dari WordPress.",
    ),
    expat_errors.XML_ERROR_UNBOUND_PREFIX: (
        "Ada awalan nama yang tidak dijelaskan di awal berkas.",
        "Ekspor ulang dari WordPress.",
    ),
    expat_errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: (
        "Ada isi lain sesudah akhir ekspor.",
        "Hapus semua yang berada sesudah </rss>.",
    ),
}


class Export:
    """An opened export. `items()` may be gone through once."""

    def __init__(self, file: BinaryIO) -> None:
        """Read up to the first item. Raises `UnreadableExport`."""
        self._source = Source(file)
        self._collector = Collector(self._line)
        self._parser: Any = DefusedXMLParser(target=self._collector, forbid_dtd=True)
        self._ended = False
        self._last: Item | None = None
        while self._collector.site is None:
            self._advance()
        self.site: Site = self._collector.site
        _require_export(self.site)

    @property
    def removed_characters(self) -> tuple[int, int]:
        """How many control characters were left out so far, and the line of the first."""
        return self._source.removed, self._source.first_line

    def items(self) -> Iterator[Item]:
        """Every item in the order of the file. Raises `UnreadableExport` where it breaks off."""
        while True:
            for item in self._collector.items:
                self._last = item
                yield item
            if self._collector.items:
                self._source.item_read()
                self._collector.items.clear()
            if self._ended:
                return
            self._advance()

    def _line(self) -> int:
        parser = getattr(self, "_parser", None)
        return self._source.skipped_lines + parser.parser.CurrentLineNumber if parser else 0

    def _advance(self) -> None:
        try:
            chunk = self._source.read()
            if chunk:
                self._parser.feed(chunk)
            else:
                self._ended = True
                self._parser.close()
        except ParseError as error:
            raise self._broken(error) from None
        except DefusedXmlException:
            raise unreadable(
                self._line(),
                "Berkas ini memakai definisi entitas, yang dapat menyembunyikan isi.",
                "Ekspor WordPress tidak memerlukannya; ekspor ulang.",
            ) from None
        except (LookupError, ValueError):
            raise unreadable(
                1, "Pengodean berkas ini tidak dikenal.", "Simpan ulang berkas sebagai UTF-8."
            ) from None

    def _broken(self, error: ParseError) -> UnreadableExport:
        line = self._source.skipped_lines + error.position[0]
        message = expat_errors.messages.get(error.code, "")
        last = self._collector.items[-1] if self._collector.items else self._last
        if message in _CUT_OFF:
            after = f' sesudah "{last.title[:SHOWN]}"' if last else ""
            return unreadable(line, f"Berkas terpotong{after}.", "Ekspor atau unduh ulang.")
        problem, remedy = _PROBLEMS.get(
            message, ("Baris ini bukan XML yang benar.", "Ekspor ulang dari WordPress.")
        )
        place = f' Letaknya sesudah "{last.title[:SHOWN]}".' if last else ""
        return unreadable(line, problem + place, remedy)


@contextmanager
def open_export(path: Path) -> Iterator[Export]:
    """Open an export for reading. Raises `UnreadableExport`."""
    with path.open("rb") as file:
        yield Export(file)


def _require_export(site: Site) -> None:
    if not site.version:
        raise unreadable(
            0,
            "Berkas ini bukan ekspor WordPress: nomor versinya tidak ada.",
            "Di WordPress pilih Perkakas → Ekspor → Semua konten.",
        )
    if site.version not in VERSIONS:
        raise unreadable(
            0,
            f"Versi ekspor {site.version[:SHOWN]} belum dikenal.",
            f"Yang dapat dibaca: {', '.join(sorted(VERSIONS))}.",
        )
