"""People with roles, for tests."""

from datetime import date

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership, Oversight
from selaras.institutions.people.services import grant_role

LONG_AGO = date(2020, 1, 1)


def person(name: str, institution: Institution | str, *roles: Membership.Role) -> User:
    """A new account that holds these roles since long ago."""
    if isinstance(institution, str):
        institution = Institution.objects.get(slug=institution)
    user = User.objects.create(username=name)
    for role in roles:
        grant_role(actor="uji", user=user, institution=institution, role=role, valid_from=LONG_AGO)
    return user


def oversee(viewer: Institution | str, region: str) -> Oversight:
    """Give an institution's members the view over a region and all below it."""
    if isinstance(viewer, str):
        viewer = Institution.objects.get(slug=viewer)
    return Oversight.objects.create(viewer=viewer, region_id=region, valid_from=LONG_AGO)
