"""A joint release in a process of its own: prepared, watched by a reader, or killed.

Run as a script with the name of what to do, never imported. Prints one JSON object.

`statements`: every round forks a child that does a worker's part and dies before its N-th
statement that writes, or commit, for each N. `around OFFSET…`: one release after the
other, and a worker that is killed so many seconds from its second. `prepare SECONDS PAGES`: a
release that goes so many seconds from now.
`read SECONDS`: asks for the pages one after the other, all the time.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import django

django.setup()

from django.db import connections  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from selaras.announcements.models import AnnouncedFact, Announcement  # noqa: E402
from selaras.announcements.tests.documents import document  # noqa: E402
from selaras.facts.models import FactVersion  # noqa: E402
from selaras.ledger.cli import work  # noqa: E402
from selaras.ledger.models import AuditEntry, Epoch, OwedEffect  # noqa: E402
from selaras.pages.models import ArticlePage, Publication, Release  # noqa: E402
from selaras.pages.releases.following import look_after_releases  # noqa: E402
from selaras.pages.releases.tests.preparing import approved, ready, stored  # noqa: E402
from support.dying import survives  # noqa: E402

TABLES = [Announcement, AnnouncedFact, FactVersion, AuditEntry, OwedEffect, Publication]
MOST_ROUNDS = 2000
SLUG = "rilis-"
LEAD, MOST_SECONDS = 8.0, 60.0


def prepare(seconds: float, count: int, series: str = "") -> Release:
    pages = [approved(f"{SLUG}{series}{n}") for n in range(count)]
    release = ready(pages, document=document(key=f"{SLUG}{series}siaga"))
    moment = (timezone.now() + timedelta(seconds=seconds + 1)).replace(microsecond=0)
    Release.objects.filter(pk=release.pk).update(goes_at=moment, next_at=timezone.now())
    return stored(release)


def state() -> dict[str, Any]:
    rows = {model.__name__: model._default_manager.count() for model in TABLES}
    epoch = Epoch.objects.filter(pk=1).first()
    live = ArticlePage.objects.filter(slug__startswith=SLUG, live=True).count()
    held = list(Release.objects.values_list("state", "items__armed").distinct())
    number = epoch.number if epoch else 0
    return rows | {"epoch": number, "live": live, "held": [list(one) for one in held]}


def goes(fatal: int) -> bool:
    """A worker's part in a child that dies at a statement; whether it got through."""
    Release.objects.update(leased_until=None)  # as if the lease of the dead one had run out
    return survives(look_after_releases, fatal, writing=True)


def statements() -> dict[str, Any]:
    prepare(-2, 2)
    before, after_kills = state(), []
    for fatal in range(1, MOST_ROUNDS):
        if goes(fatal):
            after = state()
            goes(MOST_ROUNDS)
            return {
                "before": before,
                "after_kills": after_kills,
                "after": after,
                "again": state(),
            }
        after_kills.append(state())
    raise RuntimeError("it never got through")


@contextmanager
def worker() -> Iterator[int]:
    """What `selaras work` does, in a child; killed at the end at the latest."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            work.callback(once=False)  # type: ignore[misc]
        finally:
            os._exit(1)
    try:
        yield child
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def is_released(release: Release) -> bool:
    return bool(Release.objects.filter(pk=release.pk, state=Release.State.RELEASED).count())


def around(*offsets: float) -> list[dict[str, Any]]:
    """For each: what there was before its second, and after another worker had taken over."""
    told = []
    for number, offset in enumerate(offsets):
        release = prepare(LEAD, 2, f"{number}-")
        before, second = state(), release.goes_at.timestamp()
        with worker():
            time.sleep(max(0.0, second + offset - time.time()))
        end = time.monotonic() + MOST_SECONDS
        with worker():
            while not is_released(release) and time.monotonic() < end:
                time.sleep(0.2)
        release.refresh_from_db()
        at = release.released_at.timestamp() if release.released_at else 0.0
        told.append({"goes_at": second, "released_at": at, "before": before, "after": state()})
    return told


def read(seconds: float) -> dict[str, Any]:
    """The answers in the order in which they were asked for; each request sees one page."""
    client = Client(headers={"host": "bnpb.localhost"})
    slugs = list(ArticlePage.objects.filter(slug__startswith=SLUG).values_list("slug", flat=True))
    answers: list[int] = []
    until = time.monotonic() + seconds
    turn = 0
    while time.monotonic() < until and answers[-3 * len(slugs) :].count(200) < 3 * len(slugs):
        answers.append(client.get(f"/{slugs[turn % len(slugs)]}/").status_code)
        turn += 1
    return {"answers": answers, "pages": len(slugs)}


def main() -> Any:
    what, numbers = sys.argv[1], [float(word) for word in sys.argv[2:]]
    if what == "statements":
        return statements()
    if what == "around":
        return around(*numbers)
    if what == "read":
        return read(*numbers)
    if what == "prepare":
        release = prepare(numbers[0], int(numbers[1]))
        return {"goes_at": release.goes_at.timestamp(), "state": state()}
    release = Release.objects.get()
    at = release.released_at.timestamp() if release.released_at else None
    return {"released_at": at, "late": release.is_late, "state": state()}


if __name__ == "__main__":
    json.dump(main(), sys.stdout)
