"""Named failures of instructions. Their words are read on the editors' host."""

from selaras.common.errors import Flawed, Refused


class BadInstruction(Flawed):
    """A draft with mistakes; all of them are told at once."""


class BadAddressees(Flawed):
    """Institutions that are not known, stand twice, were dissolved or lie out of reach."""


class MayNotInstruct(Refused):
    def __init__(self, issuer: str) -> None:
        super().__init__(
            f"{issuer} tidak dapat memberi instruksi kepada instansi lain.",
            "Instruksi diberikan instansi pusat, atau kantor provinsi kepada wilayahnya.",
        )


class MayNotPrepare(Refused):
    def __init__(self, issuer: str) -> None:
        super().__init__(
            f"Anda tidak menyusun instruksi {issuer}.",
            "Yang menyusun adalah penulis atau penyusun pengumuman instansi itu.",
        )


class MayNotIssue(Refused):
    def __init__(self, issuer: str) -> None:
        super().__init__(
            f"Anda bukan penyetuju {issuer}.", "Instruksi diterbitkan penyetuju instansi itu."
        )


class OwnInstruction(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Anda ikut menyusun instruksi ini, jadi bukan Anda yang menerbitkannya.",
            "Penyetuju lain di instansi Anda yang memutuskannya.",
        )


class MayNotFollow(Refused):
    def __init__(self, issuer: str) -> None:
        super().__init__(
            f"Anda tidak menindaklanjuti instruksi {issuer}.",
            "Yang dapat adalah penulis, penyusun pengumuman, atau penyetuju instansi itu.",
        )


class MayNotAnswerFor(Refused):
    def __init__(self, institution: str) -> None:
        super().__init__(
            f"Anda tidak dapat menjawab atas nama {institution}.",
            "Mintalah peran kepada pengelola instansi itu.",
        )


class ChangedMeanwhile(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Instruksi atau daftar penerimanya berubah sementara itu, jadi belum diterbitkan.",
            "Baca lagi isi dan penerimanya di bawah, lalu putuskan.",
        )


class NotDraft(Refused):
    def __init__(self, state: str) -> None:
        super().__init__(
            f"Instruksi ini {state}, jadi isinya tidak dapat diubah.",
            "Untuk meminta hal lain, susun instruksi baru.",
        )


class NotIssued(Refused):
    def __init__(self, state: str) -> None:
        super().__init__(
            f"Instruksi ini {state}, jadi tidak ada yang dilaporkan atau ditanyakan lagi.",
            "Tanyakan kepada instansi penerbitnya.",
        )


class NoAddressee(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Tidak ada instansi yang menerima instruksi ini.",
            "Ubah penerimanya: pada saat ini tidak ada yang memenuhi pilihan itu.",
        )


class NotPossible(Refused):
    """A step that does not follow from where the addressee stands."""

    def __init__(self, state: str) -> None:
        super().__init__(
            f"Langkah ini tidak dapat dilakukan, karena keadaannya sekarang: {state}.",
            "Mungkin rekan Anda sudah melakukannya. Muat ulang halaman ini.",
        )


class Lacking(Refused):
    """Something that the step needs was not written; `field` is where it belongs."""

    def __init__(self, field: str, problem: str, remedy: str) -> None:
        self.field = field
        super().__init__(problem, remedy)
