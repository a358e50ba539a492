"""When, by the clock alone, something about a fact begins or ends."""

from datetime import datetime, timedelta

from selaras.facts.models import FactVersion
from selaras.facts.validity import WIDEST_SHIFT

COLUMNS = ("valid_from", "valid_to", "recorded_from", "recorded_to")
HOUR = timedelta(hours=1)
NEAREST = 8  # moments of one column: those of one day in every zone, and the next


def next_moment(after: datetime) -> datetime | None:
    """The next moment at which some region may read another value though nobody states one.

    A floating time comes up to two hours earlier or later than its stored instant, by the zone
    of its reader; each whole hour around it is told. Four queries.
    """
    found = [
        stored + shift * HOUR
        for column in COLUMNS
        for stored in FactVersion.objects.filter(**{f"{column}__gt": after - WIDEST_SHIFT})
        .order_by(column)
        .values_list(column, flat=True)
        .distinct()[:NEAREST]
        for shift in range(-2, 3)
    ]
    return min((moment for moment in found if moment > after), default=None)
