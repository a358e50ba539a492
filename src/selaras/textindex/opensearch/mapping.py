"""What OpenSearch is told of an index that is made for a schema."""

from typing import Any

from selaras.textindex.schema import Field, Kind, Schema

ID, STORED = "id", "stored"
# A second copy wherever there is a second machine.
COPIES = {"auto_expand_replicas": "0-1"}
LIVE: dict[str, Any] = {"refresh_interval": "1s", **COPIES}
# Nothing reads an index that is being filled, so nothing has to be made visible or copied yet.
FILLING: dict[str, Any] = {
    "refresh_interval": "-1",
    "auto_expand_replicas": "false",
    "number_of_replicas": 0,
}
LONGEST_REGEX = 100_000
# Both factors as in the embedded engine; and, as there, a score has the factor k1 + 1, which
# weighs where scores of words are added to constant ones. OpenSearch 3 gave that another name.
BM25 = {"k1": 1.2, "b": 0.75}
FIRST_OTHER = 3


def template(schema: Schema, pattern: str, version: int) -> dict[str, Any]:
    """An index template, for this major version of OpenSearch."""
    kind = "LegacyBM25" if version >= FIRST_OTHER else "BM25"
    return {
        "index_patterns": [pattern],
        "priority": 500,
        "template": {
            "settings": {
                "index": {
                    "number_of_shards": 1,
                    "max_regex_length": LONGEST_REGEX,
                    "similarity": {"default": {"type": kind, **BM25}},
                    **LIVE,
                }
            },
            "mappings": mappings(schema),
        },
    }


def mappings(schema: Schema) -> dict[str, Any]:
    """The words themselves are not kept, only found; `stored` is one text of JSON."""
    return {
        "dynamic": "strict",
        "_source": {"includes": [STORED]},
        "properties": {
            ID: {"type": "keyword"},
            STORED: {"type": "keyword", "index": False, "doc_values": False},
            **{one.name: _field(one) for one in schema.fields},
        },
    }


def _field(field: Field) -> dict[str, Any]:
    match field.kind:
        case Kind.KEYWORD:
            return {"type": "keyword"}
        case Kind.NUMBER:
            return {"type": "long"}
        case Kind.WORDS:
            kept = "positions" if field.phrases else "freqs"
            return {"type": "text", "analyzer": "whitespace", "index_options": kept}
