"""The old website of the tests: an export with everything that old websites have, and its files."""

import struct
import zlib
from pathlib import Path

EXPORT = Path(__file__).with_name("old-site.xml")
HOST = "diskominfo.contoh.example"
SITE = f"https://{HOST}"
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def png(side: int = 20, grey: int = 90) -> bytes:
    """A square PNG of one shade."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\x00" + bytes([grey]) * side) * side)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


FILES = {
    "2021/09/foto-banjir.jpg": png(grey=10),
    "2021/09/IMG_2201.jpg": png(grey=50),
    "2021/10/infografis.png": png(grey=200),
    "2021/09/edaran.pdf": PDF,
    "2021/09/logo.svg": SVG,
}


def write_uploads(folder: Path) -> Path:
    """A copy of `wp-content/uploads`; one attachment of the export is missing in it."""
    for name, content in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def only(*numbers: int) -> bytes:
    """The export with only these items."""
    head, *items = EXPORT.read_text(encoding="utf-8").split("\t<item>")
    kept = [item for item in items if any(f"<wp:post_id>{n}<" in item for n in numbers)]
    end = "</channel>\n</rss>\n"
    body = "".join(f"\t<item>{item.removesuffix(end)}" for item in kept)
    return f"{head}{body}{end}".encode()


def export_of(*items: str, version: str = "1.2", head: str = "") -> bytes:
    """A small export with these items, each as XML."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>{head}
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/{version}/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/{version}/">
<channel><title>Lama</title><link>{SITE}</link><wp:wxr_version>{version}</wp:wxr_version>
{"".join(items)}
</channel></rss>""".encode()


def post(number: int, content: str = "Isi.", **fields: str) -> str:
    """One post; `fields` are further elements of the `wp` namespace."""
    given = {"status": "publish", "post_type": "post", "post_name": f"tulisan-{number}"} | fields
    more = "".join(f"<wp:{name}>{value}</wp:{name}>" for name, value in given.items())
    return (
        f"<item><title>Tulisan {number}</title><link>{SITE}/tulisan-{number}/</link>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded>"
        f"<wp:post_id>{number}</wp:post_id>"
        f"<wp:post_date_gmt>2021-09-24 03:00:00</wp:post_date_gmt>{more}</item>\n"
    )
