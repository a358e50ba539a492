"""Named failures of pages."""

from django.utils.translation import gettext as _

from selaras.common.errors import Refused
from selaras.facts.models import FactType
from selaras.institutions.models import Region


class NeverStated(Refused):
    """A page says facts that were never stated for its region."""

    def __init__(self, missing: list[FactType], region: Region) -> None:
        labels = ", ".join(fact_type.label for fact_type in missing)
        super().__init__(
            f"Belum pernah ada nilai resmi untuk {region.full_name}: {labels}.",
            "Hapus fakta itu dari teks, atau tunggu sampai pemiliknya menetapkan nilainya. "
            "Draf Anda tersimpan.",
        )


class MayNotWithdraw(Refused):
    def __init__(self, title: str) -> None:
        super().__init__(
            f'Anda tidak berwenang menarik "{title}".',
            "Yang dapat menarik halaman adalah orang yang dapat menerbitkannya; "
            "beranda situs tidak dapat ditarik.",
        )


class NotPublished(Refused):
    def __init__(self, title: str) -> None:
        super().__init__(
            f'"{title}" tidak sedang terbit, jadi tidak ada yang ditarik.',
            "Draf dapat dihapus, atau dibiarkan.",
        )


class NoReason(Refused):
    """A withdrawal without a reason that can stand at the page's address."""

    def __init__(self, length: int, most: int) -> None:
        problem = "Alasan penarikan belum ditulis."
        if length:
            problem = f"Alasan penarikan terlalu panjang: {length} huruf, paling banyak {most}."
        super().__init__(problem, "Tulis satu kalimat yang dibaca warga di alamat halaman itu.")


class InRelease(Refused):
    """The page waits for a joint release."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f'Halaman ini menunggu rilis bersama "{title}".',
            "Batalkan dahulu kesiapan rilis itu; setelahnya halaman dapat diubah atau diterbitkan.",
        )


class MayNotEditProfile(Refused):
    def __init__(self, institution: str) -> None:
        super().__init__(
            f"Anda tidak berwenang mengubah profil situs {institution}.",
            "Mintalah peran di instansi itu kepada pengelolanya.",
        )


class ChangedMeanwhile(Refused):
    """Somebody else saved the same thing since this person opened it."""

    def __init__(self) -> None:
        super().__init__(
            "Profil ini sudah diubah orang lain sejak Anda membukanya; belum ada yang disimpan.",
            "Bandingkan dengan profil di tab lain, lalu simpan lagi.",
        )


class MayNotHandle(Refused):
    def __init__(self, number: str) -> None:
        super().__init__(
            f"Anda tidak berwenang atas laporan {number}.",
            "Laporan ditangani oleh redaksi situs yang dilaporkan.",
        )


class TooManyReports(Refused):
    """The measure of reports for now is full; the same report may be sent later."""

    permanent = False

    def __init__(self) -> None:
        super().__init__(
            _("Terlalu banyak laporan masuk saat ini, jadi laporan Anda belum kami terima."),
            _("Kirim lagi nanti, atau hubungi instansi ini langsung."),
        )
