"""Characters that people type or paste without seeing them."""

import unicodedata

JOINERS = "\u200c\u200d"  # parts of words in Javanese script, and of emoji
HIDDEN = {"Cc", "Cf", "Cs"}  # control and format characters, lone surrogates


def hidden(character: str) -> bool:
    """Whether nothing is seen of it, or it changes how what follows is seen."""
    return unicodedata.category(character) in HIDDEN and character not in JOINERS
