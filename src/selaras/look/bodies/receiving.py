"""What a client sends, taken in before anything is done with it.

The server hands out a body as it comes and waits for the client without end. Here a thread of
its own reads it into a file, so that the thread which answers may give up: a client that sends
one byte a minute holds neither.
"""

from tempfile import SpooledTemporaryFile
from threading import BoundedSemaphore, Thread
from typing import BinaryIO, cast

from selaras.look.bodies.limits import MB

CHUNK = 32 << 10  # bytes that must come within one span of patience
PATIENCE = 20.0  # seconds
IN_MEMORY = MB
# Readers that were given up on end when their client goes; more of them than this is an attack.
MOST_READERS = 64
_readers = BoundedSemaphore(MOST_READERS)


class TooSlow(Exception):
    """The client sends too slowly."""


class TooManyAtOnce(Exception):
    """So much is being received already that nothing more is begun."""


class Reader(Thread):
    """Reads `length` bytes, or what comes of them; `kept` holds them unless they are not wanted."""

    def __init__(self, source: BinaryIO, length: int, *, keep: bool) -> None:
        super().__init__(daemon=True)
        self.source, self.left, self.keep = source, length, keep
        self.kept = cast("BinaryIO", SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115 - given away
        self.given_up = False
        self.failure: OSError | None = None

    def run(self) -> None:
        try:
            while self.left and not self.given_up:
                chunk = self.source.read(min(CHUNK, self.left))
                if not chunk:
                    return
                self.left -= len(chunk)
                if self.keep:
                    self.kept.write(chunk)
        except OSError as error:
            self.failure = error
        finally:
            _readers.release()


def receive(source: BinaryIO, length: int, *, patient: bool, keep: bool = True) -> BinaryIO:
    """The body as a file, at its beginning; shorter than `length` if the client went away.

    A patient receiver waits for each chunk, another one for the whole. Raises `TooSlow`,
    `TooManyAtOnce`, and `OSError` where there is no room to keep it.
    """
    if not _readers.acquire(blocking=False):
        raise TooManyAtOnce
    reader = Reader(source, length, keep=keep)
    reader.start()
    left = length + 1
    while reader.is_alive() and reader.left < left:
        left = reader.left if patient else 0
        reader.join(PATIENCE)
    if reader.is_alive():
        reader.given_up = True
        raise TooSlow
    if reader.failure is not None:
        raise reader.failure
    reader.kept.seek(0)
    return reader.kept
