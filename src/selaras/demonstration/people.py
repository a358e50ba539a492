"""Accounts to try the demonstration with. They work in demonstration mode only."""

from django.utils import timezone

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership
from selaras.pages.services import grant_editing

PASSWORD = "peragaan"  # noqa: S105 - refused by the sign-in outside a demonstration
PEOPLE = [
    ("redaksi-komdigi", "komdigi", Membership.Role.WRITER),
    ("redaksi-bandung", "kota-bandung", Membership.Role.WRITER),
    ("penyusun-bnpb", "bnpb", Membership.Role.AUTHOR),
    ("penyusun-kemendagri", "kemendagri", Membership.Role.AUTHOR),
]


def make_people() -> None:
    """Create the accounts and their memberships; repeatable."""
    for username, slug, role in PEOPLE:
        institution = Institution.objects.select_related("site__root_page").get(slug=slug)
        user, created = User.objects.get_or_create(
            username=username,
            defaults={
                "first_name": "Peragaan",
                "last_name": institution.short_name,
                "demonstration": True,
            },
        )
        if created:
            user.set_password(PASSWORD)
            user.save()
            Membership.objects.create(
                user=user, institution=institution, role=role, valid_from=timezone.localdate()
            )
        grant_editing(user=user, institution=institution)
