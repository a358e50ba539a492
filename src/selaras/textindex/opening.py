"""The one way to an index: the address decides which engine."""

from pathlib import Path
from urllib.parse import urlsplit

from selaras.textindex.contract import Index
from selaras.textindex.schema import Schema


def open_index(url: str, schema: Schema, *, folder: Path) -> Index:
    """An empty `url` is the embedded engine in `folder`; `https://user:password@host:9200` (or
    `http`) is OpenSearch. Index names begin with the path of the address, `selaras` by default.

    The engine is imported only here, where it is used. Raises ValueError for another address.
    """
    scheme = urlsplit(url).scheme
    if not url:
        from selaras.textindex.embedded.index import EmbeddedIndex  # noqa: PLC0415

        return EmbeddedIndex(folder, schema)
    if scheme in {"http", "https"}:
        from selaras.textindex.opensearch.index import OpenSearchIndex  # noqa: PLC0415

        return OpenSearchIndex(url, schema)
    raise ValueError(f"SEARCH_URL: expected an address with http or https, got {scheme!r}")
