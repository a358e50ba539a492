"""What a person sees before a document is announced."""

from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from selaras.announcements.changes import Change
from selaras.announcements.document import EXAMPLES_TO_REPLACE
from selaras.announcements.draft import AnnouncementDraft
from selaras.announcements.models import Announcement
from selaras.announcements.presentation import Group, groups_of, tally_words, validity_words
from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL


@dataclass(frozen=True)
class Checked:
    """What publishing a document would do; `earlier` is set where it was done already."""

    draft: AnnouncementDraft
    changes: list[Change]
    earlier: Announcement | None

    @property
    def seal(self) -> str:
        """Equal for documents that publish the same under the same key."""
        return f"{self.draft.digest}:{self.draft.key}"

    @property
    def keeps_example(self) -> bool:
        return bool({self.draft.title, self.draft.instrument} & EXAMPLES_TO_REPLACE)

    @property
    def tally(self) -> str:
        return tally_words(self.changes)

    @cached_property
    def groups(self) -> list[Group]:
        return groups_of(self.changes, timezone.now())

    @cached_property
    def validity(self) -> str:
        national = Region.objects.get(pk=NATIONAL)
        stored = self.draft.validity.in_region(national)
        start = None if self.draft.from_publication else stored.start
        return validity_words(start, stored.end, national)
