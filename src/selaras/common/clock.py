"""What "now" is for whoever reads: the present, or a past moment that is being reproduced.

Reads that decide what the public sees ask here. Writes ask `write_time`, or `timezone.now`:
nothing is ever recorded at a moment that somebody chose, except what is held back until then.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone

_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)
_known: ContextVar[datetime | None] = ContextVar("known", default=None)
_commit: ContextVar[datetime | None] = ContextVar("commit", default=None)


def now() -> datetime:
    return _moment.get() or timezone.now()


def knowledge_time() -> datetime:
    """What was planned to become known after this moment is not known to whoever reads now."""
    return _known.get() or now()


@contextmanager
def at_moment(moment: datetime, *, known_at: datetime | None = None) -> Iterator[None]:
    """Inside this block the readers' clock stands there, and they know what was known by then.

    `known_at`, by default the moment itself, lets them know more or less than that.
    """
    token, known = _moment.set(moment), _known.set(known_at or moment)
    try:
        yield
    finally:
        _moment.reset(token)
        _known.reset(known)


def commit_moment() -> datetime | None:
    """The moment until which what is written now is held back; None where it is not."""
    return _commit.get()


def write_time() -> datetime:
    """What is written now is recorded with this moment: when others can first see it."""
    return _commit.get() or timezone.now()


@contextmanager
def held_back_until(moment: datetime) -> Iterator[None]:
    """For a writer that prepares a transaction early and commits it at that moment, never before.

    Moments in it that the public reads are then those of the commit, not of the preparation.
    """
    token = _commit.set(moment)
    try:
        yield
    finally:
        _commit.reset(token)
