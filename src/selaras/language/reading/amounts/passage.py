"""A reading as the grammar of amounts walks through it: token by token, minding the gaps."""

from collections.abc import Iterator, Sequence

from selaras.language.reading.words import Reading, Token, usual


class Passage:
    """Tokens by their index, without an end: beyond it there are only empty words."""

    __slots__ = ("count", "lower", "text", "tokens")

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.lower = reading.lower
        self.tokens = _parted(reading) if "-rp" in reading.lower else reading.tokens
        self.count = len(self.tokens)

    def word(self, index: int) -> str:
        return self.tokens[index].word if 0 <= index < self.count else ""

    def base(self, index: int) -> str:
        return self.tokens[index].base if 0 <= index < self.count else ""

    def written(self, index: int) -> str:
        """The token in small letters as it was written; lengthening makes "iii" the word "i"."""
        token = self.tokens[index]
        return self.lower[token.start : token.end]

    def number(self, index: int) -> bool:
        return 0 <= index < self.count and self.tokens[index].number

    def gap(self, index: int) -> str:
        """What stands between this token and the one before it; "\\0" at either end of all."""
        if not 0 < index < self.count:
            return "\0"
        return self.lower[self.tokens[index - 1].end : self.tokens[index].start]

    def inline(self, index: int) -> bool:
        """Only blanks part it from the token before, or nothing."""
        gap = self.gap(index)
        return gap in {" ", ""} or not gap.strip(" ")

    def close(self, index: int) -> bool:
        """As `inline`, or a single line break, as in a text of fixed width."""
        gap = self.gap(index)
        return gap in {" ", ""} or (not gap.strip(" \r\n") and gap.count("\n") < 2)  # noqa: PLR2004

    def touches(self, end: int, index: int) -> bool:
        """Whether token `index` follows position `end` with blanks at most between."""
        if index >= self.count:
            return False
        gap = self.lower[end : self.tokens[index].start]
        return not gap.strip(" \r\n") and gap.count("\n") < 2  # noqa: PLR2004

    def character(self, position: int) -> str:
        """The character at a position, or a blank outside the text."""
        return self.lower[position] if 0 <= position < len(self.lower) else " "


def _parted(reading: Reading) -> Sequence[Token]:
    """The tokens with "juta-rp" in two: a dash of a range, which folding made a hyphen."""
    return tuple(_halves(reading.tokens))


def _halves(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        if not token.word.endswith("-rp"):
            yield token
            continue
        cut = token.end - len("-rp")
        word = usual(token.word.removesuffix("-rp"))
        yield Token(token.start, cut, word, word, number=False)
        yield Token(cut + 1, token.end, "rp", "rp", number=False)
