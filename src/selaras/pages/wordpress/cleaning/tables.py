"""Tables: rows of equal length, with merged cells taken apart."""

import re

from bs4 import Tag

from selaras.pages.wordpress.cleaning.characters import one_line
from selaras.pages.wordpress.cleaning.flow import Flow
from selaras.pages.wordpress.cleaning.inline import fill, plain
from selaras.pages.wordpress.cleaning.notes import Notes
from selaras.pages.wordpress.content import Table
from selaras.pages.wordpress.items import whole_number

WIDEST = 50
LONGEST = 2000
_BOLD = re.compile(r"<b>(?:(?!</b>).)*</b>")


def is_layout(tag: Tag) -> bool:
    """Whether a table only arranges other things, as pages once were built."""
    if tag.find(["table", "img", "iframe", "figure", "video", "wp-gallery", "wp-embed"]):
        return True
    return all(len(_cells(row)) <= 1 for row in _rows(tag))


def table(tag: Tag, notes: Notes, *, caption: str = "") -> Table | None:
    """The table's texts; None where it is empty."""
    every = _rows(tag)
    rows = every[:LONGEST]
    texts = _grid(rows, notes)
    width = min(max((len(row) for row in texts), default=0), WIDEST)
    kept = [_fitted(row, width) for row in texts]
    if not any(any(row) for row in kept):
        return None
    if len(every) > LONGEST or any(len(row) > WIDEST for row in texts):
        notes.add(f"Tabel dipotong pada {LONGEST} baris dan {WIDEST} kolom.")
    own = tag.find("caption")
    said = caption or (one_line(plain(own, notes)) if isinstance(own, Tag) else "")
    return Table(tuple(kept), _has_header(tag, rows, kept[0]), said)


def _rows(tag: Tag) -> list[Tag]:
    return [row for row in tag.find_all("tr") if row.find_parent("table") is tag]


def _cells(row: Tag) -> list[Tag]:
    return row.find_all(["td", "th"], recursive=False)


def _grid(rows: list[Tag], notes: Notes) -> list[list[str]]:
    """The text of a merged cell stands once; the other places that it covered are empty."""
    covered: dict[int, int] = {}
    grid = []
    for row in rows:
        texts: list[str] = []
        for cell in _cells(row):
            while covered.get(len(texts), 0) > 0:
                covered[len(texts)] -= 1
                texts.append("")
            height, width = _span(cell, "rowspan"), _span(cell, "colspan")
            for column in range(len(texts), len(texts) + width):
                covered[column] = height - 1
            texts += [_html(cell, notes), *[""] * (width - 1)]
        for column in range(len(texts), max(covered, default=-1) + 1):
            if covered.get(column, 0) > 0:
                covered[column] -= 1
        grid.append(texts)
    return [texts for texts in grid if texts]


def _html(cell: Tag, notes: Notes) -> str:
    flow = Flow()
    fill(flow, cell, notes)
    return flow.html()


def _span(cell: Tag, name: str) -> int:
    return min(max(whole_number(str(cell.get(name) or "")), 1), WIDEST)


def _fitted(row: list[str], width: int) -> tuple[str, ...]:
    return tuple([*row, *[""] * (width - len(row))][:width])


def _has_header(tag: Tag, rows: list[Tag], first: tuple[str, ...]) -> bool:
    """Said by the markup, or meant by who wrote the whole first row in bold."""
    if tag.find("thead") is not None:
        return True
    cells = _cells(rows[0])
    said = bool(cells) and all(cell.name == "th" for cell in cells)
    return said or (len(rows) > 1 and all(_BOLD.fullmatch(text) for text in first))
