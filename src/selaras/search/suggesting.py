"""What somebody may be about to ask: while she types, by the beginning of words and near misses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from selaras.facts.queries import fact_types
from selaras.language.searching.stems import stem
from selaras.language.searching.stop_words import STOP_WORDS
from selaras.language.searching.words import fold, words_of
from selaras.search import schema
from selaras.search.answers.sites import sites_for
from selaras.search.answers.understanding import understand
from selaras.search.asking import FEWEST_LETTERS, MOST_LETTERS
from selaras.search.index import national_index
from selaras.search.vocabulary import speller
from selaras.textindex.contract import Snapshot
from selaras.textindex.queries import AnyOf, Between, Filter, Filtered, Fuzzy, Keyword, Query, Term

MOST = 8
MOST_OF_A_KIND = 4
_FEWEST = 3  # texts that a suggested word stands in
_PREFIX = 4  # letters from which a beginning may have a mistake
_SO_BEGUN = 20  # of the usual words that a shorter one begins


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text` can be asked as it stands; with a `url` it leads there at once."""

    text: str
    kind: Literal["query", "institution", "fact", "page"]
    url: str = ""


def suggest(typed: str, *, region: str, site: str = "") -> Sequence[Suggestion]:
    """At most `MOST`, each text once: facts, institutions, pages, and how the word may go on."""
    text = " ".join(typed[:MOST_LETTERS].split())
    if sum(one.isalnum() for one in text) < FEWEST_LETTERS:
        return []
    snapshot = national_index().snapshot()
    found: dict[str, Suggestion] = {}
    for one in (
        *_facts(text),
        *(() if site else _institutions(text, region)),
        *_pages(text, snapshot, site),
        *_endings(text, snapshot),
    ):
        found.setdefault(one.text.casefold(), one)
    return list(found.values())[:MOST]


def _facts(text: str) -> Iterator[Suggestion]:
    """Types of facts all of whose words so far begin one of the label's."""
    begun = [word.folded for word in words_of(text)]
    shown = 0
    for one in fact_types().filter(retired_at__isnull=True):
        words = [word.folded for word in words_of(f"{one.label} {one.topic.label}")]
        if begun and all(any(word.startswith(part) for word in words) for part in begun):
            yield Suggestion(one.label, "fact")
            shown += 1
            if shown == MOST_OF_A_KIND // 2:
                return


def _institutions(text: str, region: str) -> Iterator[Suggestion]:
    for one in sites_for(understand(text, region=region))[:2]:
        yield Suggestion(one.name, "institution", one.url)


def _pages(text: str, snapshot: Snapshot, site: str) -> Iterator[Suggestion]:
    """Pages whose title has every whole word, and a word that begins as the last."""
    words = [word.folded for word in words_of(text)]
    if not words:
        return
    *whole, last = [word for word in words if word not in STOP_WORDS] or words
    parts: list[Query] = [Term(schema.TITLE, word) for word in whole]
    parts.append(_begins(last, snapshot))
    must: list[Filter] = [Between(schema.HEAD, low=1)]
    if site:
        must = [Keyword(schema.INSTITUTION, (site,))]
    query = Filtered(AnyOf(parts, least=len(parts)), must)
    for hit in snapshot.search(query, limit=MOST_OF_A_KIND).hits:
        yield Suggestion(hit.stored["title"], "page")


def _begins(word: str, snapshot: Snapshot) -> Query:
    """A short beginning has to be right: with a mistake it would begin half of all words."""
    if len(word) >= _PREFIX:
        return Fuzzy(schema.TITLE, word, distance=1, prefix=True)
    usual = snapshot.terms(schema.WORDS, word, most=_SO_BEGUN)
    return AnyOf([Term(schema.TITLE, one) for one in dict.fromkeys((word, *dict(usual)))])


def _endings(text: str, snapshot: Snapshot) -> Iterator[Suggestion]:
    """The last word as the vocabulary goes on with it; or as it is spelled, if it is none."""
    words = words_of(text)
    if not words:
        return
    last = words[-1]
    begun, before = fold(text[last.start :]), text[: last.start]
    terms = snapshot.terms(schema.WORDS, begun, most=_SO_BEGUN)
    ways = [word for word, count in terms if count >= _FEWEST or word == begun]
    if not ways:
        ways = [one.word for one in speller(snapshot).corrections(begun, most=2)]
    if len(words) > 1:
        ways = _together(words[-2].folded, ways, snapshot) or ways
    for way in ways[:MOST_OF_A_KIND]:
        if before or way != begun:
            yield Suggestion(f"{before}{way}", "query")


def _together(word: str, ways: Sequence[str], snapshot: Snapshot) -> list[str]:
    """Those that stand behind the word in some text, the most frequent first."""
    pairs = {way: f"{stem(word)}_{stem(way)}" for way in ways}
    counts = snapshot.frequencies(schema.ALL.pairs, set(pairs.values()))
    there = [way for way in ways if counts.get(pairs[way])]
    return sorted(there, key=lambda way: -counts[pairs[way]])
