"""What an import did, item by item, for people and for machines."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    SKIPPED = "skipped"
    FAILED = "failed"


OUTCOMES = {
    Outcome.CREATED: "dibuat",
    Outcome.UPDATED: "diperbarui",
    Outcome.UNCHANGED: "tidak berubah",
    Outcome.KEPT: "dipertahankan",
    Outcome.SKIPPED: "dilewati",
    Outcome.FAILED: "gagal",
}
KINDS = {"post": "tulisan", "page": "halaman", "attachment": "media"}


@dataclass(frozen=True, slots=True)
class Line:
    """One item: what became of it, why, and what of it was left out."""

    key: str
    kind: str
    title: str
    outcome: Outcome
    reason: str = ""
    notes: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "key": self.key,
            "kind": self.kind,
            "title": self.title,
            "outcome": self.outcome,
            "reason": self.reason,
            "notes": list(self.notes),
        }


@dataclass(slots=True)
class Report:
    """`links` are addresses on the old site that lead to nothing that was imported."""

    source: str
    institution: str
    dry_run: bool
    lines: list[Line] = field(default_factory=list)
    links: Counter[str] = field(default_factory=Counter)
    pictures_without_text: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def add(self, line: Line) -> None:
        self.lines.append(line)

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many of each kind had each outcome."""
        found: dict[str, dict[str, int]] = {}
        for line in self.lines:
            of_kind = found.setdefault(line.kind, {})
            of_kind[line.outcome] = of_kind.get(line.outcome, 0) + 1
        return found

    def as_json(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "institution": self.institution,
            "dry_run": self.dry_run,
            "counts": self.counts,
            "items": [line.as_json() for line in self.lines],
            "unknown_links": dict(self.links),
            "pictures_without_text": self.pictures_without_text,
            "remarks": self.remarks,
        }

    def as_text(self) -> Iterator[str]:
        """The report as lines of Indonesian; items without anything to say are only counted."""
        if self.dry_run:
            yield "Uji coba: tidak ada yang ditulis."
        yield f"{self.source} → {self.institution}"
        for kind, outcomes in self.counts.items():
            told = (f"{outcomes[name]} {OUTCOMES[name]}" for name in OUTCOMES if name in outcomes)
            yield f"  {KINDS.get(kind, kind)}: {', '.join(told)}"
        yield from self.remarks
        for line in self.lines:
            if line.reason or line.notes:
                said = f"{OUTCOMES[line.outcome]}. {line.reason}".rstrip(". ") + "."
                yield f'{KINDS.get(line.kind, line.kind)} {line.key} "{line.title}": {said}'
                yield from (f"  - {note}" for note in line.notes)
        yield from _listed("Gambar tanpa teks alternatif", self.pictures_without_text)
        said_links = [f"{url} ({count}×)" for url, count in self.links.most_common()]
        yield from _listed("Tautan ke situs lama yang tidak ikut diimpor", said_links)


def _listed(heading: str, entries: list[str]) -> Iterator[str]:
    if entries:
        yield f"{heading} ({len(entries)}):"
        yield from (f"  - {entry}" for entry in entries)
