"""Find in texts what they repeat of central announcements, and judge whether that still stands."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Protocol
from uuid import UUID

from selaras.alignment.copies.blocks import Told, told_all
from selaras.alignment.copies.deciding import Decision, Judged, decide
from selaras.alignment.copies.index import announced_with
from selaras.alignment.copies.matching import Match, matches, widened
from selaras.alignment.copies.shingles import Words
from selaras.alignment.copies.standing import Standing, Successions, lineages
from selaras.alignment.models import StoredCopy
from selaras.language.merging import ALIKE, share_of_words

State = StoredCopy.State
MOST_OF_PART, MOST_OF_TEXT = 12, 40  # versions that are looked at closer, those with most in common


class Part(Protocol):
    """A named part of a text."""

    @property
    def name(self) -> str: ...
    @property
    def text(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """A text to be looked at: its parts, the code of its region, and its day if it is dated.

    Copies of `adopted` announcements, of what they replaced and of what replaced them, are not
    told: whoever adopted them is shown the comparison already.
    """

    parts: Sequence[Part]
    region: str
    day: date | None = None
    adopted: Collection[UUID] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """What a part repeats: `start` and `end` are code points of the part.

    `current` is the newest that took the version's place for the region, None where nothing did;
    where the version stands it is the version. `share` is of all words of the text.
    """

    part: str
    start: int
    end: int
    passage: str
    words: int
    share: float
    announcement: UUID
    current: UUID | None
    state: State


@dataclass(frozen=True)
class _Cut:
    """A text cut into words, with the versions that its parts have in common with."""

    asked: Asked
    parts: Sequence[tuple[Part, Words]]
    found: list[list[Match[UUID]]] = field(default_factory=list)

    @cached_property
    def length(self) -> int:
        return sum(len(words) for _, words in self.parts)


def recognise(parts: Sequence[Part], *, region: str, day: date | None = None) -> list[Copy]:
    """What one text repeats. One query where it repeats nothing, else always the same few."""
    return recognise_all([Asked(parts, region, day)])[0]


def recognise_all(asked: Sequence[Asked]) -> list[list[Copy]]:
    """What each of these repeats; the queries do not grow with the texts or their length."""
    cut = [_Cut(one, [(part, Words(part.text)) for part in one.parts]) for one in asked]
    hashes = {value for one in cut for _, words in one.parts for _, value in words.prints}
    found = announced_with(hashes)
    for one in cut:
        one.found.extend(_closest([matches(words, found) for _, words in one.parts]))
    keys = {match.version for one in cut for part in one.found for match in part}
    if not keys:
        return [[] for _ in cut]
    judging = _Judging(keys, {one.asked.region for one in cut if any(one.found)})
    return [list(judging.copies(one)) if any(one.found) else [] for one in cut]


class _Judging:
    """Everything that is needed to judge some versions for readers of some regions."""

    def __init__(self, keys: Collection[UUID], codes: Collection[str]) -> None:
        self._lineages = lineages(codes)
        above = frozenset[str]().union(*self._lineages.values())
        self._steps = Successions(keys, above)
        self._told = told_all({*keys, *self._later(keys, above)})
        self._still: dict[tuple[UUID, str, date | None], frozenset[str]] = {}

    def _later(self, keys: Collection[UUID], above: Collection[str]) -> set[UUID]:
        return {later for key in keys for later in self._steps.after(key, above, None)}

    def copies(self, cut: _Cut) -> Iterator[Copy]:
        asked = cut.asked
        known = self._steps.related(asked.adopted) if asked.adopted else set[UUID]()
        for (part, words), several in zip(cut.parts, cut.found, strict=True):
            found = [
                widened(words, one, self._told[one.version].grams)
                for one in several
                if one.version in self._told
            ]
            judged = {one.version: self._judged(one.version, asked) for one in found}
            for decision in decide(words, found, judged) if found else ():
                if decision.match.version not in known:
                    yield self._copy(decision, part, words, cut)

    def _judged(self, key: UUID, asked: Asked) -> Judged[UUID]:
        one, said = self._told[key], self._said(key, asked)
        held = said.union(*(self._said(other, asked) for other in self._after(key, asked)))
        published = one.announcement.published_at
        return Judged(key, published, self._holds(key, asked), one.grams - held, held)

    def _said(self, key: UUID, asked: Asked) -> frozenset[str]:
        """What of it still holds, wholly or as far as it was not amended."""
        at = (key, asked.region, asked.day)
        if at not in self._still:
            one, standing = self._told[key], self._standing(key, asked)
            if standing is Standing.PARTLY:
                later = [self._told[other] for other in self._after(key, asked)]
                self._still[at] = _unamended(one, later)
            else:
                self._still[at] = one.grams if standing is Standing.STANDS else frozenset()
        return self._still[at]

    def _copy(self, decision: Decision[UUID], part: Part, words: Words, cut: _Cut) -> Copy:
        key, runs = decision.match.version, decision.match.runs
        start, end = words.all[runs[0].first].start, words.all[runs[-1].last - 1].end
        count = sum(map(len, runs))
        return Copy(
            part=part.name,
            start=start,
            end=end,
            passage=part.text[start:end],
            words=count,
            share=count / cut.length,
            announcement=key,
            current=self._current(key, cut.asked),
            state=self._state(decision, cut.asked),
        )

    def _state(self, decision: Decision[UUID], asked: Asked) -> State:
        if not decision.old:
            return State.CURRENT
        withdrawn = self._standing(decision.match.version, asked) is Standing.WITHDRAWN
        return State.WITHDRAWN if withdrawn else State.OLD

    def _current(self, key: UUID, asked: Asked) -> UUID | None:
        if self._standing(key, asked) is Standing.STANDS:
            return key
        standing = [other for other in self._after(key, asked) if self._holds(other, asked)]
        return max(standing, key=self._published, default=None)

    def _published(self, key: UUID) -> datetime:
        return self._told[key].announcement.published_at

    def _after(self, key: UUID, asked: Asked) -> list[UUID]:
        found = self._steps.after(key, self._lineages[asked.region], asked.day)
        return [other for other in found if other in self._told]

    def _holds(self, key: UUID, asked: Asked) -> bool:
        return self._standing(key, asked) in (Standing.STANDS, Standing.PARTLY)

    def _standing(self, key: UUID, asked: Asked) -> Standing:
        found = self._told[key].announcement
        return self._steps.standing(found, self._lineages[asked.region], asked.day)


def _unamended(one: Told, later: Sequence[Told]) -> frozenset[str]:
    """The grams of its blocks that no later version has in another form."""
    others = [block for other in later for block in other.blocks]
    return frozenset[str]().union(
        *(
            grams
            for block, grams in zip(one.blocks, one.block_grams, strict=True)
            if block in others or all(share_of_words(block, two) < ALIKE for two in others)
        )
    )


def _closest(found: Sequence[list[Match[UUID]]]) -> Iterator[list[Match[UUID]]]:
    """Of each part those with the most hashes, and not too many of the whole text."""
    parts = [sorted(part, key=_hashes, reverse=True)[:MOST_OF_PART] for part in found]
    most: Counter[UUID] = Counter()
    for part in parts:
        for match in part:
            most[match.version] += match.hashes
    kept: Mapping[UUID, int] = dict(most.most_common(MOST_OF_TEXT))
    for part in parts:
        yield [match for match in part if match.version in kept]


def _hashes(match: Match[UUID]) -> int:
    return match.hashes
