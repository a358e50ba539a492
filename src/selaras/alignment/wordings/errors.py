"""Named failures of wordings."""

from collections.abc import Sequence
from dataclasses import dataclass

from selaras.alignment.engine.wording import Wording
from selaras.common.errors import Refused


@dataclass(frozen=True, slots=True)
class WordingFlaw:
    """One mistake: `field` is a field of `Wording`, for a choice `choice:<its value>`."""

    field: str
    problem: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.problem} {self.remedy}".strip()


class WordingRefused(Refused):
    """Base."""


class MayNotWord(WordingRefused):
    """Somebody who does not state the facts of the type's owner."""


class BadWording(WordingRefused):
    """The words contradict those of another type, or cannot be read; all mistakes are told."""

    def __init__(self, flaws: Sequence[WordingFlaw]) -> None:
        self.flaws = tuple(flaws)
        super().__init__(" ".join(str(flaw) for flaw in self.flaws))


class WordingChanged(WordingRefused):
    """Somebody else saved meanwhile; `stored` is what holds now."""

    def __init__(self, stored: Wording) -> None:
        self.stored = stored
        super().__init__(
            "Cara menyebut ini sudah diubah orang lain sejak layar ini dibuka.",
            "Isian Anda tetap ada di bawah, bersama yang kini tersimpan. Gabungkan yang perlu,"
            " lalu simpan lagi.",
        )
