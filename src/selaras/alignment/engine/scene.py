"""A text laid out for reading: its sentences, with all that can be part of a statement."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from selaras.alignment.engine.lexicon import Hit, Lexicon
from selaras.alignment.engine.results import Context
from selaras.language.reading.amounts import Amount, amounts
from selaras.language.reading.clock_times import ClockSpan, clock_spans
from selaras.language.reading.moments import Moment, moments
from selaras.language.reading.phones import Phone, phones
from selaras.language.reading.places import PlaceName
from selaras.language.reading.sentences import Sentence, sentences
from selaras.language.reading.words import Reading, Token

REMEMBERED = 60  # sentences or names back to which anything may refer
_DATELINE = re.compile(
    r",?(?: [0-9][^-\n:.]{0,25}| ?\([^)\n]{1,40}\))? ?[-:] | ?\([^)\n]{1,20}\) - "
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """One sentence with its tokens `[first, last)` and the names of types in it."""

    at: int
    sentence: Sentence
    first: int
    last: int
    hits: Sequence[Hit] = field(default=())


class Scene:
    """Everything that one text offers to a reader, found once and only when asked for."""

    def __init__(self, text: str, context: Context, lexicon: Lexicon) -> None:
        self.original = text
        self.reading = Reading(text)
        self.context = context
        self.lexicon = lexicon
        self.carried: set[tuple[int, str]] = set()  # (sentence, type) that a subject came into

    @property
    def text(self) -> str:
        return self.reading.text

    @property
    def tokens(self) -> Sequence[Token]:
        return self.reading.tokens

    @cached_property
    def stretches(self) -> Sequence[Stretch]:
        starts = self.reading.starts
        found: list[Stretch] = []
        for sentence in sentences(self.text):
            first = bisect_left(starts, sentence.start)
            last = bisect_left(starts, sentence.end)
            if first < last:
                hits = self.lexicon.hits(self.tokens, self.text, first, last)
                found.append(Stretch(len(found), sentence, first, last, hits))
        return found

    @cached_property
    def speaks_of_facts(self) -> bool:
        """Whether any type is named at all: most texts end here."""
        return any(stretch.hits for stretch in self.stretches)

    @cached_property
    def places(self) -> Sequence[PlaceName]:
        return self.lexicon.spotter.find(self.reading)

    def is_dateline(self, name: PlaceName) -> bool:
        """ "BANDUNG, 21/9 - …" or "Soreang – …": where it was written, not of what it speaks."""
        line = self.text.rfind("\n", 0, name.start) + 1
        return name.start - line <= 1 and bool(_DATELINE.match(self.text, name.end))

    @cached_property
    def amounts(self) -> Sequence[Amount]:
        return amounts(self.reading)

    @cached_property
    def moments(self) -> Sequence[Moment]:
        return moments(self.reading, today=self.context.today)

    @cached_property
    def clocks(self) -> Sequence[ClockSpan]:
        return clock_spans(self.reading)

    @cached_property
    def phones(self) -> Sequence[Phone]:
        return phones(self.reading)

    def token_at(self, position: int) -> int:
        """The first token that starts at or after the position."""
        return bisect_left(self.reading.starts, position)

    def places_in(self, stretch: Stretch) -> list[PlaceName]:
        low = bisect_left(self._place_starts, stretch.first)
        high = bisect_left(self._place_starts, stretch.last)
        return list(self.places[low:high])

    @cached_property
    def _place_starts(self) -> list[int]:
        return [place.first for place in self.places]

    def places_before(self, token: int) -> list[PlaceName]:
        """The last names before the token, the nearest first; no more than a reader remembers."""
        high = bisect_left(self._place_starts, token)
        return list(self.places[max(high - REMEMBERED, 0) : high])[::-1]

    def moments_in(self, stretch: Stretch) -> list[Moment]:
        low = bisect_left(self._moment_starts, stretch.sentence.start)
        high = bisect_left(self._moment_starts, stretch.sentence.end)
        return list(self.moments[low:high])

    @cached_property
    def _moment_starts(self) -> list[int]:
        return [moment.start for moment in self.moments]

    def amounts_in(self, stretch: Stretch) -> list[Amount]:
        low = bisect_left(self._amount_starts, stretch.sentence.start)
        high = bisect_left(self._amount_starts, stretch.sentence.end)
        return list(self.amounts[low:high])

    def clocks_in(self, stretch: Stretch) -> list[ClockSpan]:
        low = bisect_left(self._clock_starts, stretch.sentence.start)
        return list(self.clocks[low : bisect_left(self._clock_starts, stretch.sentence.end)])

    @cached_property
    def _clock_starts(self) -> list[int]:
        return [clock.start for clock in self.clocks]

    def phones_in(self, stretch: Stretch) -> list[Phone]:
        low = bisect_left(self._phone_starts, stretch.sentence.start)
        return list(self.phones[low : bisect_left(self._phone_starts, stretch.sentence.end)])

    @cached_property
    def _phone_starts(self) -> list[int]:
        return [phone.start for phone in self.phones]

    @cached_property
    def heads(self) -> Sequence[int]:
        """For each sentence the first row of the table that it is in, or itself."""
        found: list[int] = []
        for stretch in self.stretches:
            follows = stretch.at > 0 and self.stretches[stretch.at - 1].sentence.row
            found.append(found[-1] if follows and stretch.sentence.row else stretch.at)
        return found

    def amounts_near(self, position: int) -> list[Amount]:
        """The last amounts that begin before the position."""
        high = bisect_left(self._amount_starts, position)
        return list(self.amounts[max(high - 2, 0) : high])

    @cached_property
    def _amount_starts(self) -> list[int]:
        return [amount.start for amount in self.amounts]
