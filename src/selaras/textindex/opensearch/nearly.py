"""Words that begin nearly so, which OpenSearch has no query for, as a regular expression.

Lucene makes an automaton of it, which is quick to use, and whose making is bounded by the length.
"""

from typing import Any

# By distance: with the length an automaton takes longer to make, here about 0.1 s.
LONGEST = {1: 32, 2: 16}
# Lucene takes no beginning of more than 1,000 bytes.
LONGEST_BEGINNING = 250


def nearly_begins(field: str, term: str, distance: int) -> dict[str, Any]:
    """Two mistakes are looked for in up to 16 characters, one in up to 32, then none."""
    while distance and len(term) > LONGEST[distance]:
        distance -= 1
    if not distance:
        return beginning(field, term)
    asked = {
        "value": f"({_within(term, distance)}).*",
        "flags": "NONE",
        "rewrite": "constant_score",
    }
    return {"regexp": {field: asked}}


def beginning(field: str, prefix: str) -> dict[str, Any]:
    """Of a prefix longer than 250 characters those are compared."""
    return {"prefix": {field: {"value": prefix[:LONGEST_BEGINNING]}}}


def escaped(text: str) -> str:
    """As Lucene reads it: a letter or digit after a backslash would be a class of characters."""
    return "".join(one if one.isalnum() else f"\\{one}" for one in text)


def _within(term: str, distance: int) -> str:
    """All texts at most so many insertions, deletions, replacements and swaps away."""
    if not distance:
        return escaped(term)
    if not term:
        return ".?" * distance
    ways = [
        escaped(term[0]) + _group(term[1:], distance),
        ".?" + _group(term[1:], distance - 1),  # another character, or none
        "." + _group(term, distance - 1),  # one more
    ]
    if len(term) > 1:
        ways.append(escaped(term[1] + term[0]) + _group(term[2:], distance - 1))
    return "|".join(ways)


def _group(term: str, distance: int) -> str:
    inner = _within(term, distance)
    return f"({inner})" if "|" in inner else inner
