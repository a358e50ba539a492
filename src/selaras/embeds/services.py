"""Writes of the index of uses."""

from collections.abc import Iterable

from django.db import transaction

from selaras.embeds.blocks import types_in
from selaras.embeds.holders import HeldText, holder_kinds
from selaras.embeds.models import FactUse, UseIndex
from selaras.facts.models import FactType

BATCH = 2000


def note_uses(*, holder_kind: str, text: HeldText) -> None:
    """Replace what is known about one text in one state."""
    with transaction.atomic():
        forget_uses(holder_kind=holder_kind, holder_id=text.holder_id, state=text.state)
        FactUse.objects.bulk_create(_uses(holder_kind, [text], _known_types()))


def forget_uses(*, holder_kind: str, holder_id: str, state: FactUse.State | None = None) -> None:
    """A text is gone, or no longer in that state."""
    uses = FactUse.objects.filter(holder_kind=holder_kind, holder_id=holder_id)
    if state is not None:
        uses = uses.filter(state=state)
    uses.delete()


def reindex() -> int:
    """Read every text of every kind again; returns how many uses were found.

    While it runs, and if it fails, the index counts as incomplete and look-ups refuse.
    """
    total = 0
    for name, kind in holder_kinds().items():
        UseIndex.objects.update_or_create(holder_kind=name, defaults={"complete": False})
        with transaction.atomic():
            FactUse.objects.filter(holder_kind=name).delete()
            uses = _uses(name, kind.everything(), _known_types())
            total += len(FactUse.objects.bulk_create(uses, batch_size=BATCH))
            UseIndex.objects.filter(holder_kind=name).update(complete=True)
    return total


def _known_types() -> set[str]:
    return {str(pk) for pk in FactType.objects.values_list("pk", flat=True)}


def _uses(holder_kind: str, texts: Iterable[HeldText], known: set[str]) -> list[FactUse]:
    """An embed of a type that never existed is nobody's use; the page says that it is unknown."""
    return [
        FactUse(
            fact_type_id=type_id,
            institution=text.institution,
            holder_kind=holder_kind,
            holder_id=text.holder_id,
            title=text.title[:255],
            state=text.state,
        )
        for text in texts
        for type_id in sorted(types_in(text.data) & known)
    ]
