"""The first steps of whoever writes: a draft of one's own, and somebody to read it."""

from django.conf import settings
from django.urls import reverse
from wagtail.models import Revision, WorkflowState

from selaras.accounts.models import User
from selaras.institutions.models import Membership
from selaras.institutions.people.onboarding import step

WRITER = (Membership.Role.WRITER.value,)


def name_steps() -> None:
    step(
        "first-draft",
        title="Tulis naskah pertama",
        help="Pilih situs instansi Anda, lalu Tambah halaman. Naskah disimpan sebagai draf.",
        address=_pages,
        roles=WRITER,
        done=lambda user: Revision.objects.filter(user=user).exists(),
        order=40,
    )
    step(
        "first-review",
        title="Ajukan untuk ditinjau",
        help="Orang lain membaca dan menyetujuinya; baru sesudah itu terbit.",
        address=_pages,
        roles=WRITER,
        done=lambda user: WorkflowState.objects.filter(requested_by=user).exists(),
        order=45,
    )


def _pages(user: User) -> str:
    return reverse("wagtailadmin_explore_root", urlconf=settings.HOST_URLCONFS["editor"])
