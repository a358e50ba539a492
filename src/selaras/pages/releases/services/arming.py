"""Making a release ready, and taking that back."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Page

from selaras.accounts.models import User
from selaras.pages.models import Release
from selaras.pages.releases.errors import ChangedMeanwhile, NotOpen, NotReady
from selaras.pages.releases.examining import examine
from selaras.pages.releases.moments import require_ahead
from selaras.pages.releases.policies import require_arming, require_stopping
from selaras.pages.releases.queries import mark_of
from selaras.pages.releases.services.rows import end, locked, write_down

State = Release.State
# From this long before its moment one worker keeps an eye on a release, whatever else it does.
EARLY = timedelta(minutes=5)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def arm(*, release: Release, user: User, seen: str | None = None) -> None:
    """From now on its pages are locked, and it goes at its moment.

    `seen` is the mark of what the approver has read. Raises `MayNotArm`, `OwnRelease`,
    `MayNotSpeak`, `NotOpen`, `ChangedMeanwhile`, `BadMoment` or `NotReady`.
    """
    with transaction.atomic():
        found = locked(release.pk)
        require_arming(user=user, release=found)
        if found.state != State.DRAFT:
            raise NotOpen(found.get_state_display())
        if seen is not None and seen != mark_of(found):
            raise ChangedMeanwhile
        require_ahead(found.goes_at)
        _lock_pages(found)
        examined = examine(found)
        if not examined.is_fine:
            raise NotReady(examined.words)
        now = timezone.now()
        found.state, found.armed_by, found.armed_at = State.READY, user, now
        found.seal = examined.checked.seal if examined.checked else ""
        found.checked_at, found.next_at = now, next_look(found.goes_at, now)
        found.save()
        _hold(found)
        write_down(found, actor=user, action="releases.arm", mark=mark_of(found))


def disarm(*, release: Release, user: User) -> None:
    """It is a draft again and its pages are free. Raises `MayNotStop` or `NotOpen`."""
    with transaction.atomic():
        found = locked(release.pk)
        require_stopping(user=user, release=found)
        if found.state != State.READY:
            raise NotOpen(found.get_state_display())
        end(found, State.DRAFT, armed_by=None, armed_at=None, seal="", troubled=False, problem="")
        found.items.update(problem="")
        write_down(found, actor=user, action="releases.disarm")


def next_look(goes_at: datetime, now: datetime) -> datetime:
    """When a ready release is looked at again: the nearer its moment, the more often."""
    left = goes_at - now
    pause = HOUR if left > DAY else timedelta(minutes=10) if left > HOUR else timedelta(minutes=1)
    return min(now + pause, goes_at - EARLY)


def _lock_pages(release: Release) -> None:
    keys = release.items.exclude(page=None).values_list("page", flat=True)
    list(Page.objects.select_for_update().filter(pk__in=list(keys)).order_by("pk"))


def _hold(release: Release) -> None:
    """The database decides between two releases that want the same page at the same time."""
    try:
        with transaction.atomic():
            release.items.update(armed=True)
    except IntegrityError as error:
        raise NotReady(["Salah satu halaman menunggu rilis lain."]) from error
