"""What is owed when facts or words change: that what was said is compared, or read, again."""

from collections import defaultdict
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from selaras.alignment.services.comparing import compare_places
from selaras.alignment.services.renewing import read_outdated
from selaras.alignment.wordings.keys import REREAD
from selaras.common.events import receives
from selaras.facts.events import FactsChanged
from selaras.ledger.services import owe
from selaras.ledger.worker import settles

COMPARE = "alignment.compare"


@receives(FactsChanged)
def owe_comparison(event: FactsChanged) -> None:
    """One for each moment from which something else is known; what is past is due at once."""
    regions: dict[str, list[str]] = defaultdict(list)
    for fact_type, code in sorted(event.places, key=str):
        regions[str(fact_type)].append(code)
    now = timezone.now()
    for moment in {max(moment, now) for moment in event.moments}:
        owe(
            kind=COMPARE,
            key=f"{COMPARE}:{uuid4()}",
            payload={"places": regions},
            due_at=moment,
        )


# It waits for nobody, but it commits batch by batch: one transaction around all of them would
# hold SQLite's only write lock for seconds. Done twice, it does no harm.
@settles(COMPARE, waits=True)
def compare_again(payload: dict[str, Any]) -> None:
    compare_places({UUID(key): codes for key, codes in payload["places"].items()})


@settles(REREAD, waits=True)
def read_with_other_words(_: dict[str, Any]) -> None:
    """The first texts at once; the rest follows at each tick."""
    read_outdated()
