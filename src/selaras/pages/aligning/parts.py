"""A page in the parts of which its text consists, as plain text."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from selaras.alignment.services.texts import TextPart
from selaras.language.numbers import format_number
from selaras.pages.aligning.plain import CELL, plain_of, tidy

TITLE, LEAD, BODY = "title", "lead", "body:"
Block = dict[str, Any]


def parts_of(title: str, lead: str, body: Iterable[Block]) -> list[TextPart]:
    """Title, lead, and every block of the body that says something in its writer's words.

    A block's part is called `body:<block id>`, or `body:<number>` for one that has no id. What
    a page took from the centre stands in its blocks like any other text. Blocks that show what
    others say (facts, announcements of the centre, links to articles) have no part.
    """
    parts = [TextPart(TITLE, tidy(title)), TextPart(LEAD, tidy(lead))]
    for number, block in enumerate(body):
        lines = _lines(str(block.get("type")), block.get("value"))
        text = "\n".join(filter(None, map(str.strip, lines)))
        if text:
            parts.append(TextPart(f"{BODY}{block.get('id') or number}", text))
    return [part for part in parts if part.text]


def _lines(kind: str, value: Any) -> Iterator[str]:
    """The lines of a block. A stored value of another shape says nothing that we can read."""
    read = _READERS.get(kind)
    if read is None:
        return
    try:
        yield from read(value)
    except (KeyError, TypeError, AttributeError, InvalidOperation):
        return


def _paragraph(value: Any) -> Iterator[str]:
    yield plain_of(value)


def _fields(*names: str) -> Callable[[Any], Iterator[str]]:
    """A block of plain fields: one line for each."""

    def read(value: Any) -> Iterator[str]:
        for name in names:
            yield tidy(value.get(name) or "")

    return read


def _gallery(value: Any) -> Iterator[str]:
    yield tidy(value.get("title") or "")
    for picture in value["pictures"]:
        yield tidy(_item(picture).get("caption") or "")


def _accordion(value: Any) -> Iterator[str]:
    for part in value["parts"]:
        item = _item(part)
        yield tidy(item["title"])
        yield plain_of(item["text"])


def _facts(value: Any) -> Iterator[str]:
    yield tidy(value.get("title") or "")
    yield plain_of(value["text"])


def _table(value: Any) -> Iterator[str]:
    """The caption, the headings, and each row with its cells side by side."""
    table = value["table"]
    yield tidy(value.get("caption") or "")
    yield _row(column.get("heading") or "" for column in table["columns"])
    for row in table["rows"]:
        yield _row(plain_of(str(cell or "")) for cell in row["values"])


def _chart(value: Any) -> Iterator[str]:
    unit = value.get("unit") or ""
    yield tidy(value["title"])
    for row in value["rows"]:
        item = _item(row)
        number = Decimal(str(item["value"]))
        whole = number == number.to_integral()
        said = format_number(number.quantize(Decimal(1)) if whole else number.normalize())
        yield _row((item["label"], f"{said} {unit}".strip()))
    yield tidy(value.get("source") or "")


def _row(cells: Iterable[str]) -> str:
    said = [" ".join(cell.split()) for cell in cells]
    return CELL.join(said) if any(said) else ""


def _item(stored: Any) -> Block:
    """An item of a list is stored with a key of its own, or bare."""
    item: Block = stored["value"] if "value" in stored and "type" in stored else stored
    return item


_READERS: dict[str, Callable[[Any], Iterator[str]]] = {
    "paragraph": _paragraph,
    "picture": _fields("caption"),
    "gallery": _gallery,
    "quote": _fields("text", "source"),
    "table": _table,
    "chart": _chart,
    "accordion": _accordion,
    "contact": _fields("unit", "phone", "email", "address", "hours"),
    "document": _fields("title"),
    "video": _fields("title"),
    "facts": _facts,
    "fact_table": _fields("caption"),
    "fact_history": _fields("title"),
    "page_break": _fields("title"),
}
