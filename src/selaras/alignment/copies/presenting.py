"""What changed since the version that was copied, block by block and word by word."""

from collections.abc import Sequence
from dataclasses import dataclass

from selaras.alignment.copies.blocks import Told
from selaras.alignment.copies.shingles import Words
from selaras.language.merging import Change, merge, share_of_words
from selaras.language.wording import Part, Run, word_changes


@dataclass(frozen=True, slots=True)
class Place:
    """A block that changed: what it lost stands in `before`, what it gained in `after`.

    Either is empty where the block was added or removed. `copied` says that the text repeats it.
    """

    before: Sequence[Run]
    after: Sequence[Run]
    copied: bool

    @property
    def title(self) -> str:
        if not self.before:
            return "Ditambahkan"
        return "Diubah" if self.after else "Dihapus"


@dataclass(frozen=True, slots=True)
class Since:
    """The places that changed, first those that the text repeats, and what stayed as it was."""

    places: Sequence[Place]
    same: Sequence[str]


def since(copied: Told, current: Told, passage: str) -> Since:
    """`passage` is what the text repeats of the copied version."""
    grams = set(Words(passage).grams)
    places: list[Place] = []
    same: list[str] = []
    found = merge(copied.blocks, current.blocks, copied.blocks, key=str, alike=share_of_words)
    for place in found:
        before, after = "\n".join(place.base), "\n".join(place.theirs)
        if place.change is Change.UNCHANGED:
            same.append(before)
        else:
            copied_here = not grams.isdisjoint(Words(before).grams)
            places.append(_place(before, after, copied=copied_here))
    return Since(sorted(places, key=lambda one: not one.copied), same)


def _place(before: str, after: str, *, copied: bool) -> Place:
    runs = word_changes(before, after)
    return Place(
        [run for run in runs if run.part is not Part.ADDED] if before else [],
        [run for run in runs if run.part is not Part.REMOVED] if after else [],
        copied,
    )
