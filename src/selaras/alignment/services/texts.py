"""A text as its room hands it over, and the one long text as which it is read."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from selaras.alignment.models import CheckedText
from selaras.institutions.models import Institution, Region

BETWEEN = "\n\n"  # ends every sentence and every table


@dataclass(frozen=True, slots=True)
class TextPart:
    """Plain text of one part, under a name by which a screen finds the part again."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text in one state and version; see `CheckedText` for what most of it means.

    `embeds` counts the facts that stand in it as embeds. In the parts an embed is one character,
    U+FFFC: its value is never read.
    """

    source: str
    source_id: str
    state: CheckedText.State
    version: str
    institution: Institution
    region: Region
    title: str
    parts: Sequence[TextPart]
    address: str = ""
    edit_address: str = ""
    speaks_on: date | None = None
    dated_from: date | None = None
    embeds: int = 0

    @property
    def key(self) -> tuple[str, str, str]:
        return self.source, self.source_id, str(self.state)


class Joined:
    """All parts as one text, so that what a heading names is known in the paragraph below it."""

    def __init__(self, parts: Sequence[TextPart]) -> None:
        self._parts = parts
        lengths = (len(part.text) + len(BETWEEN) for part in parts)
        self._starts = [0, *accumulate(lengths)][: len(parts)]
        self.text = BETWEEN.join(part.text for part in parts)

    def place(self, start: int, end: int) -> tuple[TextPart, int, int]:
        """The part in which a span of the whole begins, and the span in it, cut at its end."""
        position = bisect_right(self._starts, start) - 1
        part, begins = self._parts[position], self._starts[position]
        return part, start - begins, min(end - begins, len(part.text))
