"""A cluster that is asked: once more, on another host, while that may help."""

import random
import time
from itertools import count
from typing import Any

from opensearchpy import Transport
from opensearchpy.exceptions import OpenSearchException

from selaras.textindex.errors import Unavailable
from selaras.textindex.opensearch.address import Address
from selaras.textindex.opensearch.failing import in_our_words

# Seconds within which an answer has to come, all attempts together.
READING, CHANGING, BULK = 6.0, 60.0, 120.0
# A host that failed is left alone for so many seconds at first, when there is another one.
RESTING = 5
# After a whole time of reading was waited in vain, for so long readers wait this much only.
AWAY, PATIENCE = 10.0, 0.5
FIRST_PAUSE, LONGEST_PAUSE = 0.05, 2.0
CONNECTIONS = 8


class Cluster:
    """Thread-safe. What is asked must do no harm when it is done twice."""

    def __init__(self, address: Address) -> None:
        self._away_since: float | None = None
        # The client would try again without a pause and without an end: we do it ourselves.
        self._transport = Transport(
            max_retries=0,
            dead_timeout=RESTING,
            pool_maxsize=CONNECTIONS,
            **address.connecting(),
        )

    def ask(
        self,
        method: str,
        path: str,
        body: dict[str, Any] | bytes | None = None,
        *,
        seconds: float | None = None,
        **parameters: str,
    ) -> Any:
        """The answer's JSON. Bytes are lines of JSON. Raises EngineError: `Unavailable` only when
        nobody answered well within `seconds`, which are those of reading where nothing is said."""
        reading = seconds is None
        seconds = self._patience() if seconds is None else seconds
        end = time.monotonic() + seconds
        for attempt in count():
            try:
                # No attempt may use up the time of all: another host may answer.
                left = min(end - time.monotonic(), seconds / 2)
                answer = self._once(method, path, body, parameters, max(left, FIRST_PAUSE))
            except Unavailable:
                pause = pausing(attempt)
                if time.monotonic() + pause >= end:
                    if reading:
                        self._away_since = time.monotonic()
                    raise
                time.sleep(pause)
            else:
                self._away_since = None
                return answer
        raise AssertionError

    def _patience(self) -> float:
        """Seconds that a reader waits: few where another has just waited for nothing, so that no
        cluster that is away can hold all of a server's threads."""
        away = self._away_since
        return PATIENCE if away is not None and time.monotonic() - away < AWAY else READING

    def _once(
        self,
        method: str,
        path: str,
        body: dict[str, Any] | bytes | None,
        parameters: dict[str, str],
        seconds: float,
    ) -> Any:
        kind = "application/x-ndjson" if isinstance(body, bytes) else "application/json"
        try:
            return self._transport.perform_request(
                method,
                path,
                params=dict(parameters),
                body=body,
                timeout=seconds,
                headers={"content-type": kind},
            )
        except OpenSearchException as error:
            raise in_our_words(error) from error

    def close(self) -> None:
        self._transport.close()


def pausing(attempt: int) -> float:
    """Seconds before the next attempt: longer each time, and not the same for everybody."""
    longest = min(FIRST_PAUSE * 2.0**attempt, LONGEST_PAUSE)
    return longest * random.uniform(0.5, 1)  # noqa: S311 - not a secret
