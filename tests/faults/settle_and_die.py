"""Settle owed effects in a child that dies right after the first, before it is marked as settled.

Three times, each as if the lease of the dead one had run out; prints how the children ended.
"""

import json
import os
import signal
import sys
from typing import Any

import django

django.setup()

from django.db import connections  # noqa: E402

from selaras.ledger import worker  # noqa: E402
from selaras.ledger.models import OwedEffect  # noqa: E402


def die(*_: Any, **__: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def one_dies() -> int:
    """The exit code of the child, negative for a signal."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        worker._keep = die
        worker.settle_due()
        os._exit(0)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    OwedEffect.objects.update(leased_until=None)
    return ended


if __name__ == "__main__":
    json.dump([one_dies() for _ in range(3)], sys.stdout)
