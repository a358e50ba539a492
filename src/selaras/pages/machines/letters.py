"""Letters that a format cannot carry."""

import re

# XML 1.0 knows these characters and no others, not even escaped (production 2, `Char`).
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """One line without characters that XML forbids; emoji and all scripts stay."""
    return " ".join(_NOT_XML.sub(" ", text).split())


def lines(text: str) -> str:
    """The same line by line; lines that say nothing are left out."""
    found = (plain(line) for line in text.splitlines())
    return "\n".join(line for line in found if line)
