"""Write how a type of fact is worded."""

from typing import Any

from django.db import transaction

from selaras.accounts.models import User
from selaras.alignment.engine.wording import Wording
from selaras.alignment.models import TypeWording
from selaras.alignment.wordings.checking import flaws
from selaras.alignment.wordings.errors import BadWording, WordingChanged
from selaras.alignment.wordings.keys import KIND, REREAD, WRITE, change_key
from selaras.alignment.wordings.loading import (
    fingerprint,
    stored_wording,
    stored_wordings,
    worded_types,
)
from selaras.alignment.wordings.policies import require_writing
from selaras.alignment.wordings.shipped import dressed
from selaras.facts.models import FactType
from selaras.ledger.actors import Actor
from selaras.ledger.models import Epoch
from selaras.ledger.services import advance_epoch, owe, record


def write_wording(
    *, actor: Actor, fact_type: FactType, wording: Wording, seen: str | None = None
) -> bool:
    """Keep the words of a type, and owe reading all texts again; False where nothing changes.

    `seen` is the `fingerprint` of what the person had before her; without it nobody is asked.
    Raises `MayNotWord`, `WordingChanged` or `BadWording`; then nothing is written.
    """
    if isinstance(actor, User):
        require_writing(user=actor, fact_type=fact_type)
    with transaction.atomic():
        _take_turn(fact_type)
        owned = worded_types().get(pk=fact_type.pk)
        stored = stored_wording(owned)
        if seen is not None and seen != fingerprint(stored):
            raise WordingChanged(stored)
        if fingerprint(wording) == fingerprint(stored):
            return False
        if found := flaws(wording, stored_wordings()):
            raise BadWording(found)
        TypeWording.objects.update_or_create(fact_type=owned, defaults=_columns(wording))
        entry = record(
            actor=actor,
            institution=owned.owner.slug,
            action=WRITE,
            object_kind=KIND,
            object_id=str(owned.pk),
            details={"fact_type": owned.key, **_difference(stored, wording)},
        )
        owe(kind=REREAD, key=f"{REREAD}:{entry.key}", payload={"fact_type": str(owned.pk)})
        advance_epoch(change_key(owned.pk))
    return True


def write_shipped_wordings(*, actor: Actor) -> int:
    """Give each type that has no words yet those that the product ships; how many it were."""
    written = 0
    for fact_type in worded_types().filter(wording=None):
        wording = dressed(stored_wording(fact_type))
        if wording is not None:
            written += write_wording(actor=actor, fact_type=fact_type, wording=wording)
    return written


def _take_turn(fact_type: FactType) -> None:
    """Writers queue up for the type, and for the words of all types: what one writer may write
    depends on every other. The epoch's row is held until the commit anyway; types come first, as
    where facts are stated.
    """
    list(FactType.objects.select_for_update().filter(pk=fact_type.pk))
    list(Epoch.objects.select_for_update().filter(pk=1))


def _columns(wording: Wording) -> dict[str, Any]:
    """A choice's label is not kept: it may change."""
    return {
        "aliases": list(wording.aliases),
        "patterns": list(wording.patterns),
        "excludes": list(wording.excludes),
        "choice_words": {
            value: list(words[1:]) for value, words in wording.choices.items() if words[1:]
        },
        "rounded": wording.rounded,
        "several": wording.several,
        "stricter": str(wording.stricter),
        "mandatory": wording.mandatory,
    }


def _difference(stored: Wording, wording: Wording) -> dict[str, dict[str, Any]]:
    before, after = _columns(stored), _columns(wording)
    changed = [name for name in before if before[name] != after[name]]
    return {
        "before": {name: before[name] for name in changed},
        "after": {name: after[name] for name in changed},
    }
