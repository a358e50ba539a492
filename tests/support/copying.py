"""A text that repeats an old announcement, both of one institution."""

from django.utils import timezone

from selaras.alignment.models import CheckedText, StoredCopy
from selaras.announcements.models import Announcement
from selaras.institutions.models import Institution


def copied_by(slug: str, word: str, announcement: Announcement) -> StoredCopy:
    owner = Institution.objects.get(slug=slug)
    text = CheckedText.objects.create(
        source="uji",
        source_id=slug,
        state=CheckedText.State.PUBLISHED,
        institution=owner,
        region_id=owner.region_id,
        title=word,
        read_at=timezone.now(),
    )
    return StoredCopy.objects.create(
        text=text,
        start=0,
        end=len(word),
        passage=word,
        words=1,
        share=1.0,
        announcement=announcement,
        state=StoredCopy.State.OLD,
        judged_at=timezone.now(),
    )
