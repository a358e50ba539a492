"""How often results are opened, as a number between 0 and 1: anonymous sums, of enough people."""

import time
from collections.abc import Collection, Mapping
from datetime import timedelta
from math import log1p

from django.conf import settings
from django.db.models import Sum
from django.utils import timezone

from selaras.search.models import PickedResult

DAYS = timedelta(days=30)
RENEWED_AFTER = 300.0  # seconds
MOST_KEYS = 20_000

_shares: Mapping[str, float] | None = None
_renewed_at = 0.0


def click_share(keys: Collection[str]) -> Mapping[str, float]:
    """What is known of these results of the last thirty days: 1 for the one that was opened most,
    less by the logarithm; a result that too few have opened is absent.

    From memory, which the process's thread renews; only the first call of all asks the database.
    """
    known = renew() if _shares is None else _shares
    return {key: known[key] for key in keys if key in known}


def renew() -> Mapping[str, float]:
    """Read the sums again, where they are older than some minutes; one query."""
    global _shares, _renewed_at
    if _shares is None or time.monotonic() - _renewed_at > RENEWED_AFTER:
        _shares, _renewed_at = _read(), time.monotonic()
    return _shares


def forget() -> None:
    """The next call reads again."""
    global _shares  # noqa: PLW0603 one for each process
    _shares = None


def _read() -> dict[str, float]:
    rows = PickedResult.objects.filter(
        day__gt=timezone.localdate() - DAYS, pickers__gte=settings.SEARCH_ASKERS
    )
    sums = rows.values("key").annotate(sum=Sum("pickers")).order_by("-sum", "key")
    opened = dict(sums.values_list("key", "sum")[:MOST_KEYS])
    most = log1p(max(opened.values(), default=1))
    return {key: log1p(many) / most for key, many in opened.items()}
