"""Texts with the errors that a careful reader marked in them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from selaras.alignment.engine.results import Verdict
from selaras.alignment.errors import BadFile
from selaras.alignment.evaluation.facts_file import NATIONAL

SCORED = (Verdict.CONFLICTING, Verdict.OUTDATED, Verdict.PREMATURE)


@dataclass(frozen=True, slots=True)
class Expected:
    """One error: code points `[start, end)` of the text."""

    type_key: str
    region: str
    verdict: Verdict
    start: int
    end: int
    span: str


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    text: str
    region: str
    as_of: date
    expected: Sequence[Expected]
    tags: Sequence[str]


def load(path: Path) -> list[Case]:
    """One JSON object a line; raises BadFile, naming the line."""
    return list(_cases(path))


def _cases(path: Path) -> Iterator[Case]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadFile(f"{path} tidak dapat dibaca.", str(error)) from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _case(json.loads(line))
        except (KeyError, TypeError, ValueError) as error:
            raise BadFile(f"{path} baris {number} keliru.", repr(error)) from error


def _case(entry: dict[str, Any]) -> Case:
    return Case(
        id=str(entry["id"]),
        text=entry["text"],
        region=entry["region"] or NATIONAL,
        as_of=date.fromisoformat(entry["as_of"]),
        expected=[_expected(one, entry["text"]) for one in entry.get("expect", ())],
        tags=entry.get("tags", ()),
    )


def _expected(entry: dict[str, Any], text: str) -> Expected:
    start = int(entry["start"])
    end = start + len(entry["span"])
    if text[start:end] != entry["span"]:
        raise ValueError(f"span {entry['span']!r} is not at {start}")
    return Expected(
        entry["type"], entry["region"] or NATIONAL, Verdict(entry["verdict"]), start, end,
        entry["span"],
    )  # fmt: skip
