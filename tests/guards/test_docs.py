"""Documentation fails here when it is stale."""

import re
from pathlib import Path

import click
import pytest
from django.core.management import call_command

from selaras.config.cli import COMMANDS, cli

ROOT = Path(__file__).resolve().parents[2]


def markdown() -> list[Path]:
    return [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]


def test_every_setting_is_documented_and_every_documented_one_exists() -> None:
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "src/selaras/config/settings").glob("*.py")
    )
    read = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', source))
    page = (ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([A-Z_]+)`", page, re.M)) == read


@pytest.mark.parametrize("path", markdown(), ids=lambda path: path.name)
def test_every_command_in_the_documentation_exists(path: Path) -> None:
    context = click.Context(cli)
    for words in re.findall(
        r"selaras ((?:[a-z][a-z-]*)(?: [a-z][a-z-]*)?)", path.read_text("utf-8")
    ):
        name, _, rest = words.partition(" ")
        if name not in COMMANDS:
            continue
        command = cli.get_command(context, name)
        if isinstance(command, click.Group) and rest:
            assert rest in command.commands, f"selaras {words}"


@pytest.mark.parametrize("path", markdown(), ids=lambda path: path.name)
def test_every_link_inside_the_documentation_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs/decisions"
    listed = set(re.findall(r"\((\d{4}-[a-z-]+\.md)\)", (folder / "README.md").read_text("utf-8")))
    assert listed == {path.name for path in folder.glob("0*.md")}


def test_models_and_migrations_agree(db: None) -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_every_dependency_is_listed_with_a_licence_that_is_not_the_gpl() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    page = (ROOT / "docs/reference/licences.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([a-z0-9-]+) \| (.+) \|$", page, re.M))
    del rows["package"], rows["---"]
    assert rows.keys() == set(re.findall(r"^([a-z0-9-]+)==", lock, re.M))
    assert [name for name, licence in rows.items() if re.search(r"(?<!L)GPL", licence)] == []
