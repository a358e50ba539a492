"""A headline of any length in a box of a fixed size."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from selaras.pages.machines.share_picture.letters import font

SIZES = range(72, 22, -2)
LEADING = 1.2  # from one line to the next, in font sizes
CUT = "…"


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines in a font size in pixels."""

    size: int
    lines: list[str]

    @property
    def step(self) -> int:
        return round(self.size * LEADING)

    @property
    def height(self) -> int:
        return self.step * len(self.lines)


def fitted(text: str, width: int, height: int) -> Fitted:
    """The text as large as it fits; in the smallest size it is cut."""

    def at(size: int) -> Fitted:
        return Fitted(size, list(_lines(text, width, size)))

    # Sizes fall: the first that fits is looked for by halves, as measuring is what takes time.
    place = bisect_left(SIZES, 1, key=lambda size: int(at(size).height <= height))
    if place < len(SIZES):
        return at(SIZES[place])
    found = at(SIZES[-1])
    kept = found.lines[: max(1, height // found.step)]
    return Fitted(found.size, [*kept[:-1], f"{kept[-1].rstrip()[:-1]}{CUT}"])


def one_line(text: str, width: int, size: int) -> str:
    """The text, cut where one line ends."""
    first, *rest = _lines(text, width, size)
    return f"{first.rstrip()[:-1]}{CUT}" if rest else first


def _lines(text: str, width: int, size: int) -> Iterator[str]:
    line = ""
    for word in _words(text, width, size):
        longer = f"{line} {word}" if line else word
        if font(size).getlength(longer) <= width:
            line = longer
        else:
            yield line
            line = word
    yield line


def _words(text: str, width: int, size: int) -> Iterator[str]:
    """Words, and pieces of those that are longer than a line."""
    measure = font(size).getlength
    for word in text.split():
        if measure(word) <= width:
            yield word
            continue
        piece = ""
        for letter in word:
            if measure(piece + letter) > width:
                yield piece
                piece = ""
            piece += letter
        yield piece
