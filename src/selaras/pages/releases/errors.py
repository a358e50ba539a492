"""Named failures of joint releases, in the words of the people who prepare them."""

from collections.abc import Sequence

from selaras.common.errors import Refused


class MayNotPrepare(Refused):
    def __init__(self, institution: str) -> None:
        super().__init__(
            f"Anda tidak berwenang menyusun rilis {institution}.",
            "Mintalah peran penulis atau penyetuju kepada pengelola instansi itu.",
        )


class MayNotArm(Refused):
    def __init__(self, institution: str) -> None:
        super().__init__(
            f"Anda bukan penyetuju {institution}.",
            "Yang menyiapkan rilis adalah penyetuju instansi itu.",
        )


class OwnRelease(Refused):
    """Who put a release together is not who makes it ready."""

    def __init__(self) -> None:
        super().__init__(
            "Anda menyusun rilis ini, jadi orang lain yang menyiapkannya.",
            "Mintalah penyetuju lain di instansi Anda.",
        )


class MayNotStop(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Anda tidak dapat menghentikan rilis ini.",
            "Yang dapat menghentikannya: penyusunnya, penyetuju, dan penerbit darurat.",
        )


class NotOpen(Refused):
    def __init__(self, state: str) -> None:
        super().__init__(
            f"Rilis ini tidak dapat diubah: keadaannya {state.lower()}.",
            "Buka lagi halamannya untuk melihat keadaan yang terbaru.",
        )


class ChangedMeanwhile(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Rilis ini berubah sejak Anda membukanya, jadi belum ada yang dilakukan.",
            "Periksa isinya yang sekarang, lalu ulangi.",
        )


class BadMoment(Refused):
    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)


class BadTitle(Refused):
    def __init__(self, length: int, most: int) -> None:
        problem = "Judul rilis belum ditulis."
        if length:
            problem = f"Judul rilis terlalu panjang: {length} huruf, paling banyak {most}."
        super().__init__(problem, "Judul ini hanya dibaca di ruang redaksi.")


class BadPages(Refused):
    def __init__(self, problem: str) -> None:
        super().__init__(problem, "Pilih halaman yang versi terbarunya sudah disetujui.")


class NotOurVoice(Refused):
    def __init__(self, institution: str) -> None:
        super().__init__(
            "Pengumuman ini disampaikan instansi lain.",
            f"Dalam rilis ini hanya {institution} yang dapat berbicara.",
        )


class AnnouncementNotReady(Refused):
    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)


class NotReady(Refused):
    """What keeps a release from going; `problems` are sentences."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__(
            "Rilis ini belum dapat disiapkan.", "Perbaiki dahulu yang ditandai di bawah."
        )
