"""Who may speak about what. The only place that decides it."""

from selaras.accounts.models import User
from selaras.common.errors import Refused
from selaras.institutions.models import Institution, Membership, Topic
from selaras.institutions.queries import institutions_of


class MayNotSpeak(Refused):
    """Somebody spoke about a topic that belongs to another institution."""


def require_owner(*, topic: Topic, speaker: Institution) -> None:
    """A topic has one speaker, its owner."""
    if topic.owner_id != speaker.pk:
        raise MayNotSpeak(
            f'{speaker.name} tidak berwenang atas topik "{topic.label}".',
            f"Topik ini milik {topic.owner.name}; hanya pemiliknya yang dapat mengumumkan.",
        )


def require_author(*, user: User, speaker: Institution) -> None:
    """A person announces for an institution only while holding the author's role in it."""
    held = institutions_of(user, role=Membership.Role.AUTHOR)
    if not held.filter(pk=speaker.pk).exists():
        raise MayNotSpeak(
            f"Anda tidak memegang peran penyusun pengumuman di {speaker.name}.",
            "Mintalah peran itu kepada pengelola instansi.",
        )
