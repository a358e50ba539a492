"""What a text is compared with: the words of a question, each with all that says the same."""

import math
from collections.abc import Callable

from selaras.language.searching.questions import Wanted
from selaras.language.searching.stems import stem
from selaras.search import schema
from selaras.search.ranking.features import Part, Sought
from selaras.search.ranking.reading import Read
from selaras.textindex.contract import Snapshot

Frequency = Callable[[str], int]  # in how many texts a stem stands
_UNLIKELY = 0.05
# In a question names say what it is about, which more texts share than the rest of its words.
_NAME = 0.75


def rarity(frequency: int, texts: int) -> float:
    """The IDF of BM25, in nats."""
    return math.log(1 + (texts - frequency + 0.5) / (frequency + 0.5))


def sought_in(snapshot: Snapshot, read: Read, fields: schema.Stems = schema.HEADS) -> Sought:
    """As the texts of an index are compared with it. A stem may stand in titles alone."""
    counts = dict(snapshot.frequencies(fields.body, read.all_stems))
    if absent := [one for one in read.all_stems if not counts.get(one)]:
        counts |= snapshot.frequencies(fields.title, absent)
    return sought_by(read, lambda stem: counts.get(stem, 0), snapshot.size())


def sought_by(read: Read, frequency: Frequency, texts: int) -> Sought:
    """Each stem once. A word of an abbreviated name is also said by the abbreviation, and that by
    the rarest stem of the name. What no text says is not missed in any."""
    stems: dict[str, list[str]] = {}
    written: dict[str, str] = {}
    names: set[str] = set()
    for at, term in enumerate(read.terms):
        also = [stem(one.word) for one in term.readings if one.likelihood >= _UNLIKELY]
        for meant in read.meant:
            if meant.start <= at < meant.end:
                also += [stem(min(other, key=frequency)) for other in meant.others]
        stems.setdefault(also[0], []).extend(also)
        written.setdefault(also[0], term.best)
        if term.word.capital and term.word.start and read.wanted is not Wanted.NOTHING:
            names.add(also[0])
    said = {first: all_ for first, all_ in stems.items() if any(map(frequency, all_))} or stems
    parts = [
        Part(
            rarity(frequency(first), texts) * (_NAME if first in names else 1.0),
            tuple(dict.fromkeys(all_)),
            written[first],
        )
        for first, all_ in said.items()
    ]
    unsaid = tuple(written[first] for first in stems if first not in said)
    return Sought.of(parts, read.wanted, unsaid)
