"""The command `selaras announce`."""

import json
from pathlib import Path

import click

from selaras.announcements.changes import Change, changes_of_draft
from selaras.announcements.document import decoded, read_document
from selaras.announcements.models import Announcement
from selaras.announcements.presentation import MOVEMENT_WORDS, tally_words
from selaras.announcements.services import Published, announced_before, publish
from selaras.institutions.policies import require_owner
from selaras.ledger.actors import COMMAND


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would change; change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def announce(file: Path, dry_run: bool, as_json: bool) -> None:
    """Announce what FILE says: set its facts for its regions, all at once.

    The format is described in docs/reference/announcement-format.md. Announcing the same file
    twice announces it once.
    """
    draft = read_document(decoded(file.read_bytes()))
    if dry_run:
        require_owner(topic=draft.topic, speaker=draft.speaker)
        _show_changes(changes_of_draft(draft), announced_before(draft), as_json)
    else:
        _show_published(publish(draft=draft, actor=COMMAND), len(draft.facts), as_json)


def _show_changes(changes: list[Change], earlier: Announcement | None, as_json: bool) -> None:
    if as_json:
        rows = [
            {
                "type": change.fact_type.key,
                "region": change.region.pk,
                "before": change.before,
                "after": change.after,
                "movement": change.movement,
            }
            for change in changes
        ]
        body = {"dry_run": True, "announced": earlier.url if earlier else None, "changes": rows}
        click.echo(json.dumps(body, ensure_ascii=False))
        return
    for change in changes:
        word = MOVEMENT_WORDS[change.movement]
        click.echo(
            f"{change.region.pk:6}{change.region.full_name:45}"
            f"{change.before or '–'} → {change.after} ({word})"
        )
    click.echo(f"{tally_words(changes)}. Belum ada yang diubah.")
    if earlier is not None:
        click.echo(f"Naskah ini sudah diumumkan.\n{earlier.url}")


def _show_published(published: Published, count: int, as_json: bool) -> None:
    announcement = published.announcement
    if as_json:
        body = {
            "created": published.created,
            "id": str(announcement.pk),
            "url": announcement.url,
            "facts": count,
        }
        click.echo(json.dumps(body, ensure_ascii=False))
    elif published.created:
        click.echo(f"Diumumkan: {count} nilai.\n{announcement.url}")
    else:
        click.echo(f"Sudah diumumkan sebelumnya; tidak ada yang diubah.\n{announcement.url}")
