"""What is taken as a document: by its ending, and only if its first bytes agree."""

from pathlib import PurePath
from typing import BinaryIO

from django.conf import settings

from selaras.media.checking.sizes import readable
from selaras.media.errors import BadFile

PDF = (b"%PDF-",)
ARCHIVE = (b"PK\x03\x04", b"PK\x05\x06")  # the newer office formats are archives
OLE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)  # the older ones
RTF = (b"{\\rtf",)
TEXT: tuple[bytes, ...] = ()
KINDS = {
    "pdf": PDF,
    **dict.fromkeys(["docx", "xlsx", "pptx", "odt", "ods", "odp", "zip"], ARCHIVE),
    **dict.fromkeys(["doc", "xls", "ppt"], OLE),
    "rtf": RTF,
    **dict.fromkeys(["txt", "csv", "json", "geojson", "ics"], TEXT),
}
HEAD = 4096  # bytes that are read to recognise a file
MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<svg", b"<script")
USE = "Unggah PDF, DOCX, ODT, XLSX, ODS, CSV, PPTX, ODP, atau ZIP."


def check_file(file: BinaryIO, *, name: str, size: int) -> None:
    """Raise `BadFile` unless this may be offered; rewinds the file. `size` in bytes."""
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if ending not in KINDS:
        shown = f"berakhiran .{ending}" if ending else "tanpa akhiran"
        raise BadFile(f"Berkas {shown} tidak diterima.", USE)
    if not size:
        raise BadFile("Berkas ini kosong.", "Pilih berkas yang berisi.")
    if size > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE:
        raise BadFile(
            f"Berkas ini {readable(size)}; paling besar "
            f"{readable(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)}.",
            "Perkecil berkas itu, atau bagi menjadi beberapa berkas.",
        )
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    agrees = head.lstrip().startswith(KINDS[ending]) if KINDS[ending] else _is_text(head)
    if not agrees:
        raise BadFile(
            f"Isi berkas ini bukan {ending.upper()}.",
            "Buka berkas itu, simpan ulang dengan jenis yang benar, lalu unggah lagi.",
        )


def _is_text(head: bytes) -> bool:
    return b"\x00" not in head and not head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(
        MARKUP
    )
