"""Whether a draft could be announced as it is."""

from django.utils import timezone

from selaras.announcements.draft import AnnouncementDraft
from selaras.announcements.errors import TooLate
from selaras.announcements.policies import require_drill_kept_inside
from selaras.announcements.succession import require_succession
from selaras.facts.services import require_statable
from selaras.institutions.policies import require_owner


def require_announceable(draft: AnnouncementDraft) -> None:
    """Raises what announcing it would raise, and `TooLate`."""
    require_owner(topic=draft.topic, speaker=draft.speaker)
    require_drill_kept_inside(topic=draft.topic, drill=draft.drill)
    require_statable(draft.statements)
    require_succession(draft)
    if draft.goes_live is not None and draft.goes_live <= timezone.now():
        raise TooLate
    end = draft.validity.in_region(draft.speaker.region).end
    if end is not None and end <= (draft.goes_live or timezone.now()):
        raise TooLate
