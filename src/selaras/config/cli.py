"""The console command `selaras`: each room brings its own group of commands."""

import os
import secrets
import sys

import click
import django

from selaras.common.env import InvalidSetting
from selaras.common.errors import Refused
from selaras.language.errors import LanguageError
from selaras.language.gazetteer import PlaceError

COMMANDS = {
    "setup": "selaras.config.commands.setup:setup",
    "migrate": "selaras.config.commands.setup:migrate",
    "serve": "selaras.config.commands.serve:serve",
    "check": "selaras.config.commands.check:check",
    "backup": "selaras.config.commands.backup:backup",
    "restore": "selaras.config.commands.backup:restore",
    "work": "selaras.ledger.cli:work",
    "regions": "selaras.institutions.cli:regions",
    "institutions": "selaras.institutions.cli:institutions",
    "topics": "selaras.institutions.topics_cli:topics",
    "people": "selaras.institutions.people.cli:people",
    "domains": "selaras.institutions.domains.cli:domains",
    "facts": "selaras.facts.cli:facts",
    "announce": "selaras.announcements.cli:announce",
    "embeds": "selaras.embeds.cli:embeds",
    "tallies": "selaras.tallies.cli:tallies",
    "align": "selaras.alignment.cli:align",
    "search": "selaras.search.cli:search",
    "delivery": "selaras.delivery.cli:delivery",
    "page": "selaras.pages.past.cli:page",
    "sites": "selaras.pages.cli:sites",
    "audit": "selaras.ledger.audit_cli:audit",
    "proof": "selaras.ledger.proof_cli:proof",
    "verify": "selaras.ledger.proof_cli:verify",
    "demonstration": "selaras.demonstration.cli:demonstration",
}


class Rooms(click.Group):
    """Loads a command's module only when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module_name, _, attribute = COMMANDS[cmd_name].partition(":")
        module = __import__(module_name, fromlist=[attribute])
        command: click.Command = getattr(module, attribute)
        return command


@click.group(cls=Rooms, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="selaras")
def cli() -> None:
    """Selaras: state a fact once, and every institution says the same."""


def main() -> None:
    """Run the command; what is refused is told in one sentence, with exit code 1."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "selaras.config.settings.base")
    if sys.argv[1:2] == ["restore"]:
        # On a new machine the key is still in the backup's file of keys; nothing is signed here.
        os.environ.setdefault("SELARAS_SECRET_KEY", secrets.token_urlsafe(50))
    try:
        django.setup()
        cli()
    except InvalidSetting as error:
        sys.exit(f"Setting {error}")
    except (Refused, LanguageError, PlaceError) as error:
        lines = [error.problem, error.remedy]
        click.echo("\n".join(filter(None, lines)), err=True)
        sys.exit(1)
