"""Many changes in requests of a bounded size, each item asked again while that may help."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from itertools import count
from typing import Any

from selaras.textindex.errors import Unavailable
from selaras.textindex.opensearch.connecting import BULK, Cluster, pausing
from selaras.textindex.opensearch.failing import answered

MOST_CHANGES, MOST_BYTES = 1_000, 5_000_000


@dataclass(frozen=True, slots=True)
class Change:
    """The last of what was asked for one id; `lines` end with a line break."""

    id: str
    lines: bytes


def send(cluster: Cluster, alias: str, changes: Iterable[Change]) -> None:
    """Durable when it returns. Every id at most once: items that are asked again come later.

    Doing it twice does no harm. Raises EngineError; what was sent before then stays.
    """
    for request in _requests(changes):
        _deliver(cluster, alias, request)


def _requests(changes: Iterable[Change]) -> Iterator[list[Change]]:
    request: list[Change] = []
    size = 0
    for change in changes:
        if request and (len(request) == MOST_CHANGES or size + len(change.lines) > MOST_BYTES):
            yield request
            request, size = [], 0
        request.append(change)
        size += len(change.lines)
    if request:
        yield request


def _deliver(cluster: Cluster, alias: str, waiting: Sequence[Change]) -> None:
    end = time.monotonic() + BULK
    for attempt in count():
        answer = cluster.ask(
            "POST",
            f"/{alias}/_bulk",
            b"".join(one.lines for one in waiting),
            seconds=max(end - time.monotonic(), 1),
            require_alias="true",  # else a typing mistake or a removed index would make a new one
        )
        waiting, why = _not_yet(waiting, answer["items"])
        if why is None:
            return
        pause = pausing(attempt)
        if time.monotonic() + pause >= end:
            raise why
        time.sleep(pause)


def _not_yet(
    changes: Sequence[Change], items: Sequence[dict[str, Any]]
) -> tuple[list[Change], Unavailable | None]:
    """What has to be asked again, and why. Raises the error of an item that never succeeds."""
    again, why = [], None
    for change, item in zip(changes, items, strict=True):
        (said,) = item.values()
        if "error" not in said and said["status"] <= HTTPStatus.NOT_FOUND:
            continue  # dropping what is not there is answered with 404, and no error
        error = answered(said["status"], said["error"]["type"], said["error"]["reason"])
        if not isinstance(error, Unavailable):
            raise type(error)(f"{change.id}: {error}")
        again.append(change)
        why = error
    return again, why
