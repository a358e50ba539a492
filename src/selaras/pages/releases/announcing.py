"""The announcement of a release: read, and looked at for the moment at which it goes."""

from datetime import datetime

from django.utils import timezone

from selaras.announcements.changes import changes_of_draft
from selaras.announcements.checking import Checked
from selaras.announcements.document import read_document
from selaras.announcements.services import announced_before
from selaras.facts.services import require_statable
from selaras.institutions.models import Institution
from selaras.institutions.policies import require_owner
from selaras.pages.releases.errors import AnnouncementNotReady, NotOurVoice


def read(*, text: str, institution: Institution) -> Checked:
    """What announcing it would change; writes nothing. Whether a person may is asked elsewhere.

    Raises `InvalidDocument`, `NotOurVoice`, `MayNotSpeak`, `KeyReused`, or what stating raises.
    """
    draft = read_document(text)
    if draft.speaker.pk != institution.pk:
        raise NotOurVoice(institution.name)
    require_owner(topic=draft.topic, speaker=draft.speaker)
    require_statable(draft.statements)
    return Checked(draft, changes_of_draft(draft), announced_before(draft))


def require_new(checked: Checked, *, institution: Institution, at: datetime) -> None:
    """It must say something at that moment that was not said before."""
    if checked.keeps_example:
        raise AnnouncementNotReady(
            "Judul atau dasar hukum pengumuman masih berupa contoh.",
            "Ganti dengan yang sebenarnya.",
        )
    if checked.earlier is not None:
        raise AnnouncementNotReady(
            "Pengumuman dengan kunci ini sudah pernah diumumkan.",
            "Pakai kunci baru, atau kosongkan naskah pengumumannya.",
        )
    end = checked.draft.validity.in_region(institution.region).end
    if end is not None and end <= max(at, timezone.now()):
        raise AnnouncementNotReady(
            "Masa berlaku pengumuman sudah berakhir pada waktu rilis.",
            "Periksa masa berlakunya atau waktu rilisnya.",
        )
