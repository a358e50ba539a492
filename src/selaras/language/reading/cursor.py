"""The words and numbers of a text by their place in the row, with what stands between them."""

from collections.abc import Container, Sequence

from selaras.language.reading.words import Reading, Token

BREAK = "\n"
_FAR = 6  # characters between two tokens beyond which they do not belong together


class Cursor:
    """Tokens that may be asked for beyond either end, where the word is empty.

    Compounds whose first part is in `parted` become two tokens: "senin-rabu" and "agustus-oktober"
    are one word to a `Reading`, but two to whoever reads dates.
    """

    __slots__ = ("lower", "size", "text", "tokens")

    def __init__(self, reading: Reading, parted: Container[str] = ()) -> None:
        self.text = reading.text
        self.lower = reading.lower
        self.tokens: Sequence[Token] = reading.tokens
        if parted and any(
            "-" in token.word and self._parts(token, parted) for token in self.tokens
        ):
            self.tokens = [
                part for token in self.tokens for part in (self._parts(token, parted) or (token,))
            ]
        self.size = len(self.tokens)

    def word(self, index: int) -> str:
        return self.tokens[index].word if 0 <= index < self.size else ""

    def base(self, index: int) -> str:
        return self.tokens[index].base if 0 <= index < self.size else ""

    def is_number(self, index: int) -> bool:
        return 0 <= index < self.size and self.tokens[index].number

    def digits(self, index: int, fewest: int, most: int) -> int | None:
        """The plain number there, if it has so many digits: no separator, no unit glued to it."""
        if not self.is_number(index):
            return None
        word = self.tokens[index].word
        return int(word) if fewest <= len(word) <= most and word.isdigit() else None

    def is_bracketed(self, index: int) -> bool:
        """Whether the token stands in brackets of its own: "(2021)"."""
        token = self.tokens[index]
        return (
            self.lower[token.start - 1 : token.start] == "("
            and self.lower[token.end : token.end + 1] == ")"
        )

    def raw(self, index: int) -> str:
        """What stands before that token, blanks included; BREAK if that is far or a new line."""
        if not 0 < index < self.size:
            return BREAK
        start, end = self.tokens[index - 1].end, self.tokens[index].start
        if end - start > _FAR:
            return BREAK
        between = self.lower[start:end]
        return BREAK if "\n" in between or "\t" in between else between

    def gap(self, index: int) -> str:
        """What stands before that token without blanks: empty between two words side by side."""
        between = self.raw(index)
        return between if between == BREAK else between.strip()

    def beside(self, index: int, word: str) -> bool:
        """Whether that word stands there, side by side with the one before it."""
        return self.word(index) == word and not self.gap(index)

    def before(self, position: int, length: int = 1) -> str:
        return self.lower[max(0, position - length) : position]

    def after(self, position: int, length: int = 1) -> str:
        return self.lower[position : position + length]

    def stands_free(self, index: int) -> bool:
        """Whether nothing is glued to its front that makes it part of something longer.

        "Covid-19", "G20", "440/21" and "10:21" are one thing; "tgl.21" and "Selasa,21" are two.
        """
        front = self.before(self.tokens[index].start, 2)
        if not front:
            return True
        if front[-1].isalnum() or front[-1] == "_":
            return False
        if len(front) == 1 or not front[0].isalnum() or front[-1] not in "-/.:,+":
            return True
        return front[-1] in ".:," and front[0].isalpha()

    @staticmethod
    def _parts(token: Token, parted: Container[str]) -> tuple[Token, ...]:
        if "-" not in token.word or token.number:
            return ()
        first, _, second = token.word.partition("-")
        if first not in parted or len(token.word) != token.end - token.start:
            return ()
        middle = token.start + len(first)
        return (
            Token(token.start, middle, first, first, number=False),
            Token(middle + 1, token.end, second, second, number=False),
        )
