"""Types of facts for machines."""

from typing import Any

from selaras.facts.models import FactType
from selaras.portal.api.addresses import fact_address


def brief(fact_type: FactType) -> dict[str, Any]:
    """What tells one type from another, beside its values."""
    return {
        "key": fact_type.key,
        "label": fact_type.label,
        "kind": fact_type.kind,
        "unit": fact_type.unit,
        "owner": {"slug": fact_type.owner.slug, "name": fact_type.owner.name},
        "demonstration": fact_type.topic.demonstration,
    }


def whole(fact_type: FactType) -> dict[str, Any]:
    """All that is known of a type. `id` is what embeds name it by; it stays when a key changes."""
    topic, retired = fact_type.topic, fact_type.retired_at
    return {
        **brief(fact_type),
        "id": str(fact_type.pk),
        "api": fact_address(fact_type),
        "topic": {"key": topic.key, "label": topic.label},
        "choices": [
            {"value": one.value, "label": one.label, "rank": one.rank, "tone": one.tone}
            for one in fact_type.choices.all()
        ],
        "scope": {
            "broadest": fact_type.broadest,
            "narrowest": fact_type.narrowest,
            "inherited": fact_type.inherited,
        },
        "retired_at": retired.isoformat() if retired else None,
    }
