"""What the engine raises, told as the contract's errors."""

from collections.abc import Iterator
from contextlib import contextmanager

from selaras.textindex.errors import Busy, Unavailable


@contextmanager
def told() -> Iterator[None]:
    """Raises `Busy` where another process writes, `Unavailable` for every other failure."""
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:
        if "LockBusy" in str(error):
            raise Busy("Another process writes to this index") from error
        raise Unavailable(f"The index cannot be used: {error}") from error
