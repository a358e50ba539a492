"""What a machine saw of compliance, kept for good. The rooms above call this."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from selaras.announcements.instructing.services.noting import note_of
from selaras.announcements.models import Addressee, Evidence
from selaras.ledger.actors import Actor

MOST_WORDS = 300


def record_evidence(
    *, instruction: UUID, institution: int, kind: str, words: str, url: str = "", actor: Actor
) -> Evidence | None:
    """Keep that this institution was seen to comply; the same kind and address once.

    None where the instruction was not issued to it.
    """
    rows = Addressee.objects.select_related("institution").filter(instruction=instruction)
    with transaction.atomic():
        addressee = rows.select_for_update(of=("self",)).filter(institution=institution).first()
        if addressee is None:
            return None
        earlier = Evidence.objects.filter(addressee=addressee, kind=kind, url=url).first()
        if earlier is not None:
            return earlier
        made = Evidence.objects.create(
            addressee=addressee, kind=kind, words=words[:MOST_WORDS], url=url, at=timezone.now()
        )
        note_of(addressee, actor=actor, action="instructions.evidence", evidence=kind)
    return made
