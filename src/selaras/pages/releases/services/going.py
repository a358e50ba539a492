"""Going live: everything in one transaction that is committed at the second, never before."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from selaras.accounts.models import User
from selaras.announcements.models import Announcement
from selaras.announcements.services import publish_as
from selaras.common.clock import held_back_until
from selaras.common.errors import Refused
from selaras.common.events import emit
from selaras.ledger.actors import CLOCK
from selaras.ledger.services import advance_epoch
from selaras.pages.models import BasePage, Release, ReleaseItem
from selaras.pages.releases import announcing
from selaras.pages.releases.errors import NotReady
from selaras.pages.releases.events import Released
from selaras.pages.releases.examining import Examined, examine
from selaras.pages.releases.problems import Kind, Problem
from selaras.pages.releases.services.rows import end, locked, write_down

OLDEST = timedelta(hours=24)
TOO_OLD = "Waktunya sudah lewat lebih dari 24 jam, jadi rilis ini tidak diteruskan sendiri."
State = Release.State
Wait = Callable[[datetime], None]


class CannotGo(NotReady):
    """At its moment something stood in the way; nothing was written."""

    def __init__(self, examined: Examined) -> None:
        self.examined = examined
        super().__init__(examined.words)


def go_live(*, release: Release, wait: Wait) -> bool:
    """Publish all of it; False where it was not ready any more, such as done by another worker.

    What is written is prepared first; `wait` is called right before the commit and returns at the
    moment that it is given. Raises `CannotGo` with a reason for each part that stood in the way.
    """
    with transaction.atomic():
        found = locked(release.pk)
        if found.state != State.READY:
            return False
        moment = max(found.goes_at, timezone.now())
        examined = _examined(found, moment)
        with held_back_until(moment):
            found.announcement = _announce(found, examined)
            for item in examined.items:
                _publish(found, item, examined)
        end(found, State.RELEASED, released_at=moment, ended_at=moment, troubled=False, problem="")
        write_down(
            found, actor=CLOCK, action="releases.go_live", pages=len(examined.items),
            late=found.is_late,
        )  # fmt: skip
        emit(Released(found.pk))
        advance_epoch(found.institution.change_key)
        wait(moment)
    return True


def _examined(release: Release, moment: datetime) -> Examined:
    """Whoever wants to change one of its pages waits from here on."""
    keys = [key for key in release.items.values_list("page", flat=True) if key]
    list(Page.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
    examined = examine(release, at=moment)
    if moment - release.goes_at > OLDEST:
        examined.general.append(TOO_OLD)
    if not examined.is_fine:
        raise CannotGo(examined)
    return examined


def _announce(release: Release, examined: Examined) -> Announcement | None:
    """Read again inside, so that what begins with the publication begins at its moment."""
    if not release.document:
        return None
    try:
        checked = announcing.read(text=release.document, institution=release.institution)
        return publish_as(draft=checked.draft, user=_speaker(release)).announcement
    except Refused as refusal:
        examined.general.append(f"Pengumuman: {refusal}")
        raise CannotGo(examined) from refusal


def _publish(release: Release, item: ReleaseItem, examined: Examined) -> None:
    page = item.page.specific if item.page else None
    try:
        if not isinstance(page, BasePage):
            raise Refused("Halaman ini bukan halaman situs.")
        revision = page.revisions.get(pk=item.revision)
        revision.publish(user=_speaker(release), skip_permission_checks=True)
        if not type(page).objects.filter(pk=page.pk, live_revision=revision).exists():
            raise Refused("Halaman ini tidak menjadi publik.")
    except (Refused, ValidationError, PermissionDenied) as error:
        words = str(error) if isinstance(error, Refused) else _words(error)
        examined.found.setdefault(item.pk, []).append(Problem(Kind.FREE, words))
        raise CannotGo(examined) from error


def _words(error: Exception) -> str:
    said = " ".join(error.messages) if isinstance(error, ValidationError) else ""
    return said or "Halaman ini tidak dapat diterbitkan."


def _speaker(release: Release) -> User:
    if release.armed_by is None:
        raise Refused("Akun orang yang menyiapkan rilis ini tidak ada lagi.")
    return release.armed_by
