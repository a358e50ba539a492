"""End a type: its history stays, nothing new can be stated with it."""

from django.db import transaction
from django.utils import timezone

from selaras.facts.models import FactType
from selaras.institutions.models import Institution
from selaras.institutions.policies import require_owner
from selaras.ledger.actors import Actor
from selaras.ledger.services import advance_epoch, record


def retire(*, fact_type: FactType, speaker: Institution, actor: Actor) -> None:
    """Retire a type from now on. Raises `MayNotSpeak`; retiring twice changes nothing."""
    require_owner(topic=fact_type.topic, speaker=speaker)
    with transaction.atomic():
        changed = FactType.objects.filter(pk=fact_type.pk, retired_at__isnull=True).update(
            retired_at=timezone.now()
        )
        if changed:
            record(
                actor=actor,
                institution=speaker.slug,
                action="facts.retire",
                object_kind="fact_type",
                object_id=fact_type.key,
            )
            advance_epoch()
