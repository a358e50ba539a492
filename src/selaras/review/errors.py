"""Named failures of review. Their words are read by people on the editors' host."""

from django.utils.translation import gettext as _

from selaras.common.errors import Refused


class MayNotSubmit(Refused):
    def __init__(self, institution: str) -> None:
        super().__init__(
            f"Anda tidak berwenang mengajukan tulisan {institution}.",
            "Mintalah peran penulis kepada pengelola instansi itu.",
        )


class MayNotApprove(Refused):
    def __init__(self, institution: str) -> None:
        super().__init__(
            f"Anda bukan penyetuju {institution}.",
            "Yang memutuskan adalah penyetuju instansi itu.",
        )


class OwnWork(Refused):
    """The approver wrote this version or submitted it."""

    def __init__(self) -> None:
        super().__init__(
            "Anda tidak dapat memutuskan tulisan Anda sendiri.",
            "Versi ini Anda tulis atau Anda ajukan. Penyetuju lain yang memutuskannya.",
        )


class ChangedMeanwhile(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Naskah ini berubah sementara itu, jadi belum ada yang disetujui.",
            "Baca versi yang baru. Jika belum diajukan, mintalah penulisnya mengajukannya lagi.",
        )


class NotWaiting(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Naskah ini tidak sedang menunggu keputusan.",
            "Mungkin orang lain sudah memutuskannya, atau penulis menariknya.",
        )


class NoComment(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Tulislah apa yang perlu diperbaiki.", "Penulis membaca catatan Anda di naskahnya."
        )


class NotApproved(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Versi ini belum disetujui, jadi tidak diterbitkan.",
            "Ajukan dahulu; penyetuju instansi Anda yang memutuskannya.",
        )


class MayNotPublishAtOnce(Refused):
    def __init__(self, institution: str) -> None:
        super().__init__(
            f"Anda bukan penerbit darurat {institution}.",
            "Ajukan tulisan ini; sesudah disetujui, ia terbit.",
        )


class NoReason(Refused):
    def __init__(self, length: int, most: int) -> None:
        problem = "Alasan penerbitan darurat belum ditulis."
        if length:
            problem = f"Alasan terlalu panjang: {length} huruf, paling banyak {most}."
        super().__init__(problem, "Tulis satu kalimat: mengapa ini tidak dapat menunggu tinjauan.")


class MayNotRead(Refused):
    def __init__(self, institution: str) -> None:
        super().__init__(
            f"Anda tidak berwenang membaca draf {institution}.",
            "Yang dapat membacanya adalah orang instansi itu dan pembinanya.",
        )


class EmptyRemark(Refused):
    def __init__(self) -> None:
        super().__init__(
            _("Catatan masih kosong."),
            _("Tulis catatan. Untuk mengusulkan kata lain, isi kutipan dan usulannya."),
        )


class TooLong(Refused):
    def __init__(self, length: int, most: int) -> None:
        super().__init__(
            _("Catatan terlalu panjang: %(length)d huruf, paling banyak %(most)d.")
            % {"length": length, "most": most},
            _("Bagilah menjadi beberapa catatan."),
        )


class TooManyRemarks(Refused):
    permanent = False

    def __init__(self) -> None:
        super().__init__(
            _("Terlalu banyak catatan dalam waktu singkat, jadi yang ini belum dikirim."),
            _("Kirim lagi beberapa menit lagi."),
        )


class LinkClosed(Refused):
    """Wrong, expired or revoked: which of them is told to nobody."""

    def __init__(self) -> None:
        super().__init__(
            _("Tautan ini tidak berlaku."),
            _("Mintalah tautan baru kepada orang yang mengundang Anda."),
        )


class BadLink(Refused):
    """An invitation that lacks something."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem, "Tautan belum dibuat.")
