"""Our schema in the engine's terms, and an index opened with it."""

import json
from pathlib import Path

import tantivy

from selaras.textindex.schema import Field, Kind, Schema

ID = "id"
STORED = "_stored"  # JSON as bytes
# A number of 0 to SHARES - 1 from the id: all documents are read share by share, since the engine
# has no other way to walk through them without naming all of them at once.
SHARE = "_share"
SHARES = 64

_WORDS = "words"
# Bytes of what is stored that are compressed together. A question reads a few documents far from
# each other, and unpacks all that is packed with each: usual are 16,384.
_PACKED = 2_048


def made_schema(schema: Schema) -> tantivy.Schema:
    """Raises ValueError for a name that the engine, or we ourselves, cannot use."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(ID, stored=True, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field(STORED, stored=True)
    builder.add_integer_field(SHARE, indexed=True)
    # In one order: the engine tells fields apart by their place, and a digest by their names.
    for field in sorted(schema.fields, key=lambda one: one.name):
        usable = tantivy.SchemaBuilder.is_valid_field_name(field.name)
        if not usable or field.name in {ID, STORED, SHARE}:
            raise ValueError(f"A field cannot have the name {field.name!r}")
        _add(builder, field)
    return builder.build()


def _add(builder: tantivy.SchemaBuilder, field: Field) -> None:
    if field.kind is Kind.NUMBER:
        builder.add_integer_field(field.name, indexed=True, fast=True)
    elif field.kind is Kind.KEYWORD:
        builder.add_text_field(field.name, fast=True, tokenizer_name="raw", index_option="basic")
    else:
        option = "position" if field.phrases else "freq"
        builder.add_text_field(field.name, tokenizer_name=_WORDS, index_option=option)


def created(made: tantivy.Schema, folder: Path | None) -> tantivy.Index:
    """A new index in this empty folder, or in memory."""
    if folder is None:
        return _ready(tantivy.Index(made))
    tantivy.Index(made, path=str(folder))
    _pack_loosely(folder / "meta.json")
    return opened(folder)


def opened(folder: Path) -> tantivy.Index:
    """Raises OSError or ValueError where there is none."""
    return _ready(tantivy.Index.open(str(folder)))


def _pack_loosely(description: Path) -> None:
    """Said in the index's own description: the engine's Python has no other way to say it."""
    told = json.loads(description.read_text(encoding="utf-8"))
    told["index_settings"]["docstore_blocksize"] = _PACKED
    description.write_text(json.dumps(told), encoding="utf-8")


def _ready(index: tantivy.Index) -> tantivy.Index:
    """Tokenizers are not kept with an index: without its own, each commit loses documents."""
    words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(_WORDS, words)
    index.config_reader("manual")
    return index
