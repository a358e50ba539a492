"""The regions as the product ships them, for what runs without a database."""

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

from selaras.language.gazetteer import Place

_DATA = Path(__file__).parent / "data"


@cache
def shipped_places() -> tuple[Place, ...]:
    """All regions with their other spellings and the parent of today."""
    aliases: defaultdict[str, list[str]] = defaultdict(list)
    for row in _rows("region_aliases.csv"):
        aliases[row["code"]].append(row["alias"])
    parents = {
        row["code"]: row["parent_code"]
        for row in _rows("region_parentage.csv")
        if not row["valid_to"]
    }
    return tuple(
        Place(
            row["code"], row["name"], row["level"], parents.get(row["code"], ""),
            tuple(aliases[row["code"]]),
        )
        for row in _rows("regions.csv")
    )  # fmt: skip


def _rows(name: str) -> list[dict[str, str]]:
    with (_DATA / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
