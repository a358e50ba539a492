"""Named failures of the review of pages."""

from selaras.common.errors import Refused


class NothingToSubmit(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Tidak ada perubahan yang perlu ditinjau.",
            "Versi terbaru halaman ini sudah disetujui atau sudah terbit.",
        )


class BadReplacement(Refused):
    def __init__(self, problem: str) -> None:
        super().__init__(problem, "Pilih halaman lain yang sedang terbit di situs yang sama.")
