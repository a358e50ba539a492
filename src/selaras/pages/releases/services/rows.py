"""The rows that a service works on, and the audit of what it did."""

from typing import Any

from selaras.ledger.actors import Actor
from selaras.ledger.services import record
from selaras.pages.models import Release

State = Release.State


def locked(key: int) -> Release:
    """The release as it is stored now; whoever else changes it waits, also until it went live."""
    rows = Release.objects.select_for_update(of=("self",))
    return rows.select_related("institution__region", "institution__site__root_page").get(pk=key)


def write_down(
    release: Release, *, actor: Actor, action: str, reason: str = "", **details: Any
) -> None:
    record(
        actor=actor,
        action=action,
        object_kind="release",
        object_id=str(release.pk),
        institution=release.institution.slug,
        reason=reason,
        details={"title": release.title, "goes_at": release.goes_at, **details},
    )


def end(release: Release, state: Release.State, **changes: Any) -> None:
    """It holds no page any more, and no worker looks at it."""
    for name, value in {"state": state, "next_at": None, "leased_until": None, **changes}.items():
        setattr(release, name, value)
    release.save()
    release.items.filter(armed=True).update(armed=False)
