"""The first steps of this room: the second factor, one's own site, and one's colleagues."""

from django.conf import settings
from django.urls import reverse

from selaras.accounts import second_factor
from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership
from selaras.institutions.people.onboarding import step
from selaras.institutions.standing import NEEDING_SECOND_FACTOR, standing_of

Role = Membership.Role


def name_steps() -> None:
    step(
        "second-factor",
        title="Pasang faktor kedua",
        help="Aplikasi kode atau kunci sandi, selain kata sandi. Peran Anda mewajibkannya.",
        address=lambda user: _screen("mfa_index"),
        roles=tuple(sorted(NEEDING_SECOND_FACTOR)),
        done=second_factor.is_set_up,
        order=10,
    )
    step(
        "own-site",
        title="Lihat situs instansi Anda",
        help="Beginilah warga melihatnya: nama, kontak, layanan, dan berita terakhir.",
        address=_own_site,
        order=20,
    )
    step(
        "colleagues",
        title="Undang rekan kerja",
        help="Penulis dan penyetuju tidak boleh orang yang sama untuk satu naskah.",
        address=lambda user: _screen("people:index"),
        roles=(Role.ADMINISTRATOR,),
        done=_has_colleagues,
        order=30,
    )
    step(
        "readers",
        title="Ketahui siapa yang dapat membaca naskah Anda",
        help="Kantor provinsi atau pusat dapat diberi hak baca atas draf.",
        address=lambda user: _screen("people:readers_index"),
        order=80,
    )


def _screen(view_name: str) -> str:
    """The address on the editors' host, whoever asks."""
    return reverse(view_name, urlconf=settings.HOST_URLCONFS["editor"])


def _own_site(user: User) -> str | None:
    own = standing_of(user).institutions()
    first = Institution.objects.filter(pk__in=own).order_by("pk").first()
    return f"{first.url}/" if first else None


def _has_colleagues(user: User) -> bool:
    own = standing_of(user).institutions(Role.ADMINISTRATOR)
    others = Membership.objects.filter(institution__in=own).exclude(user=user)
    return others.exists()
