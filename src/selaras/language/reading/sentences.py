"""Sentences, lines of lists and rows of tables, as spans of a folded text.

A full stop inside "Rp1.200.000,00", "08.00" or after an abbreviation ends nothing. A line break
always ends a sentence: parts of pages come without hard wraps.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from selaras.language.reading.words import word_set

_ABBREVIATIONS = word_set("""
    adm alm an bpk bdk cq dkk dll drg dr drs dsb dst ds hal hlm hj ir jend jl jln kab kapt kec kel
    kep kol kom komp ket lt mayjen no nmr pdt pn prof prov ps pt rp rt rw sd sdr sdri sk spd st
    tgl tlp telp th ttd up us ust yth
""")
_END = re.compile(r"\n|[.!?]+[\"')\]]*(?=\s|$)|;(?=\s)")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.$")
_NEXT = re.compile(r"\s+(\S)")
_BULLET = re.compile(r"\s*(?:[-*•·◦▪–]|\(?[0-9]{1,2}[.)]|[a-z][.)])\s+")
LONGEST = 1200
_LONGEST_ABBREVIATION = 12
_LEAST_BEFORE_SMALL = 4  # letters: messages begin sentences with small letters


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span without the blanks around it. `item` where it stands in a list, `row` in a table.

    `asks` where it ends with a question mark; `leads` where a colon ends it: what follows is its
    list.
    """

    start: int
    end: int
    item: bool = False
    row: bool = False
    asks: bool = False
    leads: bool = False


def sentences(text: str) -> list[Sentence]:
    """All sentences of a folded text in order; together they hold all that is not blank.

    What goes on for more than `LONGEST` characters is cut at a blank: no reader keeps it in mind.
    """
    return [part for one in _sentences(text) for part in _cut(text, one)]


def _cut(text: str, one: Sentence) -> Iterator[Sentence]:
    start = one.start
    while one.end - start > LONGEST:
        blank = text.rfind(" ", start + 1, start + LONGEST)
        middle = blank if blank > 0 else start + LONGEST
        yield replace(one, start=start, end=middle)
        start = middle + (blank > 0)
    if start < one.end:
        yield replace(one, start=start) if start != one.start else one


def _sentences(text: str) -> Iterator[Sentence]:
    start, line_begins = 0, True
    for match in _END.finditer(text):
        ends = match[0] == "\n" or _ends(text, match)
        if not ends:
            continue
        if found := _sentence(text, start, match.end(), line_begins=line_begins):
            yield found
        start = match.end()
        line_begins = match[0] == "\n"
    if found := _sentence(text, start, len(text), line_begins=line_begins):
        yield found


def _ends(text: str, match: re.Match[str]) -> bool:
    if match[0][0] != ".":
        return True
    begin = max(0, match.start() - _LONGEST_ABBREVIATION)
    word = _LAST_WORD.search(text[begin : match.start() + 1])
    following = _NEXT.match(text, match.end())
    small = following is not None and following[1].islower()
    if not word:
        # "1. Kota Bandung": a number that begins a line is a bullet, not a sentence.
        line = text[text.rfind("\n", begin, match.start()) + 1 : match.start()].strip()
        return not (line.isdigit() and len(line) <= 2)  # noqa: PLR2004 digits of a bullet
    least = _LEAST_BEFORE_SMALL if small else 2
    return len(word[1]) >= least and word[1].lower() not in _ABBREVIATIONS


def _sentence(text: str, start: int, end: int, *, line_begins: bool) -> Sentence | None:
    body = text[start:end]
    bare = body.strip()
    if not bare:
        return None
    first = start + len(body) - len(body.lstrip())
    last = first + len(bare)
    bullet = _BULLET.match(body) if line_begins else None
    return Sentence(
        first,
        last,
        item=bool(bullet),
        row="\t" in bare or "|" in bare,
        asks=bare.rstrip("\"')]. ").endswith("?"),
        leads=bare.endswith(":"),
    )
