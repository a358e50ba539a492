"""Named failures of alignment."""

from selaras.common.errors import Refused


class NoReason(Refused):
    """A reason of which nobody could learn anything, or nobody would read."""

    def __init__(self, length: int, least: int, most: int) -> None:
        problem = "Alasannya belum ditulis." if not length else f"Alasannya {length} huruf."
        super().__init__(
            problem, f"Tulis {least} sampai {most} huruf yang dipahami penyetuju tanpa bertanya."
        )


class MayNotJustify(Refused):
    def __init__(self, institution: str) -> None:
        super().__init__(
            f"Anda tidak menulis untuk {institution}.",
            "Yang dapat memberi alasan adalah penulis dan penyetuju instansi itu.",
        )


class MandatoryFact(Refused):
    """Only the owner of a mandatory fact may say that another value is right."""

    def __init__(self, label: str, owner: str) -> None:
        super().__init__(
            f'Nilai "{label}" wajib sama dengan fakta resmi, jadi alasan tidak cukup.',
            f"Ganti dengan fakta resmi, atau hubungi {owner} bila faktanya yang keliru.",
        )


class BadFile(Refused):
    """A file of cases or facts that cannot be read; the sentence names the file and the line."""
