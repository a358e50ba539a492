"""What is kept of a text to compare it closely with a question: its stems in their order.

Each stem stands behind a blank and before a blank. Between stand "~" and the word where it is not
its own stem, and "^" where it is a name: it has a capital letter within a sentence. Sentences end
with " ." One line, searched by `str.find`: " tanggung~bertanggung jawab jakarta^ ."
"""

import re
from collections.abc import Sequence

from selaras.language.searching.words import Word

MOST_WORDS = 400
_END = re.compile(r"[.!?][\"”’)]*\s")


def profile_of(text: str, words: Sequence[Word], stems: Sequence[str]) -> str:
    """The first `MOST_WORDS` words of the text, each with its stem; ends with a sentence."""
    ends = [match.end() for match in _END.finditer(text)]
    parts: list[str] = [" "]
    begins, sentence = True, 0
    for word, stem in zip(words[:MOST_WORDS], stems, strict=False):
        while sentence < len(ends) and ends[sentence] <= word.start:
            sentence += 1
            if not begins:
                parts.append(". ")
            begins = True
        named = word.capital and (not begins or word.upper)
        written = "" if stem == word.folded else f"~{word.folded}"
        parts.append(f"{stem}{written}{'^ ' if named else ' '}")
        begins = False
    parts.append(".")
    return "".join(parts)
