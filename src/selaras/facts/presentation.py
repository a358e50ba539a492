"""Facts as JSON. Every answer says whether it comes from a demonstration."""

from typing import Any

from django.conf import settings

from selaras.facts.formats import Format, worded
from selaras.facts.kinds import rules_of
from selaras.facts.results import Resolved


def as_json(resolved: Resolved) -> dict[str, Any]:
    """A resolved fact: the exact value, its words, where it stands and when it holds."""
    version = resolved.version
    return {
        "demonstration": settings.DEMONSTRATION,
        "type": resolved.fact_type.key,
        "region": resolved.reader.pk,
        "value": rules_of(resolved.fact_type).as_json(resolved.value),
        "words": worded(resolved, Format.SHORT),
        "stated_for": version.region_id,
        "owner": resolved.fact_type.owner.slug,
        "source": version.source,
        "source_url": version.source_url,
        "valid_from": resolved.valid_from.isoformat(),
        "valid_to": resolved.valid_to.isoformat() if resolved.valid_to else None,
        "recorded_from": version.recorded_from.isoformat(),
        "recorded_to": version.recorded_to.isoformat() if version.recorded_to else None,
        "reconstructed": version.reconstructed,
    }
