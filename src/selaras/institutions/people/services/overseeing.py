"""Who may read what is written in a region: given and taken by the platform."""

from datetime import date

from django.db import transaction

from selaras.common.errors import Refused
from selaras.institutions.models import Institution, Oversight, Region
from selaras.institutions.people.errors import AlreadyOverseen, WrongPeriod
from selaras.institutions.people.policies import require_platform
from selaras.institutions.people.queries import is_over, period_of, today_in
from selaras.institutions.people.services.checking import locked, require_period, require_reason
from selaras.ledger.actors import Actor
from selaras.ledger.services import record


class OversightOver(Refused):
    def __init__(self) -> None:
        super().__init__("Hak baca ini sudah berakhir.")


def oversee(
    *,
    actor: Actor,
    viewer: Institution,
    region: Region,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Oversight:
    """The viewer's members may read what is written in the region and below it, on these days.

    Raises `OnlyPlatform`, `WrongPeriod` or `AlreadyOverseen`.
    """
    with transaction.atomic():
        viewer = locked(viewer)
        require_platform(actor)
        today = today_in(viewer)
        period = require_period(actor, valid_from or today, valid_to, today=today)
        for row in Oversight.objects.filter(viewer=viewer, region=region):
            if period_of(row).overlaps(period):
                raise AlreadyOverseen(period_of(row))
        made = Oversight.objects.create(
            viewer=viewer, region=region, valid_from=period.start, valid_to=period.end
        )
        _note(actor, "grant", made)
    return made


def end_oversight(
    *, actor: Actor, oversight: Oversight, end: date | None = None, reason: str
) -> None:
    """From `end` on nobody reads by it; without it, from now on."""
    words = require_reason(reason)
    with transaction.atomic():
        viewer = locked(oversight.viewer)
        require_platform(actor)
        today = today_in(viewer)
        row = Oversight.objects.filter(pk=oversight.pk).first()
        if row is None or is_over(row, today):
            raise OversightOver
        row.viewer = viewer
        day = max(end or today, today)
        if row.valid_to is not None and day >= row.valid_to:
            raise WrongPeriod("last", "Hak baca ini sudah berakhir lebih awal dari hari itu.")
        row.valid_to = max(day, row.valid_from)
        _note(actor, "end", row, words)
        if row.valid_to > row.valid_from:
            row.save(update_fields=["valid_to"])
        else:
            row.delete()


def _note(actor: Actor, verb: str, oversight: Oversight, reason: str = "") -> None:
    record(
        actor=actor,
        institution=oversight.viewer.slug,
        action=f"institutions.oversight.{verb}",
        object_kind="institutions.oversight",
        object_id=str(oversight.pk),
        reason=reason,
        details={
            "region": oversight.region_id,
            "valid_from": oversight.valid_from,
            "valid_to": oversight.valid_to,
        },
    )
