"""The worker's part: it starts early, looks at everything again, and waits for the second.

Waiting is done in a thread of its own, so that slow work beside it makes no release late.
"""

import logging
import time
from datetime import datetime, timedelta
from threading import Thread

from django.db import OperationalError, connections
from django.utils import timezone

from selaras.ledger.clock import at_each_tick
from selaras.pages.models import Release
from selaras.pages.releases.examining import Examined, examine
from selaras.pages.releases.leases import claim, prolong
from selaras.pages.releases.services import fail, go_live, note
from selaras.pages.releases.services.arming import EARLY
from selaras.pages.releases.services.going import CannotGo

logger = logging.getLogger(__name__)

AT_ONCE = 20
LAST_LOOK = timedelta(seconds=30)
STEP = timedelta(seconds=3)
MOST_ATTEMPTS = 5
# How long before the second its transaction begins: what preparing the pages takes, with room.
FIXED, FOR_EACH_PAGE, LONGEST = timedelta(seconds=1), timedelta(seconds=0.3), timedelta(seconds=10)
BROKEN = "Galat yang tidak terduga; pengelola aplikasi menemukannya di catatan galat."


@at_each_tick
def look_after_releases() -> None:
    """Check those whose turn it is; those whose moment is near get somebody who waits for it."""
    now = timezone.now()
    due = Release.objects.filter(state=Release.State.READY, next_at__lte=now)
    for release in due.select_related("institution__region", "armed_by").order_by("goes_at")[
        :AT_ONCE
    ]:
        if release.goes_at - now > EARLY:
            note(release=release, examined=examine(release))
        elif (lease := claim(release)) is not None:
            _begin(release, lease)


def _begin(release: Release, lease: datetime) -> None:
    if release.goes_at <= timezone.now():
        follow(release, lease)
        return
    name = f"release-{release.pk}"
    Thread(target=_follow_apart, args=(release, lease), name=name, daemon=True).start()


def _follow_apart(release: Release, lease: datetime) -> None:
    try:
        follow(release, lease)
    except OperationalError:
        logger.exception("the database did not answer; the lease of %s runs out", release.pk)
    finally:
        connections.close_all()


def follow(release: Release, lease: datetime) -> None:
    """Stay with it until it went, failed, or was taken back."""
    held: datetime | None = _stay(release, lease, release.goes_at - LAST_LOOK)
    if held is not None and release.goes_at > timezone.now():
        note(release=release, examined=examine(_fresh(release)))
        held = _stay(release, held, release.goes_at - lead(release.items.count()))
    if held is not None:
        _let_go(release)


def lead(pages: int) -> timedelta:
    return min(FIXED + pages * FOR_EACH_PAGE, LONGEST)


def _stay(release: Release, lease: datetime, until: datetime) -> datetime | None:
    """Keep the lease until then; None where there is nothing to wait for any more."""
    held = prolong(release, lease)
    while held is not None and (left := until - timezone.now()) > timedelta(0):
        time.sleep(min(left, STEP).total_seconds())
        held = prolong(release, held)
    return held


def _let_go(release: Release) -> None:
    try:
        go_live(release=release, wait=wait_until)
    except CannotGo as refusal:
        fail(release=release, examined=refusal.examined)
    except OperationalError:
        raise
    except Exception:
        logger.exception("release %s did not go live", release.pk)
        _count_attempt(release)


def _count_attempt(release: Release) -> None:
    """What breaks again and again is handed to people."""
    release.refresh_from_db(fields=["attempts"])
    release.attempts += 1
    release.save(update_fields=["attempts"])
    if release.attempts >= MOST_ATTEMPTS:
        fail(release=release, examined=Examined(list(release.items.all()), [BROKEN]))


def wait_until(moment: datetime) -> None:
    """Sleep to the instant: never back before it, and as little as possible after it."""
    while (left := (moment - timezone.now()).total_seconds()) > 0:
        time.sleep(left)


def _fresh(release: Release) -> Release:
    found = Release.objects.select_related("institution__region", "armed_by")
    return found.get(pk=release.pk)
