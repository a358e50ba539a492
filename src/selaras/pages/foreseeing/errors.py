"""Named refusals of the preview."""

from selaras.common.errors import Refused


class NotForeseen(Refused):
    def __init__(self, path: str, status: int) -> None:
        super().__init__(
            f"Halaman {path} tidak dapat ditampilkan (jawaban {status}).", "Pilih halaman lain."
        )


class NotWhole(Refused):
    """The manuscript has flaws, so that nobody can say what it will announce."""

    def __init__(self, flaws: int) -> None:
        super().__init__(
            f"Naskah ini masih mempunyai {flaws} kesalahan, jadi belum dapat dipratinjau.",
            "Perbaiki dulu isinya, lalu simpan.",
        )
