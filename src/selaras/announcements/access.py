"""Who may reach the routes of announcements."""

from selaras.accounts.access import OPEN, state
from selaras.institutions.access import holding
from selaras.institutions.models import Membership

Role = Membership.Role


def state_all() -> None:
    announcing = holding(Role.AUTHOR, Role.APPROVER, Role.WRITER, Role.EMERGENCY)
    state(announcing, "announcements_admin:announce", "announcements_admin:list")
    state(OPEN, "announcements:index", "announcements:json", "announcements:detail")
