"""Which texts say this fact?"""

from django.db.models import QuerySet

from selaras.common.errors import Refused
from selaras.embeds.holders import holder_kinds
from selaras.embeds.models import FactUse, UseIndex
from selaras.facts.models import FactType


class UsesUnknown(Refused):
    """The index of uses is not complete, so no answer would be honest."""

    permanent = False


def require_known() -> None:
    """Raises `UsesUnknown` while the index may miss some uses."""
    complete = set(UseIndex.objects.filter(complete=True).values_list("holder_kind", flat=True))
    missing = holder_kinds().keys() - complete
    if missing:
        raise UsesUnknown(
            "Daftar pemakaian fakta belum lengkap.",
            f"Jalankan `selaras embeds reindex` (belum: {', '.join(sorted(missing))}).",
        )


def where_used(fact_type: FactType) -> QuerySet[FactUse]:
    """Every text that says this fact, drafts included, by institution.

    Raises `UsesUnknown` instead of answering from an index that may miss some.
    """
    require_known()
    return (
        FactUse.objects.filter(fact_type=fact_type)
        .select_related("institution__region")
        .order_by("institution__region__code", "institution__slug", "title", "state")
    )
