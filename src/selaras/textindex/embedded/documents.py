"""Documents in the engine's terms, and back."""

import json
import zlib
from collections.abc import Mapping
from typing import Any

import tantivy

from selaras.textindex.embedded.fields import ID, SHARE, SHARES, STORED
from selaras.textindex.errors import Unsuitable
from selaras.textindex.fitting import check_document
from selaras.textindex.schema import Document, Schema


def written(document: Document, schema: Schema, made: tantivy.Schema) -> tantivy.Document:
    """Raises `Unsuitable`: what the engine would only refuse later would take others with it."""
    check_document(document, schema)
    values: dict[str, Any] = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in document.values.items()
    }
    values[ID] = document.id
    values[SHARE] = zlib.crc32(document.id.encode()) % SHARES
    values[STORED] = _stored(document)
    try:
        return tantivy.Document.from_dict(values, made)
    except ValueError as error:
        raise Unsuitable(f"{document.id}: {error}") from error


def read(document: tantivy.Document) -> tuple[str, Mapping[str, Any]]:
    """The id, and what is stored with it."""
    stored: Any = document.get_first(STORED)
    return str(document.get_first(ID)), json.loads(stored.decode())


def _stored(document: Document) -> bytes:
    try:
        said = json.dumps(document.stored, separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise Unsuitable(f"{document.id}: what is stored is not JSON: {error}") from error
    return said.encode()
