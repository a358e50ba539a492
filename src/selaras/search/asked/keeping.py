"""The thread of a serving process that writes what was noted, so that no search waits for it."""

import logging
import threading
import time
from pathlib import Path

from django.db import close_old_connections, connection

from selaras.search.asked import clicks, noting

logger = logging.getLogger(__name__)

PAUSE = 3.0  # seconds between two batches
AGAIN = 300.0  # seconds after which it is asked again what others know by now

_starting = threading.Lock()
_thread: threading.Thread | None = None


def begin() -> None:
    """Write every few seconds from now on; does nothing while that is done already."""
    global _thread  # noqa: PLW0603 one for each process
    if _thread is not None and _thread.is_alive():
        return
    with _starting:
        if _thread is None or not _thread.is_alive():
            _thread = threading.Thread(target=_run, name="asked", daemon=True)
            _thread.start()


def _run() -> None:
    failed, again = False, time.monotonic() + AGAIN
    while True:
        if time.monotonic() > again:
            noting.look_again()
            again = time.monotonic() + AGAIN
        failed = not _look(quietly=failed)
        noting.awake.wait(PAUSE)
        if failed:  # no question makes it try again before its time
            time.sleep(PAUSE)
        noting.awake.clear()


def _look(*, quietly: bool) -> bool:
    """Write what is due; whether it could be done. Told once, not at each time that it fails."""
    try:
        if not _is_there():
            return False
        noting.flush()
        clicks.renew()
    except Exception:
        if not quietly:
            logger.exception("what people ask cannot be written now")
        return False
    finally:
        _let_go()
    return True


def _is_there() -> bool:
    """SQLite would make an empty file where somebody has moved the database away."""
    return connection.vendor != "sqlite" or Path(connection.settings_dict["NAME"]).exists()


def _let_go() -> None:
    """The next look opens the file that stands there then; a server's connection is kept."""
    if connection.vendor == "sqlite":
        connection.close()
    else:
        close_old_connections()
