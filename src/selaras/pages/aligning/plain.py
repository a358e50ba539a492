"""Rich text as the plain text that a reader reads: one line for each paragraph, point and row."""

import re
from html.parser import HTMLParser

EMBED = "\ufffc"  # an official fact stands here; its value is not the writer's word
CELL = " | "
_LINES = frozenset(
    [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "caption", "tr",
        "br", "hr", "blockquote", "pre", "section", "article", "figure", "figcaption", "dl", "dt",
        "dd",
    ]
)  # fmt: skip
_CELLS = frozenset(("td", "th"))
_UNSAID = frozenset(("script", "style", "template"))
_BLANKS = re.compile(r"[ \t\r\f\v]+")
_LINE_ENDS = re.compile(r" *\n[ \n]*")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._unsaid = 0
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSAID:
            self._unsaid += 1
        elif tag in _LINES:
            self.said.append("\n")
            self._cells = 0
        elif tag in _CELLS:
            self.said.append(CELL if self._cells else "")
            self._cells += 1
        elif tag == "embed":
            self.said.append(EMBED if dict(attrs).get("embedtype") == "fact" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSAID:
            self._unsaid = max(self._unsaid - 1, 0)
        elif tag in _LINES:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unsaid:
            # A line end in the source is a blank to a reader.
            self.said.append(data.replace("\n", " "))


def plain_of(html: str) -> str:
    """The text of stored HTML. Whatever it is, something is read; nothing is refused."""
    if "<" not in html and "&" not in html:
        return tidy(html)
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tidy("".join(reader.said))


def tidy(text: str) -> str:
    """Single blanks, no empty lines."""
    return _LINE_ENDS.sub("\n", _BLANKS.sub(" ", text)).strip()
