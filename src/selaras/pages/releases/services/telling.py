"""What is noted of a ready release while there is time, and when it could not go."""

from django.db import transaction
from django.utils import timezone

from selaras.common.events import emit
from selaras.ledger.actors import CLOCK
from selaras.pages.models import Release
from selaras.pages.releases.events import Failed, Troubled
from selaras.pages.releases.examining import Examined
from selaras.pages.releases.services.arming import next_look
from selaras.pages.releases.services.rows import end, locked, write_down

State = Release.State


def note(*, release: Release, examined: Examined) -> None:
    """Keep what was found for its people to see; they are told when it begins to be bad."""
    with transaction.atomic():
        found = locked(release.pk)
        if found.state != State.READY:
            return
        begins = not examined.is_fine and not found.troubled
        now = timezone.now()
        found.troubled, found.problem = not examined.is_fine, "\n".join(examined.general)
        found.checked_at, found.next_at = now, next_look(found.goes_at, now)
        found.save(update_fields=["troubled", "problem", "checked_at", "next_at"])
        _keep(examined)
        if begins:
            write_down(found, actor=CLOCK, action="releases.trouble", problems=examined.words)
            emit(Troubled(found.pk))


def fail(*, release: Release, examined: Examined) -> None:
    """It could not go: its people decide. Nothing of it is public, and its pages are free."""
    with transaction.atomic():
        found = locked(release.pk)
        if found.state != State.READY:
            return
        general = "\n".join(examined.general)
        end(found, State.FAILED, ended_at=timezone.now(), troubled=True, problem=general)
        _keep(examined)
        write_down(found, actor=CLOCK, action="releases.fail", problems=examined.words)
        emit(Failed(found.pk))


def _keep(examined: Examined) -> None:
    """Only the rows that say something else than before are written."""
    for item in examined.items:
        said = "\n".join(examined.words_of(item))
        if said != item.problem:
            item.problem = said
            item.save(update_fields=["problem"])
