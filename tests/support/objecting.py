"""An objection whose reason is somebody's secret; the fact itself is public."""

from datetime import timedelta

from django.utils import timezone

from selaras.facts.models import FactType, FactVersion, Kind, NumberValue, Objection
from selaras.institutions.models import Institution, Topic


def objection(*, objector: str, owner: str, word: str) -> Objection:
    """From one institution to another, about a fact of its own."""
    says, owns = (Institution.objects.get(slug=slug) for slug in (objector, owner))
    key, now = f"uji-{objector}-{owner}", timezone.now()
    topic = Topic.objects.create(key=key, label=key, owner=owns)
    kind = FactType.objects.create(
        key=key, label=key, kind=Kind.NUMBER, topic=topic, narrowest="city"
    )
    version = FactVersion.objects.create(
        fact_type=kind, region=says.region, valid_from=now, recorded_from=now, source="Uji"
    )
    NumberValue.objects.create(version=version, number=1)
    return Objection.objects.create(
        version=version,
        fact_type=kind,
        region=says.region,
        objector=says,
        owner=owns,
        reason=word,
        filed_at=now,
        due_at=now + timedelta(days=1),
    )
