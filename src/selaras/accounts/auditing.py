"""What the audit knows of people: how they are called, and that they can be erased."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models.signals import post_save
from django.dispatch import receiver

from selaras.accounts.models import User
from selaras.common.errors import Refused
from selaras.ledger.objects import Described, describes
from selaras.ledger.people import erases_people
from selaras.ledger.services import rename_person
from selaras.ledger.words import names_actions, names_details

NAMES = {"first_name", "last_name", "username"}


class StillActive(Refused):
    """Who can still act must be known by name."""

    def __init__(self) -> None:
        super().__init__(
            "Akun orang itu masih aktif.", "Nonaktifkan dulu akunnya, lalu hapus namanya."
        )


@receiver(post_save, sender=User)
def follow_name(instance: User, created: bool, update_fields: Any = None, **_: Any) -> None:
    """Whoever is called otherwise now is so in the audit too; signing in changes no name."""
    if not created and (update_fields is None or NAMES & set(update_fields)):
        rename_person(reference=instance.reference, name=str(instance))


@erases_people
def erase_account(reference: UUID) -> bool:
    """The account stays, for what refers to it, but says nothing of the person any more."""
    user = User.objects.select_for_update().filter(reference=reference).first()
    if user is None:
        return False
    if user.is_active:
        raise StillActive
    user.first_name = user.last_name = user.email = ""
    user.username = f"terhapus-{reference}"
    user.set_unusable_password()
    user.save()
    for rows in (user.emailaddress_set, user.authenticator_set, user.usersession_set):
        rows.all().delete()
    return True


@describes("account")
def accounts(user: Any, keys: list[str]) -> Mapping[str, Described]:
    found = User.objects.filter(reference__in=filter(None, map(_reference, keys)), is_active=True)
    return {str(one.reference): Described(str(one)) for one in found}


def _reference(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None


names_actions(
    {
        "account.open": "Membuka akun",
        "account.signin": "Masuk",
        "account.signin.fail": "Gagal masuk",
        "account.signin.limit": "Percobaan masuk dibatasi",
        "account.signout": "Keluar",
        "account.session.end": "Mengakhiri sesi",
        "account.session.over": "Sesi berakhir",
        "account.password.change": "Mengganti sandi",
        "account.password.reset": "Mengatur ulang sandi",
        "account.factor.add": "Menambah faktor kedua",
        "account.factor.remove": "Menghapus faktor kedua",
        "account.factor.renew": "Membuat kode pemulihan baru",
        "account.factor.take": "Menghapus semua faktor kedua",
    }
)
names_details({"by": "dengan", "kind": "jenis", "limit": "batas", "why": "sebab"})
