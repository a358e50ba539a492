"""The documented format is the format that is read."""

import re
from pathlib import Path

import pytest

from selaras.announcements.cli import announce
from selaras.announcements.document import read_document
from selaras.announcements.document.characters import LARGEST
from selaras.announcements.document.fields import MOST_FLAWS
from selaras.announcements.document.reading import FIELDS, VERSION
from selaras.announcements.document.validity import FIRST_YEAR, LAST_YEAR
from selaras.facts.kinds import rules_for
from selaras.facts.models import FactType, Kind

ROOT = Path(__file__).resolve().parents[4]
PAGE = (ROOT / "docs" / "reference" / "announcement-format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
KINDS = dict(re.findall(r"^\| `(\w+)` \|[^|]*\| (`.*`) \|$", PAGE, re.MULTILINE))


@pytest.mark.django_db
@pytest.mark.usefixtures("topics")
@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_every_example_on_the_page_is_a_valid_document(number: int) -> None:
    assert read_document(EXAMPLES[number]).facts


@pytest.mark.django_db
@pytest.mark.usefixtures("topics")
@pytest.mark.parametrize(
    "file", sorted((ROOT / "examples").glob("*.yaml")), ids=lambda file: file.name
)
def test_every_example_file_is_a_valid_document(file: Path) -> None:
    assert read_document(file.read_text(encoding="utf-8")).facts


def test_every_field_is_documented_and_no_other() -> None:
    table = PAGE[PAGE.index("## Fields") : PAGE.index("### Validity")]
    assert tuple(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == FIELDS


@pytest.mark.django_db
@pytest.mark.usefixtures("topics")
@pytest.mark.parametrize("kind", Kind.values)
def test_every_example_of_a_value_is_read(kind: str) -> None:
    known = FactType.objects.filter(kind=kind, topic__key="siaga-musim-hujan").first()
    fact_type = known or FactType(kind=kind, label="Uji")
    examples = re.findall(r"`([^`]+)`", KINDS[kind])
    assert examples
    for example in examples:
        rules_for(kind).parse(example, fact_type)


def test_the_limits_and_options_on_the_page_are_those_of_the_code() -> None:
    for words in (VERSION, f"{LARGEST:,}", f"{FIRST_YEAR} and {LAST_YEAR}", f"up to {MOST_FLAWS}"):
        assert words in PAGE
    options = {name for option in announce.params for name in option.opts if name[:2] == "--"}
    assert set(re.findall(r"--[a-z][a-z-]*", PAGE)) == options
