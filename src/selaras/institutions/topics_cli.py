"""Commands about topics: who speaks about what."""

import json

import click

from selaras.institutions.models import Institution, Topic
from selaras.institutions.topics import hand_over, open_topic
from selaras.ledger.actors import COMMAND


@click.group()
def topics() -> None:
    """Topics, each with exactly one speaker."""


@topics.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one line for each.")
def list_topics(as_json: bool) -> None:
    """Print all topics with their owners."""
    for topic in Topic.objects.select_related("owner"):
        if as_json:
            line = {"key": topic.key, "label": topic.label, "owner": topic.owner.slug}
            click.echo(json.dumps(line, ensure_ascii=False))
        else:
            click.echo(f"{topic.key}  {topic.label}  {topic.owner.slug}")


@topics.command(name="add")
@click.argument("key")
@click.option("--label", required=True, help="What it is called on screen.")
@click.option("--owner", required=True, help="Slug of the institution that speaks about it.")
def add(key: str, label: str, owner: str) -> None:
    """Open a topic. The same again changes nothing; another owner is refused."""
    made = open_topic(key=key, label=label, owner=_institution(owner), actor=COMMAND)
    click.echo(f"{made.key}: {made.owner.name}")


@topics.command(name="hand-over")
@click.argument("key")
@click.option("--to", "slug", required=True, help="Slug of the institution that takes over.")
@click.option("--reason", required=True, help="Why; the audit keeps it.")
def hand_over_topic(key: str, slug: str, reason: str) -> None:
    """Let another institution speak about a topic from now on, alone."""
    topic = Topic.objects.filter(key=key).first()
    if topic is None:
        raise click.ClickException(f'Tidak ada topik "{key}".')
    hand_over(topic=topic, to=_institution(slug), reason=reason, actor=COMMAND)
    click.echo(f"{key}: {slug}")


def _institution(slug: str) -> Institution:
    found = Institution.objects.filter(slug=slug).first()
    if found is None:
        raise click.ClickException(f'Tidak ada instansi "{slug}".')
    return found
