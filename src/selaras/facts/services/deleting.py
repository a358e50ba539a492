"""Take away a type that was made by mistake: nobody ever stated it, and no text says it."""

from django.db import transaction
from django.db.models import ProtectedError

from selaras.facts.ending import Ending, hindrances
from selaras.facts.errors import StillUsed
from selaras.facts.models import Choice, FactType, FactVersion
from selaras.facts.services.telling import told
from selaras.institutions.models import Institution
from selaras.institutions.policies import require_owner
from selaras.ledger.actors import Actor
from selaras.ledger.services import advance_epoch, record


def delete_fact_type(*, fact_type: FactType, speaker: Institution, actor: Actor) -> None:
    """Delete the type with its choices. Raises `MayNotSpeak`, or `StillUsed` naming by whom."""
    require_owner(topic=fact_type.topic, speaker=speaker)
    with transaction.atomic():
        FactType.objects.select_for_update().get(pk=fact_type.pk)
        if FactVersion.objects.filter(fact_type=fact_type).exists():
            raise StillUsed(
                f'Jenis fakta "{fact_type.label}" pernah dinyatakan; riwayatnya tidak dihapus.',
                "Hentikan jenis fakta itu.",
            )
        uses = hindrances(fact_type, Ending.DELETED)
        if uses:
            raise StillUsed(
                f'Jenis fakta "{fact_type.label}" masih dipakai: {"; ".join(uses)}.',
                "Hapus faktanya dari semua teks itu, draf juga.",
            )
        try:
            Choice.objects.filter(fact_type=fact_type).delete()
            FactType.objects.filter(pk=fact_type.pk).delete()
        except ProtectedError as error:
            raise StillUsed(
                f'Jenis fakta "{fact_type.label}" masih dirujuk oleh data lain.',
                "Hentikan jenis fakta itu.",
            ) from error
        record(
            actor=actor,
            institution=speaker.slug,
            action="facts.delete_type",
            object_kind="fact_type",
            object_id=fact_type.key,
            details={"label": fact_type.label, "kind": fact_type.kind},
        )
        advance_epoch(*told([fact_type]))
