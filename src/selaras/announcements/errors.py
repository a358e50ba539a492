"""Named failures of announcements."""

from selaras.announcements.models import ManuscriptVersion
from selaras.common.errors import Flaw, Flawed, Refused


class InvalidDocument(Flawed):
    """A document of an announcement with mistakes, each with its line."""


class KeyReused(Refused):
    """The key was used for an announcement with other content."""


def unreadable(*flaws: Flaw) -> InvalidDocument:
    """A document that cannot be read at all, so that only these mistakes are known."""
    return InvalidDocument("Berkas pengumuman tidak dapat dibaca.", list(flaws))


class WrongSuccession(Refused):
    """What an announcement says of an earlier one cannot be."""


class DrillOutside(Refused):
    """A drill about a topic of which citizens read the facts as true."""


class NotPlanned(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Pengumuman ini sudah terbit atau sudah dibatalkan.",
            "Yang sudah terbit dapat ditarik, bukan dibatalkan.",
        )


class NoReason(Refused):
    def __init__(self) -> None:
        super().__init__("Alasannya belum ditulis.", "Tulis satu kalimat.")


class NotRecallable(Refused):
    """A recall of what cannot be recalled, or whose recall was decided."""


class InvalidManuscript(Flawed):
    """A manuscript that cannot be submitted yet, with every mistake in it."""

    def __init__(self, flaws: list[Flaw]) -> None:
        super().__init__("Naskah ini belum dapat diajukan.", flaws)


class SavedMeanwhile(Refused):
    """Somebody else saved a version after the one that the author began from."""

    def __init__(self, newest: ManuscriptVersion) -> None:
        self.newest = newest
        who = newest.saved_by or "Orang lain"
        super().__init__(
            f"{who} menyimpan naskah ini setelah Anda membukanya; tulisan Anda belum disimpan.",
            "Bandingkan keduanya, lalu simpan yang Anda kehendaki.",
        )


class Settled(Refused):
    """A manuscript that is planned, announced or discarded, and so stays as it is."""


class TooLate(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Waktu terbitnya sudah lewat, atau masa berlakunya berakhir sebelum terbit.",
            "Pilih waktu terbit atau masa berlaku yang masih akan datang.",
        )
