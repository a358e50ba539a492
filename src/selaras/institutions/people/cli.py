"""Commands about people: the first administrators of an installation, and help in need."""

import json
from datetime import date, datetime

import click

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership
from selaras.institutions.people.periods import ONE_DAY
from selaras.institutions.people.policies import require_existing
from selaras.institutions.people.queries import is_over, period_of, today_in
from selaras.institutions.people.services import end_role, grant_role, invite
from selaras.institutions.queries import institution_by_slug
from selaras.ledger.actors import COMMAND

Role = Membership.Role
DAY = click.DateTime(formats=["%Y-%m-%d"])
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
first_day = click.option("--from", "valid_from", type=DAY, help="First day; today if not given.")
last_day = click.option("--until", "last", type=DAY, help="Last day; no end if not given.")
CENTRE = "komdigi"


@click.group()
def people() -> None:
    """People, their roles, and invitations."""


@people.command()
@click.argument("username")
@click.argument("institution")
@click.argument("role", type=click.Choice(Role.values))
@first_day
@last_day
def grant(
    username: str, institution: str, role: str, valid_from: datetime | None, last: datetime | None
) -> None:
    """Give USERNAME a ROLE in INSTITUTION."""
    place = _institution(institution)
    made = grant_role(
        actor=COMMAND,
        user=_user(username),
        institution=place,
        role=require_existing(place, role),
        valid_from=valid_from.date() if valid_from else None,
        valid_to=_after(last),
    )
    click.echo(f"{username}: {made.get_role_display()}, {place.name}, {period_of(made)}.")


@people.command()
@click.argument("username")
@click.argument("institution")
@click.argument("role", type=click.Choice(Role.values))
@click.option("--reason", required=True, help="Why; kept in the audit.")
@last_day
def end(username: str, institution: str, role: str, reason: str, last: datetime | None) -> None:
    """End a ROLE of USERNAME in INSTITUTION: now, or with a last day."""
    place = _institution(institution)
    today = today_in(place)
    held = Membership.objects.filter(user=_user(username), institution=place, role=role)
    rows = [row for row in held if not is_over(row, today)]
    if not rows:
        raise click.ClickException(f"{username} tidak memegang peran ini di {place.name}.")
    for row in rows:
        end_role(actor=COMMAND, membership=row, end=_after(last), reason=reason)
    click.echo(f"Peran {Role(role).label} {username} di {place.name} berakhir.")


@people.command(name="list")
@click.argument("institution")
@as_json
def list_people(institution: str, as_json: bool) -> None:
    """List who holds, held or will hold a role in INSTITUTION."""
    place = _institution(institution)
    held = Membership.objects.filter(institution=place).select_related("user")
    for row in held.order_by("user__username", "role", "valid_from"):
        line = {
            "username": row.user.username,
            "role": row.role,
            "valid_from": row.valid_from.isoformat(),
            "valid_to": row.valid_to.isoformat() if row.valid_to else "",
        }
        click.echo(json.dumps(line, ensure_ascii=False) if as_json else "\t".join(line.values()))


@people.command(name="invite")
@click.argument("institution")
@click.argument("email")
@click.option("--name", required=True, help="Who is invited.")
@click.option("--role", "roles", multiple=True, required=True, type=click.Choice(Role.values))
@last_day
def invite_person(
    institution: str, email: str, name: str, roles: tuple[str, ...], last: datetime | None
) -> None:
    """Print a link by which EMAIL may take roles in INSTITUTION, once, within seven days."""
    place = _institution(institution)
    invited = invite(
        actor=COMMAND,
        institution=place,
        name=name,
        email=email,
        roles=[require_existing(place, role) for role in roles],
        valid_to=_after(last),
    )
    click.echo(invited.url)


@people.command()
@click.argument("username")
@click.option("--institution", default=CENTRE, show_default=True, help="A national institution.")
def platform(username: str, institution: str) -> None:
    """Make USERNAME, who has an account, an administrator of the whole platform."""
    place = _institution(institution)
    role = require_existing(place, Role.PLATFORM)
    grant_role(actor=COMMAND, user=_user(username), institution=place, role=role)
    click.echo(f"{username} kini pengelola platform di {place.name}.")


def _institution(slug: str) -> Institution:
    found = institution_by_slug(slug)
    if found is None:
        raise click.ClickException(f'Tidak ada instansi "{slug}".')
    return found


def _user(username: str) -> User:
    found = User.objects.filter(username=username).first()
    if found is None:
        raise click.ClickException(
            f'Tidak ada akun "{username}". Undang orangnya lebih dulu: selaras people invite.'
        )
    return found


def _after(last: datetime | None) -> date | None:
    return last.date() + ONE_DAY if last else None
