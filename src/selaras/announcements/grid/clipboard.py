"""The table that a spreadsheet puts on the clipboard as HTML: it alone tells of merged cells."""

import re
from html import unescape

from selaras.announcements.grid.characters import bounded
from selaras.announcements.grid.tables import (
    MOST_COLUMNS,
    MOST_ROWS,
    Covered,
    Merge,
    Record,
    records_of,
)

UNREAD = frozenset({"style", "script", "title", "head", "template"})
CELLS = frozenset({"td", "th"})
BREAKS = frozenset({"br", "p", "div", "li"})
# An attempt ends at the next sign that opens a tag, so that the whole takes time by its length;
# the library's parser takes the square of it for comments that are never closed.
_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9:-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>""")
_SPAN = re.compile(r"""\b(rowspan|colspan)\s{0,9}=\s{0,9}["']?([0-9]{1,5})\b""", re.IGNORECASE)


def read_html(html: str) -> list[Record] | None:
    """The rows of the first table, or None where there is no table. Raises `InvalidGrid`."""
    reader = _TableReader()
    reader.read(_without_comments(bounded(html)))
    if not any(reader.rows.values()):
        return None
    return records_of(sorted(reader.rows.items()), reader.covered.at)


def _without_comments(html: str) -> str:
    first, *rest = html.split("<!--")
    return first + "".join(part.partition("-->")[2] for part in rest)


class _TableReader:
    """Lays the cells of the outermost table out, as a browser would."""

    def __init__(self) -> None:
        self.rows: dict[int, list[str]] = {}
        self.covered = Covered()
        self.depth = 0
        self.unread = 0
        self.line = 0
        self.done = False
        self.text: list[str] | None = None
        self.span = (1, 1)

    def read(self, html: str) -> None:
        seen = 0
        for found in _TAG.finditer(html):
            self._data(html[seen : found.start()])
            seen = found.end()
            if found[1]:
                self._close(found[2].lower())
            else:
                self._open(found[2].lower(), found[3])
            if self.done:
                return
        self._data(html[seen:])
        self._end_cell()

    def _data(self, data: str) -> None:
        if self.text is not None and not self.unread:
            self.text.append(unescape(data))

    def _open(self, tag: str, attributes: str) -> None:
        if tag in UNREAD:
            self.unread += 1
        elif tag == "table":
            self.depth += 1
        elif self.depth == 1 and tag == "tr":
            self._begin_row()
        elif self.depth == 1 and tag in CELLS:
            self._begin_cell(attributes)
        elif tag in BREAKS and self.text is not None:
            self.text.append(" ")

    def _close(self, tag: str) -> None:
        if tag in UNREAD:
            self.unread = max(0, self.unread - 1)
        elif tag == "table" and self.depth:
            self.depth -= 1
            if not self.depth:
                self._end_cell()
                self.done = bool(self.rows)
        elif self.depth == 1 and tag in {*CELLS, "tr"}:
            self._end_cell()

    def _begin_row(self) -> None:
        self._end_cell()
        self.line += 1
        self.rows[self.line] = []

    def _begin_cell(self, attributes: str) -> None:
        self._end_cell()
        if not self.line:
            self._begin_row()
        spans = {name.lower(): int(count) for name, count in _SPAN.findall(attributes)}
        tall = min(max(spans.get("rowspan", 1), 1), MOST_ROWS)
        wide = min(max(spans.get("colspan", 1), 1), MOST_COLUMNS)
        self.span = (tall, wide)
        self.text = []

    def _end_cell(self) -> None:
        if self.text is None:
            return
        text, self.text = "".join(self.text), None
        cells, taken = self.rows[self.line], self.covered.at[self.line]
        while len(cells) in taken:
            cells.append("")
        left, (tall, wide) = len(cells), self.span
        cells.append(text)
        if self.span != (1, 1):
            self.covered.add(Merge(self.line, self.line + tall - 1, left, left + wide - 1))
