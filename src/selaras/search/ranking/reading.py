"""A question read for its words: what each may also be, by spelling and by synonyms."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from selaras.language.reading.words import usual
from selaras.language.searching.questions import Wanted, wanted
from selaras.language.searching.spelling import Correction, Speller
from selaras.language.searching.stems import roots, stem
from selaras.language.searching.stop_words import STOP_WORDS
from selaras.language.searching.synonyms import Meant, Thesaurus
from selaras.language.searching.words import Word, fold, words_of

MOST_WORDS = 24  # of a question; who writes more has said it by then


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a question: `readings` are what it may be, the likeliest first.

    A word that is known has itself as its only reading.
    """

    word: Word
    readings: tuple[Correction, ...]

    @property
    def best(self) -> str:
        return self.readings[0].word if self.readings else self.word.folded

    @property
    def mended(self) -> bool:
        return self.best != self.word.folded


@dataclass(frozen=True)
class Read:
    """The words that tell something, what spans of them also mean, and what answer is wanted."""

    terms: Sequence[Term]
    meant: Sequence[Meant]
    wanted: Wanted
    folded: Sequence[str]  # every word, stop words too

    @cached_property
    def stems(self) -> list[str]:
        return [stem(term.best) for term in self.terms]

    @cached_property
    def all_stems(self) -> list[str]:
        """With those of all other ways to say it, each once."""
        others = (stem for one in self.meant for other in one.others for stem in other)
        return list(dict.fromkeys((*self.stems, *others)))

    @property
    def mended(self) -> bool:
        return any(term.mended for term in self.terms)


def read_question(text: str, thesaurus: Thesaurus, speller: Speller | None) -> Read:
    """Without a speller every word is taken as it was typed."""
    words = [_usual(word, speller) for word in words_of(text)]
    telling = [word for word in words if word.folded not in STOP_WORDS] or words
    terms = [Term(word, _readings(word, thesaurus, speller)) for word in telling[:MOST_WORDS]]
    meant = {term.word: term.best for term in terms}
    folded = [meant.get(word, word.folded) for word in words]
    # "yamg" is yang, which says nothing either.
    terms = [term for term in terms if term.best not in STOP_WORDS] or terms
    spelled = [term.word._replace(folded=term.best) for term in terms]
    return Read(terms, thesaurus.meant(spelled), wanted(folded), folded)


def _usual(word: Word, speller: Speller | None) -> Word:
    """ "brp" is berapa, unless some text knows it as a word."""
    if speller is None or speller.knows(word.folded):
        return word
    return word._replace(folded=fold(usual(word.folded)).split("-")[0] or word.folded)


def _readings(word: Word, thesaurus: Thesaurus, speller: Speller | None) -> tuple[Correction, ...]:
    """A word of the language is no mistake, nor is an abbreviation, though no text has it."""
    typed = word.folded
    known = (Correction(typed, 1.0),)
    if speller is None or speller.knows(typed):
        return known
    if thesaurus.knows(typed) or stem(typed) in roots():
        return known
    return tuple(speller.corrections(typed)) or known
