"""What the audit calls the changes of roles, invitations and views."""

from collections.abc import Mapping
from typing import Any

from selaras.institutions.models import Membership, Oversight
from selaras.ledger.objects import Described, describes
from selaras.ledger.words import names_actions, names_details


@describes("institutions.membership")
def memberships(user: Any, keys: list[str]) -> Mapping[str, Described]:
    """Whose role is told by the entry itself; here only which."""
    found = Membership.objects.filter(pk__in=_numbers(keys)).select_related("institution")
    return {
        str(one.pk): Described(f"{one.get_role_display()}, {one.institution.short_name}")
        for one in found
    }


@describes("institutions.oversight")
def oversights(user: Any, keys: list[str]) -> Mapping[str, Described]:
    found = Oversight.objects.filter(pk__in=_numbers(keys)).select_related("viewer", "region")
    return {str(one.pk): Described(f"{one.viewer.short_name} → {one.region}") for one in found}


def _numbers(keys: list[str]) -> list[str]:
    return [key for key in keys if key.isdecimal()]


names_actions(
    {
        "institutions.role.change": "Mengubah masa peran",
        "institutions.invitation.create": "Mengundang orang",
        "institutions.invitation.renew": "Membuat tautan undangan baru",
        "institutions.invitation.revoke": "Mencabut undangan",
        "institutions.invitation.accept": "Menerima undangan",
        "institutions.oversight.grant": "Memberi hak baca",
        "institutions.oversight.end": "Mengakhiri hak baca",
    }
)
names_details(
    {
        "before": "sebelumnya",
        "invited_by": "diundang oleh",
        "moved_from": "pindah dari",
        "person": "orang",
        "region": "wilayah",
        "roles": "peran",
        "valid_from": "mulai",
        "valid_to": "sampai sebelum",
    }
)
