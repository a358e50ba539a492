"""Where each region lies, for devices that look for their own without telling anybody."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache

from selaras.institutions.models import Region

DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Centres:
    """All provinces, regencies and cities as JSON: `[[code, name, latitude, longitude], …]`.

    `version` changes with the content, so that what an address answers never changes.
    """

    version: str
    body: bytes


@cache
def centres() -> Centres:
    """Read once in the life of a process: regions change only with a release."""
    rows = [
        [one.pk, one.full_name, round(one.latitude, DECIMALS), round(one.longitude, DECIMALS)]
        for one in Region.objects.exclude(level=Region.Level.NATIONAL)
    ]
    body = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    return Centres(hashlib.sha256(body).hexdigest()[:12], body)
