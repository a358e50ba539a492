"""A document as lines of a bulk request, once it is known to fit."""

import json
from typing import Any

from selaras.textindex.errors import Unsuitable
from selaras.textindex.fitting import check_document
from selaras.textindex.opensearch.mapping import ID, STORED
from selaras.textindex.schema import Document, Schema


def putting(document: Document, schema: Schema) -> bytes:
    """The two lines that put it. Raises `Unsuitable`."""
    check_document(document, schema)
    try:
        stored = json.dumps(document.stored, separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise Unsuitable(f"{document.id}: what is stored is not JSON: {error}") from error
    source = {ID: document.id, STORED: stored, **document.values}
    return _line({"index": {"_id": document.id}}) + _line(source)


def dropping(identity: str) -> bytes:
    """The line that drops what has this id."""
    return _line({"delete": {"_id": identity}})


def given_back(source: dict[str, Any]) -> dict[str, Any]:
    """What was stored with a document, from what OpenSearch kept of it."""
    stored: dict[str, Any] = json.loads(source[STORED])
    return stored


def _line(said: dict[str, Any]) -> bytes:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
