"""Named failures of what is set for the search."""

from collections.abc import Mapping, Sequence

from selaras.common.errors import Refused


class BadWeights(Refused):
    """Weights that are none; `flaws` says it of each by the signal's name."""

    def __init__(self, flaws: Mapping[str, str]) -> None:
        self.flaws = dict(flaws)
        super().__init__(" ".join(self.flaws.values()))


class BadSynonyms(Refused):
    """Words that cannot stand for each other; all mistakes are told."""

    def __init__(self, flaws: Sequence[str]) -> None:
        self.flaws = tuple(flaws)
        super().__init__(" ".join(self.flaws))


class SynonymsGone(Refused):
    """Somebody else changed or deleted the group meanwhile."""

    def __init__(self) -> None:
        super().__init__(
            "Padanan ini sudah diubah orang lain.", "Muat ulang daftarnya, lalu coba lagi."
        )
