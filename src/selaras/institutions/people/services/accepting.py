"""An invited person takes the roles, with a new account or with the one that she has."""

from django.db import transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.accounts.services import open_account
from selaras.institutions.models import Invitation
from selaras.institutions.people.errors import InvitationOver
from selaras.institutions.people.periods import Period
from selaras.institutions.people.policies import require_granting, still_stands
from selaras.institutions.people.queries import invitation_by_digest, today_in
from selaras.institutions.people.services.checking import free_days, locked
from selaras.institutions.people.services.granting import give
from selaras.institutions.people.tokens import digest_of
from selaras.ledger.actors import COMMAND, Actor, pseudonym_of
from selaras.ledger.services import record


def waiting(token: str) -> Invitation:
    """The invitation that the link opens; looking changes nothing. Raises `InvitationOver`."""
    invitation = invitation_by_digest(digest_of(token))
    if invitation is None or not still_stands(invitation):
        raise InvitationOver
    return invitation


def accept(*, token: str, user: User) -> Invitation:
    """Take the roles with the account that the person has.

    Days on which she holds one of them already are left as they are. Raises `InvitationOver`,
    or `NotToOneself` for whoever invited herself.
    """
    with transaction.atomic():
        invitation = _locked(token)
        inviter: Actor = invitation.invited_by or COMMAND
        require_granting(inviter, invitation.institution, *invitation.offered, to=user)
        _take(invitation, user)
    return invitation


def accept_with_new_account(*, token: str, username: str, name: str, password: str) -> User:
    """Open an account for the address that was invited, and take the roles with it.

    Raises `InvitationOver`, or `AccountRefused`; then there is no account.
    """
    with transaction.atomic():
        invitation = _locked(token)
        email = invitation.email
        user = open_account(username=username, email=email, name=name, password=password)
        _take(invitation, user)
    return user


def _locked(token: str) -> Invitation:
    found = waiting(token)
    institution = locked(found.institution)
    row = Invitation.objects.select_for_update(of=("self",)).get(pk=found.pk)
    row.institution, row.invited_by = institution, found.invited_by
    if not still_stands(row):
        raise InvitationOver
    return row


def _take(invitation: Invitation, user: User) -> None:
    today = today_in(invitation.institution)
    period = Period(max(invitation.valid_from or today, today), invitation.valid_to)
    inviter = pseudonym_of(invitation.invited_by or COMMAND)
    for role in invitation.offered:
        for days in free_days(user, invitation.institution, role, period):
            give(user, user, invitation.institution, role, days, invited_by=inviter)
    invitation.accepted_at, invitation.accepted_by = timezone.now(), user
    invitation.name = invitation.email = ""  # the account says it now
    invitation.save(update_fields=["accepted_at", "accepted_by", "name", "email"])
    invitation.links.all().delete()
    record(
        actor=user,
        institution=invitation.institution.slug,
        action="institutions.invitation.accept",
        object_kind="institutions.invitation",
        object_id=str(invitation.pk),
        details={"roles": invitation.roles, "invited_by": inviter},
    )
