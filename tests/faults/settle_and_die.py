"""Settle owed effects and die right after the first effect, before it is marked as settled."""

import os
import signal
from typing import Any

import django

django.setup()

from selaras.ledger.models import OwedEffect  # noqa: E402
from selaras.ledger.worker import settle_due  # noqa: E402


def die(self: OwedEffect, *_: Any, **__: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


OwedEffect.save = die  # type: ignore[method-assign]
settle_due()
