"""One text for the same data: JSON with sorted keys, no spaces and no escapes, in UTF-8."""

import json
from datetime import UTC, datetime
from typing import Any

Data = dict[str, Any]


def canonical(data: Data) -> str:
    """Of texts, whole numbers, booleans, null, lists and objects."""
    return json.dumps(
        data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def moment(at: datetime | None) -> str | None:
    """A moment in UTC, to the microsecond."""
    return None if at is None else at.astimezone(UTC).isoformat(timespec="microseconds")


def leaf_content(kind: str, salt: str, data: str, *, existing: bool) -> bytes:
    """What is hashed for a leaf; `data` is canonical already.

    The salt keeps anybody from guessing what a leaf says from its hash. `existing` marks what
    was there before the log was.
    """
    mark = '"existing":true,' if existing else ""
    return f'{{"data":{data},{mark}"kind":"{kind}","salt":"{salt}"}}'.encode()
