"""What the audit refuses."""

from uuid import UUID

from selaras.common.errors import Refused


class NoReason(Refused):
    def __init__(self, length: int, most: int) -> None:
        super().__init__(
            "Alasannya kosong." if not length else f"Alasannya {length} huruf.",
            f"Tulis alasan, paling banyak {most} huruf, tanpa nama orang.",
        )


class UnknownPerson(Refused):
    def __init__(self, reference: UUID) -> None:
        super().__init__(
            f"Tidak ada orang dengan rujukan {reference}.",
            "Rujukan tertulis pada entri audit sesudah `orang:`.",
        )


class MayNotReadAudit(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Anda bukan pemeriksa audit.", "Mintalah peran itu kepada pengelola instansi."
        )


class UnclearFilter(Refused):
    """A filter of the audit cannot be read."""
