"""What a person sees before announcing, and that exactly this is then announced."""

from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from selaras.accounts.models import User
from selaras.announcements.changes import Change, changes_of_draft
from selaras.announcements.document import EXAMPLES_TO_REPLACE, read_document
from selaras.announcements.draft import AnnouncementDraft
from selaras.announcements.errors import ChangedSinceChecked, ExampleKept
from selaras.announcements.models import Announcement
from selaras.announcements.presentation import Group, groups_of, tally_words, validity_words
from selaras.announcements.services import Published, announced_before, publish_as
from selaras.institutions.models import Region
from selaras.institutions.policies import require_author, require_owner
from selaras.institutions.queries import NATIONAL

SHORT = 20


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
    def is_short(self) -> bool:
        """Few enough rows to show all of them at once."""
        return len(self.changes) <= SHORT

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


def check(*, text: str, user: User) -> Checked:
    """What publishing the document would change; writes nothing.

    Raises `InvalidDocument`, `MayNotSpeak` and `KeyReused`, as publishing would.
    """
    draft = read_document(text)
    require_owner(topic=draft.topic, speaker=draft.speaker)
    require_author(user=user, speaker=draft.speaker)
    return Checked(draft, changes_of_draft(draft), announced_before(draft))


def publish_checked(*, checked: Checked, seal: str, user: User) -> Published:
    """Publish what was checked, if `seal` confirms the check of the same content.

    Raises `ChangedSinceChecked`, `ExampleKept`, and what `publish_as` raises.
    """
    if checked.seal != seal:
        raise ChangedSinceChecked(
            "Naskah ini berbeda dari yang Anda periksa; belum ada yang diumumkan.",
            "Periksa lagi hasilnya di bawah, lalu umumkan.",
        )
    if checked.keeps_example:
        raise ExampleKept(
            "Judul atau dasar hukum masih berupa contoh.", "Ganti dengan yang sebenarnya."
        )
    return publish_as(draft=checked.draft, user=user)
