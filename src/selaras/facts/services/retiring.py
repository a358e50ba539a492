"""End a type: its history stays, nothing new can be stated with it."""

from django.db import transaction
from django.utils import timezone

from selaras.facts.ending import Ending, hindrances
from selaras.facts.errors import StillUsed
from selaras.facts.models import FactType
from selaras.facts.services.telling import told
from selaras.institutions.models import Institution
from selaras.institutions.policies import require_owner
from selaras.ledger.actors import Actor
from selaras.ledger.services import advance_epoch, record


def retire(
    *, fact_type: FactType, speaker: Institution, actor: Actor, confirmed: bool = False
) -> None:
    """Retire a type from now on; retiring twice changes nothing.

    Raises `MayNotSpeak`, and `StillUsed` while public texts say it, unless that is `confirmed`:
    they go on showing the last value, with a note that the type was retired.
    """
    require_owner(topic=fact_type.topic, speaker=speaker)
    with transaction.atomic():
        found = FactType.objects.select_for_update().get(pk=fact_type.pk)
        if found.retired_at is not None:
            return
        uses = hindrances(fact_type, Ending.RETIRED)
        if uses and not confirmed:
            raise StillUsed(
                f'Jenis fakta "{fact_type.label}" masih dipakai: {"; ".join(uses)}.',
                "Minta instansi itu mengganti faktanya, atau tegaskan penghentiannya: teks itu "
                "lalu tetap menyebut nilai terakhir dengan keterangan bahwa jenisnya dihentikan.",
            )
        FactType.objects.filter(pk=fact_type.pk).update(retired_at=timezone.now())
        record(
            actor=actor,
            institution=speaker.slug,
            action="facts.retire",
            object_kind="fact_type",
            object_id=fact_type.key,
            details={"uses": "; ".join(uses)} if uses else {},
        )
        advance_epoch(*told([fact_type]))
