"""Writes: who holds which role in an institution, who is invited, and who may read whose work."""

from selaras.institutions.people.services.accepting import accept, accept_with_new_account
from selaras.institutions.people.services.changing import change_period, end_role
from selaras.institutions.people.services.granting import grant_role, grant_roles
from selaras.institutions.people.services.inviting import Invited, invite, renew_link, revoke
from selaras.institutions.people.services.moving import move_person
from selaras.institutions.people.services.overseeing import end_oversight, oversee
from selaras.institutions.people.services.welcoming import put_away, tick_off

__all__ = [
    "Invited",
    "accept",
    "accept_with_new_account",
    "change_period",
    "end_oversight",
    "end_role",
    "grant_role",
    "grant_roles",
    "invite",
    "move_person",
    "oversee",
    "put_away",
    "renew_link",
    "revoke",
    "tick_off",
]
