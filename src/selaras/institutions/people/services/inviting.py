"""Somebody is invited by a link: written, renewed, revoked, sent by mail, forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from selaras.accounts import limits, mail
from selaras.accounts.limits import Limit
from selaras.accounts.models import User
from selaras.institutions.models import Institution, Invitation, Membership
from selaras.institutions.people.errors import (
    InvitationOver,
    InvitedAlready,
    NoRoles,
    WrongInvited,
)
from selaras.institutions.people.policies import require_existing, require_granting
from selaras.institutions.people.queries import today_in
from selaras.institutions.people.services.checking import locked, require_period
from selaras.institutions.people.tokens import (
    digest_of,
    new_token,
    token_of_letter,
    version_of,
)
from selaras.ledger.actors import Actor
from selaras.ledger.clock import at_each_tick
from selaras.ledger.services import owe, record
from selaras.ledger.worker import settles

LIFETIME = timedelta(days=7)
KEPT = timedelta(days=30)  # after its time is over; then name and address are forgotten
# Where no mail server is known, letters are printed; a secret is not.
PRINTED = "django.core.mail.backends.console.EmailBackend"
ROUTE = "invitation"
LETTER = "institutions.invitation"
LETTER_TEMPLATE = "institutions/people/letter.txt"
LONGEST_NAME, LONGEST_EMAIL = 150, 254
INVITING = Limit("inviting", 40, timedelta(minutes=10))


@dataclass(frozen=True)
class Invited:
    """An invitation with its link, which nobody can read again."""

    invitation: Invitation
    url: str


def invite(
    *,
    actor: Actor,
    institution: Institution,
    name: str,
    email: str,
    roles: Sequence[Membership.Role],
    valid_from: date | None = None,
    valid_to: date | None = None,
    ticket: UUID | None = None,
) -> Invited:
    """Ask somebody to take roles; the link is to be passed on, and goes by mail as well.

    Whether the address has an account makes no difference. Raises what granting raises, and
    `WrongInvited`, `NoRoles`, `InvitedAlready` or `TooMany`.
    """
    with transaction.atomic():
        institution = locked(institution)
        require_granting(actor, institution, *roles)
        for role in roles:
            require_existing(institution, role)
        if not roles:
            raise NoRoles
        today = today_in(institution)
        require_period(actor, valid_from or today, valid_to, today=today)
        if isinstance(actor, User):
            limits.take(INVITING, str(actor.pk))
        now = timezone.now()
        made, new = Invitation.objects.get_or_create(
            ticket=ticket or uuid4(),
            defaults={
                "institution": institution,
                "invited_by": actor if isinstance(actor, User) else None,
                "name": _name(name),
                "email": _email(email),
                "roles": [str(role) for role in roles],
                "valid_from": valid_from,
                "valid_to": valid_to,
                "created_at": now,
                "expires_at": now + LIFETIME,
            },
        )
        if not new:
            raise InvitedAlready
        invited = _link(made)
        _note(actor, "create", made, roles=made.roles)
    return invited


def renew_link(*, actor: Actor, invitation: Invitation) -> Invited:
    """A new link for another seven days; the ones before open nothing any more."""
    with transaction.atomic():
        row = _locked_row(invitation)
        require_granting(actor, row.institution, *row.offered)
        if isinstance(actor, User):
            limits.take(INVITING, str(actor.pk))
            row.invited_by = actor
        row.expires_at = timezone.now() + LIFETIME
        row.save(update_fields=["invited_by", "expires_at"])
        row.links.all().delete()
        invited = _link(row)
        _note(actor, "renew", row)
    return invited


def revoke(*, actor: Actor, invitation: Invitation) -> None:
    """Nothing opens it any more."""
    with transaction.atomic():
        row = _locked_row(invitation)
        require_granting(actor, row.institution, *row.offered)
        row.revoked_at = timezone.now()
        row.save(update_fields=["revoked_at"])
        _note(actor, "revoke", row)


def sends_letters() -> bool:
    return bool(settings.EMAIL_BACKEND != PRINTED)


@settles(LETTER, waits=True)
def send_letter(payload: dict[str, Any]) -> None:
    found = Invitation.objects.select_related("institution", "invited_by")
    waiting = found.filter(pk=payload["invitation"], accepted_at=None, revoked_at=None)
    invitation = waiting.first()
    if invitation is None or version_of(invitation) != payload["version"]:
        return
    context = {
        "invitation": invitation,
        "roles": [role.label for role in invitation.offered],
        "url": _address(token_of_letter(invitation)),
    }
    mail.send(invitation.email, LETTER_TEMPLATE, context)


@at_each_tick
def forget_invitations() -> None:
    """Whoever did not come is forgotten: once in a while there is something to do."""
    due = Invitation.objects.filter(expires_at__lt=timezone.now() - KEPT, accepted_at=None)
    if due.exists():
        due.delete()


def _link(invitation: Invitation) -> Invited:
    token = new_token()
    for secret in (token, token_of_letter(invitation)):
        invitation.links.create(digest=digest_of(secret))
    if sends_letters():
        version = version_of(invitation)
        payload = {"invitation": invitation.pk, "version": version}
        owe(kind=LETTER, key=f"{LETTER}:{version}", payload=payload)
    return Invited(invitation, _address(token))


def _address(token: str) -> str:
    return mail.address_of(ROUTE, token=token)


def _locked_row(invitation: Invitation) -> Invitation:
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("institution__region")
    row = rows.filter(pk=invitation.pk, accepted_at=None, revoked_at=None).first()
    if row is None:
        raise InvitationOver
    return row


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise WrongInvited("name", "Tulis namanya.")
    if len(name) > LONGEST_NAME or not name.isprintable():
        problem = f"Nama paling panjang {LONGEST_NAME} huruf, tanpa tanda yang tak terlihat."
        raise WrongInvited("name", problem)
    return name


def _email(text: str) -> str:
    email = text.strip().lower()
    try:
        validate_email(email)
    except ValidationError:
        email = ""
    if not email or len(email) > LONGEST_EMAIL:
        raise WrongInvited(
            "email", "Alamat surel ini tidak dapat dibaca.", "Contoh: nama@instansi.go.id."
        )
    return email


def _note(actor: Actor, verb: str, invitation: Invitation, **details: Any) -> None:
    record(
        actor=actor,
        institution=invitation.institution.slug,
        action=f"institutions.invitation.{verb}",
        object_kind="institutions.invitation",
        object_id=str(invitation.pk),
        details=details,
    )
