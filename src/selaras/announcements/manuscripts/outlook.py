"""What an announcement would do, before anybody asks for it or approves it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils import timezone

from selaras.announcements.changes import Change, changes_against, held_before
from selaras.announcements.draft import AnnouncementDraft
from selaras.announcements.manuscripts.announceable import require_announceable
from selaras.announcements.manuscripts.cautions import Caution, cautions_for
from selaras.announcements.manuscripts.maps import map_of
from selaras.announcements.manuscripts.moments import to_the_second
from selaras.announcements.presentation import Group, groups_of, tally_words
from selaras.announcements.reaching import Reach, expected_reach
from selaras.common.errors import Refused

SHORT = 20


@dataclass(frozen=True)
class Outlook:
    """Changes against what will hold at its moment. `refused` says why it cannot be announced."""

    draft: AnnouncementDraft
    changes: list[Change]
    cautions: list[Caution]
    refused: Refused | None

    @property
    def tally(self) -> str:
        return tally_words(self.changes)

    @property
    def is_short(self) -> bool:
        """Few enough rows to show all of them at once."""
        return len(self.changes) <= SHORT

    @cached_property
    def groups(self) -> list[Group]:
        return groups_of(self.changes, timezone.now())

    @cached_property
    def map(self) -> Any:
        return map_of(self.groups)

    @cached_property
    def reach(self) -> list[Reach]:
        facts = self.draft.facts
        return expected_reach(
            {fact.fact_type.pk for fact in facts},
            {fact.region.pk for fact in facts} | {one.pk for one in self.draft.parts.audience},
        )

    @property
    def moment(self) -> str:
        """What approving does: `Terjadwal: 1 Desember 2026 pukul 20.00.00 WIB`."""
        if self.draft.goes_live is None:
            return "Terbit sekarang, begitu disetujui"
        return f"Terjadwal: {to_the_second(self.draft.goes_live, self.draft.speaker.region)}"


def outlook_of(draft: AnnouncementDraft) -> Outlook:
    """A number of queries that does not grow with the regions."""
    held = held_before(draft)
    refused = None
    try:
        require_announceable(draft)
    except Refused as error:
        refused = error
    return Outlook(draft, changes_against(draft, held), cautions_for(draft, held), refused)
