"""The audit leaves the application as a file, which is itself audited."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction

from selaras.ledger.actors import Actor
from selaras.ledger.exporting import lines
from selaras.ledger.policies import require_reading
from selaras.ledger.queries import Wanted, entries
from selaras.ledger.services.recording import record


def export_entries(
    *, wanted: Wanted, asked: dict[str, str], form: str, names: bool, actor: Actor
) -> Iterator[str]:
    """The lines of a file in a format of `ledger.exporting.FORMATS`.

    `asked` are the filters as they were written, for the audit. What `wanted` asks beyond the
    reach of a person is left out. Raises `MayNotReadAudit`.
    """
    own = None if isinstance(actor, str) else require_reading(actor).institutions()
    found = entries(wanted) if own is None else entries(wanted).filter(institution__in=own)
    with transaction.atomic():
        record(
            actor=actor,
            institution=_only(own),
            action="audit.export",
            object_kind="audit",
            object_id=form,
            details={"filters": _without_name(asked), "names": names},
        )
    return lines(found, form, names=names)


def _only(institutions: frozenset[str] | None) -> str:
    """An auditor of one institution exports as such, and her institution sees that she did."""
    return next(iter(institutions)) if institutions and len(institutions) == 1 else ""


def _without_name(asked: dict[str, str]) -> dict[str, Any]:
    """The filter for people may hold a name, which no entry may."""
    return asked | ({"orang": "…"} if "orang" in asked and ":" not in asked["orang"] else {})
