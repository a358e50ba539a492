"""A value that may be what a type's statement says."""

from dataclasses import dataclass

from selaras.alignment.engine.lexicon import Hit
from selaras.alignment.engine.said import Said
from selaras.alignment.engine.scene import Stretch
from selaras.alignment.engine.wording import Wording
from selaras.language.reading.moments import Moment


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that may be said of a type: its span in the folded text, and its tokens' outset.

    `outset` is where its comparator or preposition begins. `own` where the type's own pattern
    found it, so that no other name of the type is needed. `moment` is the date it is made of.
    """

    start: int
    end: int
    outset: int
    said: Said
    own: bool = False
    moment: Moment | None = None


def patterns_of(stretch: Stretch, wording: Wording) -> list[Hit]:
    """Where the type's own patterns stand in the sentence."""
    return [
        hit
        for hit in stretch.hits
        if hit.type_key == wording.key and not hit.alias and not hit.excluded
    ]
