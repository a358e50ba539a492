"""A collection of documents to measure on, from a file."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selaras.language.dates import parse_date
from selaras.language.errors import DateError
from selaras.search.evaluation.lines import BadLine, identifier, optional_text, read_lines

_ISO_DAY = len("2021-09-21")


@dataclass(frozen=True, slots=True)
class OfflineDocument:
    """A text that is in no database. Any of its texts may be empty; `region` is a code."""

    id: str
    title: str
    body: str
    date: datetime.date | None = None
    institution: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Corpus:
    """`repeated` lines only repeat one before and are left out; `undated` documents have a date
    that cannot be read, and are measured without it."""

    documents: list[OfflineDocument]
    repeated: int
    undated: int


def read_corpus(path: Path) -> Corpus:
    """Documents in the order of their ids. Raises Flawed, naming lines, or Refused."""
    reading = _Reading()
    documents, repeated = read_lines(path, reading.document)
    return Corpus(sorted(documents, key=lambda one: one.id), repeated, len(reading.undated))


class _Reading:
    def __init__(self) -> None:
        self.undated: set[str] = set()

    def document(self, row: Mapping[str, Any]) -> OfflineDocument:
        if not isinstance(row.get("body"), str):
            raise BadLine('"body" tidak ada atau bukan teks.', 'Tulis misalnya "body": "…".')
        written = optional_text(row, "date").strip()
        day = _day(written)
        made = OfflineDocument(
            id=identifier(row),
            title=optional_text(row, "title"),
            body=row["body"],
            date=day,
            institution=optional_text(row, "institution"),
            region=optional_text(row, "region"),
        )
        if written and day is None:
            self.undated.add(made.id)
        return made


def _day(text: str) -> datetime.date | None:
    """A date in any usual spelling, also one with a time behind it."""
    try:
        return datetime.date.fromisoformat(text[:_ISO_DAY])
    except ValueError:
        pass
    try:
        return parse_date(text)
    except DateError:
        return None
