"""Who may object, answer, withdraw and read.

Whoever writes or approves for an institution may object in its name: objecting publishes nothing.
An answer binds the owner to what it has stated, so only those answer who state its facts
(authors) or decide what it publishes (approvers).
"""

from django.contrib.auth.models import AnonymousUser

from selaras.accounts.models import User
from selaras.facts.models import Objection
from selaras.facts.objections.errors import MayNotAnswer, MayNotObject, NotOpen, OwnFact
from selaras.facts.objections.roles import ANSWERING, FILING
from selaras.institutions.models import Institution
from selaras.institutions.standing import standing_of


def may_read(user: User | AnonymousUser, objection: Objection) -> bool:
    parties = {objection.objector_id, objection.owner_id, objection.fact_type.topic.owner_id}
    standing = standing_of(user)
    return any(standing.may_view(party) for party in parties)


def may_file_for(user: User, institution: Institution | int) -> bool:
    return standing_of(user).holds(institution, *FILING)


def may_answer(user: User, objection: Objection) -> bool:
    """Of today's owner, and not who filed it, nor the objector where it owns the topic now."""
    owner = objection.fact_type.topic.owner_id
    if objection.objector_id == owner or objection.filed_by_id == user.pk:
        return False
    return standing_of(user).holds(owner, *ANSWERING)


def is_own(user: User, owner: Institution) -> bool:
    return owner.pk in standing_of(user).institutions()


def require_filing(*, user: User, objector: Institution, owner: Institution) -> None:
    if objector.pk == owner.pk or is_own(user, owner):
        raise OwnFact(
            f"Fakta ini milik {owner.name}, instansi Anda sendiri.",
            "Nilai instansi sendiri diperbaiki lewat pengumuman, bukan dengan keberatan.",
        )
    if not may_file_for(user, objector):
        raise MayNotObject(
            f"Anda bukan penulis atau penyetuju {objector.name}.",
            "Mintalah mereka mengajukannya.",
        )


def require_answering(*, user: User, objection: Objection) -> None:
    if not may_answer(user, objection):
        owner = objection.fact_type.topic.owner
        raise MayNotAnswer(
            "Anda tidak dapat menjawab keberatan ini.",
            f"Penyusun pengumuman atau penyetuju {owner.name} yang menjawabnya.",
        )


def require_withdrawing(*, user: User, objection: Objection) -> None:
    if not may_file_for(user, objection.objector_id):
        raise MayNotObject(
            f"Anda bukan penulis atau penyetuju {objection.objector.name}.",
            "Hanya instansi yang mengajukan yang dapat menarik keberatannya.",
        )


def require_open(objection: Objection) -> None:
    if not objection.is_open:
        raise NotOpen(
            f"Keberatan ini sudah {objection.get_state_display()}.",
            "Muat ulang layarnya untuk melihat keadaannya sekarang.",
        )
