"""Named failures of adopting."""

from selaras.common.errors import Refused


class MayNotAdopt(Refused):
    def __init__(self, place: str) -> None:
        super().__init__(
            f'Anda tidak berwenang membuat halaman di bawah "{place}".',
            "Pilih tempat di situs instansi Anda sendiri.",
        )


class SourceWithdrawn(Refused):
    """The text was withdrawn, perhaps a moment ago."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f'"{title}" sudah ditarik oleh instansi yang mengeluarkannya; belum ada yang diambil.',
            "Cari teks yang masih berlaku.",
        )


class ChangedMeanwhile(Refused):
    """The page or its source is no longer what the comparison showed."""

    def __init__(self) -> None:
        super().__init__(
            "Halaman ini atau sumbernya berubah sejak perbandingan dibuka; belum ada yang"
            " diterapkan.",
            "Di bawah ini keadaannya sekarang. Pilihan Anda tetap dipakai di tempat yang sama.",
        )


class Undecided(Refused):
    """Places that both sides changed, without a choice."""

    def __init__(self, count: int) -> None:
        super().__init__(
            f"Masih ada {count} tempat yang harus Anda pilih; belum ada yang diterapkan.",
            "Tempat itu ditandai di bawah.",
        )


class PageLocked(Refused):
    def __init__(self, why: str) -> None:
        super().__init__("Halaman ini sedang terkunci; belum ada yang diterapkan.", why)


class MayNotCompare(Refused):
    def __init__(self, title: str) -> None:
        super().__init__(
            f'Anda tidak berwenang mengubah "{title}".',
            "Mintalah penulis di instansi itu menerapkannya.",
        )


class NothingNewer(Refused):
    """What was to be taken or declined is not what the source is now."""

    def __init__(self) -> None:
        super().__init__(
            "Tidak ada versi sumber yang lebih baru; tidak ada yang perlu diterapkan.",
            "Muat ulang halaman ini untuk melihat keadaannya sekarang.",
        )
