"""What is refused about people and their roles, in the words of the screen."""

from django.utils.translation import gettext as _

from selaras.common.errors import Refused
from selaras.institutions.models import Institution, Membership
from selaras.institutions.people.periods import Period


class MayNotManage(Refused):
    def __init__(self, institution: Institution) -> None:
        super().__init__(
            f"Anda bukan pengelola {institution.name}.",
            "Orang dan peran di sana diatur oleh pengelolanya sendiri atau pengelola platform.",
        )


class MayNotTakeFactors(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Faktor kedua orang ini tidak dapat Anda lepas.",
            "Ia juga memegang peran di luar instansi Anda; mintalah pengelola platform.",
        )


class OnlyPlatform(Refused):
    def __init__(self) -> None:
        super().__init__("Hanya pengelola platform yang dapat melakukan ini.")


class RoleNotOffered(Refused):
    """The role exists, but not in this institution, or it is no role at all."""

    def __init__(self, role: str, institution: Institution) -> None:
        word = Membership.Role(role).label if role in Membership.Role.values else role[:40]
        super().__init__(
            f'Peran "{word}" tidak ada di {institution.name}.',
            "Penyusun pengumuman hanya di instansi pusat atau pemilik topik;"
            " pengelola platform hanya di instansi pusat.",
        )


class NotToOneself(Refused):
    def __init__(self, role: Membership.Role) -> None:
        super().__init__(
            f'Peran "{role.label}" tidak dapat Anda berikan kepada diri sendiri.',
            "Mintalah pengelola lain di instansi Anda, atau pengelola platform.",
        )


class LastAdministrator(Refused):
    def __init__(self, institution: Institution) -> None:
        super().__init__(
            f"{institution.name} akan tanpa pengelola.",
            "Beri peran pengelola kepada orang lain lebih dulu,"
            " atau minta pengelola platform mengakhirinya.",
        )


class LastPlatform(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Platform akan tanpa pengelola.",
            "Beri peran pengelola platform kepada orang lain lebih dulu.",
        )


class AlreadyHeld(Refused):
    def __init__(self, role: Membership.Role, period: Period) -> None:
        super().__init__(
            f'Peran "{role.label}" sudah dipegang pada masa itu: {period}.',
            "Ubah masa berlakunya, atau pilih tanggal lain.",
        )


class AlreadyOverseen(Refused):
    def __init__(self, period: Period) -> None:
        super().__init__(
            f"Hak baca atas wilayah ini sudah ada pada masa itu: {period}.",
            "Akhiri dulu yang lama, atau pilih tanggal lain.",
        )


class WrongPeriod(Refused):
    """`field` names what is wrong: start, last or both ("")."""

    def __init__(self, field: str, problem: str, remedy: str = "") -> None:
        self.field = field
        super().__init__(problem, remedy)


class NoReason(Refused):
    def __init__(self, most: int) -> None:
        super().__init__("Tulis alasannya.", f"Paling panjang {most} huruf.")


class NoRoles(Refused):
    def __init__(self) -> None:
        super().__init__("Pilih sedikitnya satu peran.")


class SamePlace(Refused):
    def __init__(self, institution: Institution) -> None:
        super().__init__(f"Orang ini sudah di {institution.name}.", "Pilih instansi lain.")


class WrongInvited(Refused):
    """Name or address of whoever is invited cannot be used; `field` says which."""

    def __init__(self, field: str, problem: str, remedy: str = "") -> None:
        self.field = field
        super().__init__(problem, remedy)


class InvitedAlready(Refused):
    """The form was sent twice."""

    def __init__(self) -> None:
        super().__init__(
            "Undangan ini sudah dibuat.",
            'Tautannya hanya ditampilkan sekali. Perlu lagi? Pilih "Tautan baru".',
        )


class InvitationOver(Refused):
    """One answer for whatever is wrong with a link, so that it reveals nothing."""

    def __init__(self) -> None:
        super().__init__(
            _("Tautan ini tidak berlaku."),
            _(
                "Mungkin sudah dipakai, sudah lewat masanya, atau tidak lengkap saat disalin."
                " Mintalah tautan baru kepada yang mengundang Anda."
            ),
        )
