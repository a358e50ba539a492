"""What is due when a planned announcement has become public."""

from typing import Any

from selaras.announcements.models import Announcement
from selaras.announcements.services.publishing import LIVE, published_event
from selaras.common.events import emit
from selaras.facts.models import FactType
from selaras.facts.services.telling import told
from selaras.ledger.actors import CLOCK
from selaras.ledger.services import advance_epoch, record
from selaras.ledger.worker import settles


@settles(LIVE)
def went_live(payload: dict[str, Any]) -> None:
    """Tell the rooms above. What the public reads has followed the clock already."""
    found = Announcement.objects.select_related("speaker").get(pk=payload["announcement"])
    if found.called_off_at is not None:
        return
    record(
        actor=CLOCK,
        institution=found.speaker.slug,
        action="announcements.live",
        object_kind="announcement",
        object_id=str(found.pk),
    )
    event = published_event(found)
    emit(event)
    advance_epoch(found.change_key, *told(FactType.objects.filter(pk__in=event.fact_types)))
