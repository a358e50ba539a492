"""The wordings that are stored, as the engine takes them."""

from hashlib import blake2b

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet

from selaras.alignment.engine.wording import Wording
from selaras.alignment.models import TypeWording
from selaras.alignment.queries.lexicon import wording_of
from selaras.facts.models import FactType

EDITED = ("aliases", "patterns", "excludes", "rounded", "several", "stricter", "mandatory")


def worded_types() -> QuerySet[FactType]:
    """All types in use, with what their wordings need; two queries."""
    types = FactType.objects.filter(retired_at=None).select_related("topic__owner", "wording")
    return types.prefetch_related("choices")


def stored_wordings() -> list[Wording]:
    """The wording of every type in use, in the order of keys."""
    return [stored_wording(one) for one in worded_types()]


def row_of(fact_type: FactType) -> TypeWording | None:
    try:
        found: TypeWording = fact_type.wording
    except ObjectDoesNotExist:
        return None
    return found


def stored_wording(fact_type: FactType) -> Wording:
    """The type with its words; the label is the first of the words of a choice."""
    return wording_of(fact_type, row_of(fact_type))


def fingerprint(wording: Wording) -> str:
    """Tells whether somebody has saved another wording meanwhile."""
    parts = [getattr(wording, name) for name in EDITED]
    said = repr((parts, sorted(wording.choices.items())))
    return blake2b(said.encode(), digest_size=16).hexdigest()
