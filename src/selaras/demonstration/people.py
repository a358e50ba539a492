"""Accounts to try the demonstration with. They work in demonstration mode only."""

from django.utils import timezone

from selaras.accounts.codes import give_shown
from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership, Oversight
from selaras.institutions.people.services import grant_role
from selaras.ledger.actors import system

PASSWORD = "peragaan"  # noqa: S105 - refused by the sign-in outside a demonstration
ACTOR = system("peragaan")
Role = Membership.Role
PEOPLE = [
    ("redaksi-komdigi", "komdigi", [Role.WRITER]),
    ("penyetuju-komdigi", "komdigi", [Role.APPROVER]),
    ("pengelola-komdigi", "komdigi", [Role.ADMINISTRATOR]),
    ("pengelola-platform", "komdigi", [Role.PLATFORM]),
    ("redaksi-bandung", "kota-bandung", [Role.WRITER]),
    ("penyetuju-bandung", "kota-bandung", [Role.APPROVER]),
    ("darurat-bandung", "kota-bandung", [Role.WRITER, Role.EMERGENCY]),
    ("pengelola-bandung", "kota-bandung", [Role.ADMINISTRATOR]),
    ("pemeriksa-bandung", "kota-bandung", [Role.AUDITOR]),
    ("redaksi-jabar", "jawa-barat", [Role.WRITER]),
    ("penyusun-bnpb", "bnpb", [Role.AUTHOR]),
    ("penyetuju-bnpb", "bnpb", [Role.APPROVER]),
    ("penyusun-kemendagri", "kemendagri", [Role.AUTHOR]),
    ("penyetuju-kemendagri", "kemendagri", [Role.APPROVER]),
]
OVERSIGHTS = [("komdigi", "00"), ("jawa-barat", "32")]


def make_people() -> None:
    """Create the accounts, their roles and who may read whose work; repeatable."""
    for username, slug, roles in PEOPLE:
        _make(username, Institution.objects.get(slug=slug), roles)
    for slug, region in OVERSIGHTS:
        viewer = Institution.objects.get(slug=slug)
        if not Oversight.objects.filter(viewer=viewer, region=region).exists():
            today = timezone.localdate()
            Oversight.objects.create(viewer=viewer, region_id=region, valid_from=today)


def _make(username: str, institution: Institution, roles: list[Role]) -> None:
    duty = Role(roles[-1]).label
    named = {"first_name": "Peragaan", "last_name": f"{duty} {institution.place}"}
    user, created = User.objects.get_or_create(
        username=username, defaults={**named, "demonstration": True}
    )
    if created:
        user.set_password(PASSWORD)
        user.save()
    give_shown(user)
    for role in roles:
        if not user.memberships.filter(institution=institution, role=role).exists():
            grant_role(actor=ACTOR, user=user, institution=institution, role=role)
