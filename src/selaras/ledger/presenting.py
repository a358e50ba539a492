"""An entry in the reader's words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from selaras.ledger.actors import CITIZEN, CLOCK, COMMAND, reference_in
from selaras.ledger.models import AuditEntry, Origin
from selaras.ledger.objects import Described, described
from selaras.ledger.queries import names_of
from selaras.ledger.words import detail_label, label_of

ACTORS = {COMMAND: "Perintah di mesin", CITIZEN: "Warga", CLOCK: "Jam sistem"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry with everything that the screen says of it."""

    entry: AuditEntry
    who: str
    what: str
    institution: str
    target: Described
    origin: Origin | None

    @property
    def object_filter(self) -> str:
        return f"{self.entry.object_kind}:{self.entry.object_id}"

    @property
    def details(self) -> list[tuple[str, str]]:
        return list(_flat(self.entry.details))


def shown(user: Any, found: Sequence[AuditEntry], institutions: Mapping[str, str]) -> list[Shown]:
    """The entries for this reader; their number does not change the number of queries.

    `institutions` has the names by slug.
    """
    names = names_of(found)
    objects = described(user, found)
    return [
        Shown(
            entry=entry,
            who=names.get(entry.actor) or nameless(entry.actor),
            what=label_of(entry.action),
            institution=institutions.get(entry.institution, entry.institution),
            target=objects.get((entry.object_kind, entry.object_id)) or _gone(entry),
            origin=getattr(entry, "origin", None),
        )
        for entry in found
    ]


def nameless(actor: str) -> str:
    """For whom no name is kept, or who is no person."""
    reference = reference_in(actor)
    if reference is not None:
        return f"Orang {reference.hex[:8]}, nama tidak disimpan"
    return ACTORS.get(actor) or actor.replace("sistem:", "Sistem: ", 1)


def _gone(entry: AuditEntry) -> Described:
    return Described(f"{entry.object_kind} {entry.object_id}")


def _flat(value: dict[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Nested details as lines: a label and a text."""
    for key, inner in value.items():
        label = f"{above}{detail_label(key)}"
        if isinstance(inner, dict):
            yield from _flat(inner, f"{label} › ")
        else:
            yield label, _words(inner)


def _words(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_words, value)) or "–"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return "–" if value in (None, "") else str(value)
