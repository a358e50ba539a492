"""What fits a schema, the same for every engine: documents, fields of a query, pages of hits.

All raise `Unsuitable`.
"""

from collections.abc import Sequence

from selaras.textindex.errors import Unsuitable
from selaras.textindex.schema import Document, Field, Kind, Schema, Value

# The smallest limits of our engines, in bytes of UTF-8.
LONGEST_ID = 512
LONGEST_TERM = 32_766
DEEPEST = 10_000

_ID = Field("id", Kind.KEYWORD)
_NUMBERS = range(-(2**63), 2**63)


def field_of(schema: Schema, name: str, *kinds: Kind) -> Field:
    """The field of that name, `id` too, where it is of one of these kinds."""
    found = _ID if name == _ID.name else schema.by_name.get(name)
    if found is None:
        raise Unsuitable(f"The index {schema.name} has no field {name!r}")
    if found.kind not in kinds:
        raise Unsuitable(f"The field {name!r} is of kind {found.kind}, not {' or '.join(kinds)}")
    return found


def check_page(limit: int, offset: int) -> None:
    if limit < 0 or offset < 0 or limit + offset > DEEPEST:
        raise Unsuitable(
            f"Hits {offset} to {offset + limit} were asked for, at most {DEEPEST} can be"
        )


def check_document(document: Document, schema: Schema) -> None:
    if not document.id or len(encoded(document.id)) > LONGEST_ID:
        raise Unsuitable(f"An id has 1 to {LONGEST_ID} bytes: {document.id[:80]!r}")
    for name, value in document.values.items():
        field = schema.by_name.get(name)
        if field is None:
            raise Unsuitable(f"The index {schema.name} has no field {name!r}")
        _check_value(field, value)


def encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise Unsuitable(f"Not a text that can be written: {text[:80]!r}") from error


def _check_value(field: Field, value: Value) -> None:
    if field.kind is Kind.NUMBER:
        if type(value) is not int or value not in _NUMBERS:
            raise Unsuitable(f"The field {field.name!r} takes an integer of 64 bits: {value!r:.80}")
        return
    for text in (value,) if isinstance(value, str) else _several(field, value):
        if not text.isascii():
            encoded(text)
        # A letter has at most four bytes: most texts are too short to have a term that long.
        if len(text) > LONGEST_TERM // 4:
            _check_terms(field, text.split(" ") if field.kind is Kind.WORDS else (text,))


def _several(field: Field, value: object) -> Sequence[str]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(one, str) for one in value):
        raise Unsuitable(f"The field {field.name!r} takes texts: {value!r:.80}")
    return value


def _check_terms(field: Field, terms: Sequence[str]) -> None:
    if any(len(encoded(term)) > LONGEST_TERM for term in terms if len(term) > LONGEST_TERM // 4):
        raise Unsuitable(f"A term of {field.name!r} is longer than {LONGEST_TERM} bytes")
