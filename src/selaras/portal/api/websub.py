"""The hub is told that the feed of changes has changed: once, however much changes at once."""

from django.conf import settings

from selaras.announcements.events import AnnouncementPublished, AnnouncementRecalled
from selaras.common.events import receives
from selaras.ledger.models import OwedEffect
from selaras.pages.machines.websub import PING, owe_feeds
from selaras.portal.api.addresses import changes_address
from selaras.tallies.events import TallyPublished

ABOUT = "changes"


@receives(AnnouncementPublished)
def owe_for_announcement(event: AnnouncementPublished) -> None:
    owe_changes()


@receives(AnnouncementRecalled)
def owe_for_recall(event: AnnouncementRecalled) -> None:
    owe_changes()


@receives(TallyPublished)
def owe_for_tally(event: TallyPublished) -> None:
    owe_changes()


def owe_changes() -> None:
    """Owe the hub a message, unless one waits already that nobody has begun to send.

    That one is held until our commit, so that the hub asks for the feed when we stand in it. Where
    another holds it we owe one of our own: who waited for a row here, with the epoch in hand, could
    wait for somebody who waits for the epoch.
    """
    if not settings.WEBSUB_HUB:
        return
    waiting = OwedEffect.objects.select_for_update(skip_locked=True).filter(
        key__startswith=f"{PING}:{ABOUT}:", state=OwedEffect.State.OWED, attempts=0
    )
    if not waiting.values_list("pk", flat=True):
        owe_feeds([changes_address()], about=ABOUT)
