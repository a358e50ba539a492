"""The comparison: the source as it was taken, the source now, and the page's newest draft."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from wagtail.models import Revision

from selaras.language.merging import Change, Place, merge, merge_one, share_of_words
from selaras.pages.adopting.errors import Undecided
from selaras.pages.adopting.queries import Adopted
from selaras.pages.adopting.sources import kind_of
from selaras.pages.adopting.texts import LEAD, TITLE, Text, text_on
from selaras.pages.adopting.units import Unit
from selaras.pages.adopting.words import plain
from selaras.pages.models import ContentPage
from selaras.review.versions import fingerprint_of

BODY = "body"
Choices = Mapping[str, str]


class Choice(StrEnum):
    THEIRS = "sumber"
    OURS = "kita"
    BOTH = "keduanya"


@dataclass(frozen=True, slots=True)
class Row:
    """A place of the comparison. `key` is the same as long as the place says the same."""

    key: str
    part: str
    place: Place[Unit]
    default: Choice | None

    @property
    def choices(self) -> list[Choice]:
        change = self.place.change
        if change is Change.THEIRS:
            return [Choice.THEIRS, Choice.OURS]
        if change is not Change.CONFLICT:
            return []
        several = self.part == BODY and self.place.theirs and self.place.ours
        return [Choice.THEIRS, Choice.OURS, *([Choice.BOTH] if several else [])]

    def chosen(self, choices: Choices) -> Choice | None:
        """What was chosen, else what is proposed; None where somebody must choose."""
        asked = choices.get(self.key, "")
        return Choice(asked) if asked in self.choices else self.default

    def result(self, choice: Choice | None) -> tuple[Unit, ...]:
        if choice is Choice.THEIRS and self.choices:
            return _in_place(self.place.theirs, self.place.ours)
        if choice is Choice.BOTH and self.choices:
            return (*self.place.theirs, *self.place.ours)
        return self.place.ours


@dataclass(frozen=True)
class Comparison:
    """`draft` is the page with its newest version; `seen` changes with whatever is compared."""

    adopted: Adopted
    revision: Revision
    draft: ContentPage
    theirs: Text
    rows: list[Row]
    seen: str

    def undecided(self, choices: Choices) -> list[Row]:
        return [row for row in self.rows if row.choices and row.chosen(choices) is None]

    def result(self, choices: Choices) -> Text:
        """The merged text. Raises `Undecided` where a choice is missing."""
        missing = self.undecided(choices)
        if missing:
            raise Undecided(len(missing))
        made: dict[str, list[Unit]] = {TITLE: [], LEAD: [], BODY: []}
        for row in self.rows:
            made[row.part] += row.result(row.chosen(choices))
        return Text(made[TITLE][0], made[LEAD][0], tuple(made[BODY]))


def compare(adopted: Adopted, page: ContentPage) -> Comparison:
    """Raises LookupError for a page without a version."""
    revision = page.get_latest_revision()
    if revision is None:
        raise LookupError(f"page {page.pk} has no version")
    draft = revision.as_object()
    base = Text.from_json(adopted.taken.content)
    newer = adopted.outcome.newer
    theirs = kind_of(newer.kind).text(newer) if newer else base
    ours = text_on(draft)
    marks = [fingerprint_of(revision.content), base.fingerprint, theirs.fingerprint]
    partial = bool(newer and newer.partial)
    rows = list(_rows(base, theirs, ours, partial))
    return Comparison(adopted, revision, draft, theirs, rows, _hash(*marks))


def _rows(base: Text, theirs: Text, ours: Text, partial: bool) -> Iterator[Row]:
    places = [
        (TITLE, merge_one(base.title, theirs.title, ours.title, key=_key)),
        (LEAD, merge_one(base.lead, theirs.lead, ours.lead, key=_key)),
    ]
    words = cache(plain)
    body = merge(
        base.body,
        theirs.body,
        ours.body,
        key=_key,
        alike=lambda one, other: (
            share_of_words(words(one), words(other)) if one.kind == other.kind else 0.0
        ),
    )
    places += [(BODY, place) for place in body]
    numbers: Counter[str] = Counter()
    for part, place in places:
        said = [
            repr([unit.key for unit in side]) for side in (place.base, place.theirs, place.ours)
        ]
        mark = _hash(part, *said)
        numbers[mark] += 1
        yield Row(f"{mark[:20]}-{numbers[mark]}", part, place, _proposed(place, partial))


def _proposed(place: Place[Unit], partial: bool) -> Choice | None:
    """What an amendment does not repeat may still hold; what both added may both stand."""
    if place.change is Change.THEIRS:
        return Choice.OURS if partial and not place.theirs else Choice.THEIRS
    added = place.change is Change.CONFLICT and not place.base
    return Choice.BOTH if added and place.theirs and place.ours else None


def _in_place(theirs: tuple[Unit, ...], ours: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """In the blocks where ours stood, so that comments on them stay."""
    block = ours[0].block if ours else ""
    return tuple(replace(unit, block=unit.block or block) for unit in theirs)


def _key(unit: Unit) -> object:
    return unit.key


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
