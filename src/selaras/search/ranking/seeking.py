"""What a text is compared with: the words of a question, each with all that says the same."""

import math
from collections.abc import Callable

from selaras.language.searching.stems import stem
from selaras.search.ranking.features import Part, Sought
from selaras.search.ranking.reading import Read

Frequency = Callable[[str], int]  # in how many texts a stem stands
_UNLIKELY = 0.05


def rarity(frequency: int, texts: int) -> float:
    """The IDF of BM25, in nats."""
    return math.log(1 + (texts - frequency + 0.5) / (frequency + 0.5))


def sought_by(read: Read, frequency: Frequency, texts: int) -> Sought:
    """Each stem once; a word of an abbreviated name is also said by the abbreviation."""
    stems: dict[str, list[str]] = {}
    for at, term in enumerate(read.terms):
        also = [stem(one.word) for one in term.readings if one.likelihood >= _UNLIKELY]
        for meant in read.meant:
            if meant.start <= at < meant.end:
                also += [max(other, key=len) for other in meant.others]
        stems.setdefault(also[0], []).extend(also)
    parts = [
        Part(rarity(frequency(first), texts), tuple(dict.fromkeys(all_)))
        for first, all_ in stems.items()
    ]
    return Sought.of(parts, read.wanted)
