"""Builds the parts of a text in order: running text is gathered until something else comes."""

from selaras.pages.wordpress.cleaning.flow import Flow
from selaras.pages.wordpress.content import PageBreak, Paragraph, Part

BREAK = PageBreak()


class Body:
    """`flow` is the paragraph being written."""

    def __init__(self) -> None:
        self.flow = Flow()
        self._html: list[str] = []
        self._parts: list[Part] = []

    def end_paragraph(self) -> None:
        html = self.flow.html()
        if html:
            self._html.append(f"<p>{html}</p>")
        self.flow = Flow()

    def end_heading(self, tag: str) -> None:
        """What is in the flow becomes a heading; marks in it would only be louder."""
        html = self.flow.html(marks=False)
        if html:
            self._html.append(f"<{tag}>{html}</{tag}>")
        self.flow = Flow()

    def add_html(self, html: str) -> None:
        """A list, as HTML of the kinds that `content` names."""
        self.end_paragraph()
        if html:
            self._html.append(html)

    def add(self, part: Part) -> None:
        self._end_text()
        if not (part == BREAK and (not self._parts or self._parts[-1] == BREAK)):
            self._parts.append(part)

    def finished(self) -> tuple[Part, ...]:
        """All parts; page breaks stand only between parts."""
        self._end_text()
        while self._parts and self._parts[-1] == BREAK:
            self._parts.pop()
        return tuple(self._parts)

    def text_so_far(self) -> str:
        """The HTML of all running text, for what stood above WordPress's "more" mark."""
        self.end_paragraph()
        earlier = [part.html for part in self._parts if isinstance(part, Paragraph)]
        return "".join([*earlier, *self._html])

    def _end_text(self) -> None:
        self.end_paragraph()
        if self._html:
            self._parts.append(Paragraph("".join(self._html)))
            self._html = []
