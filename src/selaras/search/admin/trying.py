"""What a question becomes: which of its words count, as what, and what they also mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from selaras.language.searching.synonyms import Meant, Stems, Thesaurus, key_of
from selaras.language.searching.words import words_of
from selaras.search.ranking.reading import Read, read_question
from selaras.search.synonyms import Forms, shown_form


class Meaning(NamedTuple):
    """What stands in the question, and what is looked for besides."""

    written: str
    others: tuple[str, ...]


class Counted(NamedTuple):
    """A word as it was written, and its stem where that is another."""

    written: str
    stem: str


@dataclass(frozen=True, slots=True)
class Tried:
    words: Sequence[Counted]
    left_out: Sequence[str]
    meanings: Sequence[Meaning]


def tried(question: str, thesaurus: Thesaurus, groups: Sequence[Forms]) -> Tried:
    """Without mending its spelling, which depends on what is published."""
    read = read_question(question, thesaurus, None)
    spans = {(term.word.start, term.word.end) for term in read.terms}
    spelled = _spelled(groups, {other for meant in read.meant for other in meant.others})
    return Tried(
        words=[
            Counted(question[term.word.start : term.word.end], root if root != term.best else "")
            for term, root in zip(read.terms, read.stems, strict=True)
        ],
        left_out=[
            question[word.start : word.end]
            for word in words_of(question)
            if (word.start, word.end) not in spans
        ],
        meanings=[_meaning(question, read, meant, spelled) for meant in read.meant],
    )


def _meaning(question: str, read: Read, meant: Meant, spelled: dict[Stems, str]) -> Meaning:
    first, last = read.terms[meant.start].word, read.terms[meant.end - 1].word
    others = tuple(spelled.get(one, " ".join(one)) for one in meant.others)
    return Meaning(question[first.start : last.end], others)


def _spelled(groups: Sequence[Forms], wanted: set[Stems]) -> dict[Stems, str]:
    """How people wrote the forms that are compared by their stems; the first spelling counts."""
    found: dict[Stems, str] = {}
    for forms in groups if wanted else ():
        for form in forms:
            key = key_of(form.removeprefix("!"))
            if key in wanted:
                found.setdefault(key, shown_form(form))
    return found
