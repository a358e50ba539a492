"""Named refusals of the past."""

from collections.abc import Sequence

from selaras.common.errors import Refused

NOT_FOUND = 404


class NotAnAddress(Refused):
    def __init__(self, text: str) -> None:
        super().__init__(
            f'"{text[:200]}" bukan alamat halaman.',
            "Tulis alamat lengkap, misalnya https://kota-bandung.contoh.go.id/berita/banjir/.",
        )


class ForeignHost(Refused):
    def __init__(self, host: str, remedy: str = "") -> None:
        super().__init__(
            f'"{host}" bukan situs instansi di layanan ini.',
            remedy or "Periksa penulisan nama situsnya.",
        )


class NotAMoment(Refused):
    def __init__(self, text: str) -> None:
        super().__init__(
            f'"{text[:100]}" bukan waktu.',
            "Tulis misalnya 2026-11-24T20:00+07:00, atau 2026-11-24 20:00 menurut zona instansi.",
        )


class NotYet(Refused):
    def __init__(self, words: str) -> None:
        super().__init__(f"{words} belum terjadi.", "Tulis waktu yang sudah lewat.")


class NothingPublic(Refused):
    """Nobody could read a page there then; `periods` are the nearest times when somebody could."""

    def __init__(self, address: str, moment: str, periods: Sequence[str]) -> None:
        near = "\n".join(["Yang terdekat:", *periods])
        super().__init__(
            f"Tidak ada halaman yang terlihat publik di {address} pada {moment}.",
            near if periods else "Alamat itu tidak pernah tercatat memuat halaman.",
        )


class NotReproduced(Refused):
    def __init__(self, path: str, status: int) -> None:
        if status == NOT_FOUND:
            problem = f"Halaman itu terbit, tetapi {path} bukan bagiannya saat itu."
        else:
            problem = f"Halaman {path} tidak dapat disusun lagi (jawaban {status})."
        super().__init__(problem, "Periksa alamatnya; isinya tetap tersimpan.")
