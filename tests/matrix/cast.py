"""Who tries the routes, and whose objects they try them on.

All roles are held in a province, so that there is an institution above, one below that it oversees,
and one that has nothing to do with it. The platform's administrator stands in the centre.
"""

from dataclasses import dataclass

from django.test import Client

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership
from support.people import oversee, person

Role = Membership.Role
HOST = {"host": "redaksi.localhost"}
PROVINCE, CENTRE, REGENCY, STRANGER = "jawa-barat", "komdigi", "kota-bandung", "kab-merauke"
EVERYBODY = {PROVINCE, CENTRE, REGENCY, STRANGER}
RELATIONS = {"own": PROVINCE, "above": CENTRE, "below": REGENCY, "foreign": STRANGER}
ANONYMOUS, FORMER = "anonymous", "former"


@dataclass(frozen=True)
class Actor:
    """One who tries: her name, the roles that she holds today, and how she stands to others."""

    name: str
    roles: frozenset[str]
    client: Client
    at: str = PROVINCE

    def owner(self, relation: str) -> str:
        """The institution that stands in this relation to her."""
        if self.at == CENTRE:
            return {"own": CENTRE, "above": PROVINCE}.get(relation, RELATIONS[relation])
        return RELATIONS[relation]

    def is_own(self, slug: str) -> bool:
        return bool(self.roles) and slug == self.at

    def views(self, slug: str) -> bool:
        """Whose drafts she may read: the province oversees the regency, the platform everybody."""
        if not self.roles:
            return False
        return slug == self.at or Role.PLATFORM in self.roles or slug == REGENCY


def actors() -> list[Actor]:
    """One for each role, one whose role has ended, and one who is not signed in."""
    oversee(PROVINCE, "32")
    found = [Actor(ANONYMOUS, frozenset(), Client(headers=HOST))]
    for role in Role:
        at = CENTRE if role == Role.PLATFORM else PROVINCE
        user = person(f"aktor-{role}", at, role)
        found.append(Actor(str(role), frozenset({str(role)}), _client(user), at))
    user = person("aktor-mantan", PROVINCE, *Role)
    found.append(Actor(FORMER, frozenset(), _client(user)))
    Membership.objects.filter(user=user).update(valid_to="2021-01-01")
    return found


def _client(user: User) -> Client:
    client = Client(headers=HOST)
    client.force_login(User.objects.get(pk=user.pk))
    return client


def institution(slug: str) -> Institution:
    return Institution.objects.get(slug=slug)
