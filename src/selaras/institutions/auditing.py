"""Who may read the audit, by role, and what the audit calls institutions and what is done there."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from selaras.accounts.access import state
from selaras.institutions.access import holding
from selaras.institutions.models import Institution, Oversight
from selaras.institutions.queries import NATIONAL, valid_at
from selaras.institutions.standing import Role, standing_of
from selaras.ledger.objects import Described, describes
from selaras.ledger.policies import Reach, readers
from selaras.ledger.words import names_actions, names_details


@readers
def reach(user: Any) -> Reach | None:
    """An auditor reads her institutions' entries; the centre's, and the platform's people, all."""
    standing = standing_of(user)
    own = standing.institutions(Role.AUDITOR)
    if standing.is_platform or (own and _are_the_centre(own)):
        return Reach(everything=True, names=lambda: _names(None))
    return Reach(everything=False, names=lambda: _names(own)) if own else None


def _are_the_centre(institutions: frozenset[int]) -> bool:
    """The centre is who has the view over the whole country."""
    today = valid_at(timezone.now(), "viewer__region__zone")
    return Oversight.objects.filter(today, viewer__in=institutions, region=NATIONAL).exists()


def _names(keys: frozenset[int] | None) -> Mapping[str, str]:
    found = Institution.objects.all() if keys is None else Institution.objects.filter(pk__in=keys)
    return dict(found.order_by("name").values_list("slug", "name"))


@describes("institution")
def institutions(user: Any, keys: list[str]) -> Mapping[str, Described]:
    found = Institution.objects.filter(slug__in=keys).only("slug", "name", "domain")
    return {one.slug: Described(one.name, f"{one.url}/") for one in found}


@describes("domain")
def domains(user: Any, keys: list[str]) -> Mapping[str, Described]:
    return {key: Described(key) for key in keys}


def state_routes() -> None:
    """Whoever reads nothing is turned away before the screen is asked."""
    state(holding(Role.AUDITOR, Role.PLATFORM), "audit:list", "audit:export")


names_actions(
    {
        "institutions.dissolve": "Mencatat pembubaran instansi",
        "topics.open": "Membuka topik",
        "topics.hand_over": "Menyerahkan topik",
        "institutions.role.grant": "Memberi peran",
        "institutions.role.end": "Mengakhiri peran",
        "domains.claim": "Mengajukan domain",
        "domains.verify": "Membuktikan domain",
        "domains.check": "Memeriksa bukti domain",
        "domains.release": "Melepas domain",
        "domains.canonical": "Menetapkan alamat utama",
        "boundaries.load": "Memuat batas wilayah",
        "boundaries.remove": "Menghapus batas wilayah",
    }
)
names_details({"host": "alamat", "problem": "masalah", "regions": "wilayah", "role": "peran"})
