"""What the reference says of the formats is true."""

import re
from pathlib import Path

import pytest

from selaras.tallies.head import FIELDS, read_head
from selaras.tallies.reading import LARGEST, read_sheet
from selaras.tallies.reading.comma_separated import MOST_ROWS

PAGE = Path(__file__).parents[4] / "docs" / "reference" / "tally-format.md"


def example(kind: str) -> bytes:
    """The first fenced example of this kind."""
    found = re.search(rf"^```{kind}\n(.*?)^```", PAGE.read_text("utf-8"), re.M | re.S)
    assert found is not None
    return found.group(1).encode()


@pytest.mark.django_db
def test_the_description_in_the_reference_is_read(country: None) -> None:
    assert read_head(example("yaml")).options[0].short == "Anies–Muhaimin"


def test_the_csv_in_the_reference_is_read() -> None:
    (row,) = read_sheet(example("csv")).rows
    assert row.counted == row.total


def test_every_field_and_limit_is_named() -> None:
    text = PAGE.read_text(encoding="utf-8")
    table = " ".join(re.findall(r"^\| (`.*?`) \|", text, re.M))
    assert set(FIELDS) <= set(re.findall(r"`(\w+)`", table))
    assert f"{LARGEST // 1_000_000} MB" in text
    assert f"{MOST_ROWS:,} rows" in text
