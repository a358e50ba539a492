"""A small library to ask: its schema, and its books."""

from selaras.textindex.schema import Document, Field, Kind, Schema

LIBRARY = Schema(
    "library",
    (
        Field("title", Kind.WORDS),
        Field("text", Kind.WORDS, phrases=True),
        Field("kind", Kind.KEYWORD),
        Field("places", Kind.KEYWORD),
        Field("day", Kind.NUMBER),
    ),
)


def book(id_: str, text: str, **values: str | int | list[str]) -> Document:
    return Document(id_, {"title": text, "text": text, **values}, {"said": text})


BOOKS = (
    book("a", "banjir di kota bandung", kind="berita", places=["32", "32.73"], day=10),
    book("b", "banjir besar di kota semarang", kind="berita", places=["33", "33.74"], day=30),
    book("c", "syarat membuat paspor baru", kind="informasi", places=["31"], day=-5),
    book("d", "paspor elektronik dan paspor biasa", kind="informasi", places=["31", "32"], day=20),
    book("e", "kota tua jakarta", kind="berita", places=["31"]),
    book("f", "jadwal vaksin 😀 مرحبا 'kutip\" (kurung* AND OR NOT", kind="pengumuman", day=2**40),
)
SHELF = 150
ALL = [one.id for one in BOOKS]
