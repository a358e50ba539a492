"""The commands `selaras domains`."""

import json

import click

from selaras.institutions.domains.names import ascii_host
from selaras.institutions.domains.proof import record_name, record_text
from selaras.institutions.domains.queries import all_domains, claim_of
from selaras.institutions.domains.services import (
    claim_domain,
    make_canonical,
    release_domain,
    verify_domain,
)
from selaras.institutions.models import InstitutionDomain
from selaras.institutions.queries import institution_by_slug
from selaras.ledger.actors import COMMAND

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group()
def domains() -> None:
    """Domains that institutions bring as their own."""


@domains.command()
@click.argument("slug")
@click.argument("host")
@as_json
def claim(slug: str, host: str, as_json: bool) -> None:
    """Claim HOST for the institution SLUG, and print the TXT record that proves it."""
    institution = institution_by_slug(slug)
    if institution is None:
        raise click.ClickException(f'Tidak ada instansi "{slug}".')
    claimed = claim_domain(institution=institution, host=host, actor=COMMAND)
    if as_json:
        click.echo(json.dumps(_row(claimed), ensure_ascii=False))
        return
    click.echo("Pasang rekaman ini di DNS:")
    click.echo(f'{record_name(claimed.host)}. TXT "{record_text(claimed.token)}"')
    click.echo(f"Sesudah itu: selaras domains verify {claimed.host}")


@domains.command()
@click.argument("host")
def verify(host: str) -> None:
    """Look for the TXT record that proves who owns HOST."""
    proved = verify_domain(host=host, actor=COMMAND)
    click.echo(f"{proved.host} terbukti milik {proved.institution.name}.")
    if not proved.canonical:
        click.echo(f"Untuk menjadikannya alamat utama: selaras domains canonical {proved.host}")


@domains.command()
@click.argument("host")
def canonical(host: str) -> None:
    """Make HOST the address of its institution; its other hosts redirect there."""
    institution = make_canonical(host=host, actor=COMMAND)
    click.echo(f"Alamat {institution.name}: {institution.url}/")


@domains.command(name="list")
@as_json
def list_domains(as_json: bool) -> None:
    """List every claimed domain, its state, and what was wrong when it was last checked."""
    for found in all_domains():
        row = _row(found)
        line = "\t".join([row["host"], row["institution"], row["state"], row["last_problem"]])
        click.echo(json.dumps(row, ensure_ascii=False) if as_json else line.rstrip())


@domains.command()
@click.argument("host")
@click.option("--institution", "slug", help="Whose claim, where several claim the host.")
def release(host: str, slug: str | None) -> None:
    """Give HOST up: it answers no longer, and the institution's given host answers again."""
    released = claim_of(ascii_host(host), slug=slug)
    release_domain(domain=released, actor=COMMAND)
    click.echo(f"{released.host} dilepaskan oleh {released.institution.name}.")


def _row(domain: InstitutionDomain) -> dict[str, str]:
    state = "canonical" if domain.canonical else "verified" if domain.verified_at else "claimed"
    return {
        "host": domain.host,
        "institution": domain.institution.slug,
        "state": state,
        "record_name": record_name(domain.host),
        "record_text": record_text(domain.token),
        "claimed_at": domain.claimed_at.isoformat(),
        "verified_at": domain.verified_at.isoformat() if domain.verified_at else "",
        "last_checked_at": domain.last_checked_at.isoformat() if domain.last_checked_at else "",
        "last_problem": domain.last_problem,
    }
