"""A measure that one process does not exceed, whatever the others do."""

from collections import deque
from collections.abc import Callable
from threading import Lock
from time import monotonic


class Throttle:
    """Admits at most `most` things in any `seconds`. Shared by the threads of a process."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = monotonic) -> None:
        self._most = most
        self._seconds = seconds
        self._clock = clock
        self._admitted: deque[float] = deque()
        self._lock = Lock()

    def admits(self) -> bool:
        """Whether there is room for one more, which is then taken."""
        with self._lock:
            now = self._clock()
            while self._admitted and self._admitted[0] <= now - self._seconds:
                self._admitted.popleft()
            if len(self._admitted) >= self._most:
                return False
            self._admitted.append(now)
            return True

    def clear(self) -> None:
        """Forget what was admitted."""
        with self._lock:
            self._admitted.clear()
