"""Texts of the old site without what no database or browser can hold."""

import re

# Controls, halves of surrogate pairs, non-characters, and the marks that editors paste along.
# The joiners U+200C and U+200D stay: Javanese and emoji are written with them.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_SPACES = re.compile(r"\s+")


def tidied(text: str) -> str:
    """With plain line breaks, without invisible characters."""
    return _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Tidied, with every run of white space as one space."""
    return _SPACES.sub(" ", tidied(text)).strip()


def cut(text: str, longest: int) -> str:
    """At most so many characters, ended at a word with an ellipsis where something is missing."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    word_end = head.rfind(" ")
    if word_end > longest // 2:
        head = head[:word_end]
    return head.rstrip(" ,;:.–-") + "…"
