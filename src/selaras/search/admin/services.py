"""Set how the search works. Every act is the platform's, and is recorded."""

import math
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.ledger.actors import Actor, pseudonym_of
from selaras.ledger.models import Epoch
from selaras.ledger.services import advance_epoch, record
from selaras.search import synonyms, tuning
from selaras.search.admin.checking import flaws
from selaras.search.admin.details import KIND, WEIGHTS, detail_of
from selaras.search.admin.errors import BadSynonyms, BadWeights, SynonymsGone
from selaras.search.admin.exporting import asked_lines
from selaras.search.admin.periods import Wanted
from selaras.search.models import SignalWeight, SynonymGroup
from selaras.search.policies import require_tuning
from selaras.search.signals import DEFAULTS, SIGNALS, Signal
from selaras.search.synonyms import Forms, Group, line_of


def set_weights(*, actor: Actor, weights: Mapping[str, float]) -> bool:
    """Set these signals' weights, the others stay; False where nothing changes.

    One that is set to its shipped weight is kept as that. Raises `MayNotTune` or `BadWeights`;
    then nothing is written.
    """
    require_tuning(actor)
    if wrong := _weight_flaws(weights):
        raise BadWeights(wrong)
    with transaction.atomic():
        _take_turn()
        stored = dict(SignalWeight.objects.values_list("name", "value"))
        before = {name: stored.get(name, DEFAULTS[name]) for name in weights}
        after = {name: value for name, value in weights.items() if value != before[name]}
        if not after:
            return False
        _keep_weights(after, pseudonym_of(actor))
        record(
            actor=actor,
            action="search.weights.set",
            object_kind=KIND,
            object_id=WEIGHTS,
            details={
                "before": {detail_of(name): before[name] for name in after},
                "after": {detail_of(name): value for name, value in after.items()},
            },
        )
        advance_epoch(tuning.CHANGED)
    tuning.forget_weights()
    return True


def reset_weights(*, actor: Actor) -> bool:
    """All weights as they are shipped; False where they are already."""
    return set_weights(actor=actor, weights=DEFAULTS)


def write_synonyms(*, actor: Actor, forms: Forms, group: Group | None = None) -> bool:
    """Write a new group, or this one otherwise; False where nothing changes.

    A shipped group gets a row that stands in its place, so that a new version of the product does
    not take back what was written. Raises `MayNotTune`, `BadSynonyms` or `SynonymsGone`.
    """
    require_tuning(actor)
    if group is not None and forms == group.forms and group.active:
        return False
    with transaction.atomic():
        _take_turn()
        others = [one for one in synonyms.all_groups() if one.key != (group and group.key)]
        if found := flaws(forms, others):
            raise BadSynonyms(found)
        line = line_of(forms)
        shipped = group.shipped if group else ""
        if shipped and line == shipped:
            SynonymGroup.objects.filter(replaces=shipped).delete()
        else:
            _keep_synonyms(group, forms=line, replaces=shipped, removed=False, actor=actor)
        _told(actor, "search.synonyms.write", group, line)
    synonyms.forget_groups()
    return True


def remove_synonyms(*, actor: Actor, group: Group) -> bool:
    """Delete a group of the platform's own, or switch a shipped one off; False if it is off.

    Raises `MayNotTune` or `SynonymsGone`."""
    require_tuning(actor)
    if not group.active:
        return False
    with transaction.atomic():
        _take_turn()
        if group.shipped:
            _keep_synonyms(
                group, forms=line_of(group.forms), replaces=group.shipped, removed=True, actor=actor
            )
        elif group.row is None or not SynonymGroup.objects.filter(pk=group.row.pk).delete()[0]:
            raise SynonymsGone
        _told(actor, "search.synonyms.remove", group, "")
    synonyms.forget_groups()
    return True


def restore_synonyms(*, actor: Actor, group: Group) -> bool:
    """A shipped group as it is shipped; False where it is already. Raises `MayNotTune`."""
    require_tuning(actor)
    with transaction.atomic():
        _take_turn()
        there = SynonymGroup.objects.filter(replaces=group.shipped) if group.shipped else None
        if there is None or not there.delete()[0]:
            return False
        _told(actor, "search.synonyms.restore", group, group.shipped)
    synonyms.forget_groups()
    return True


def export_asked(*, actor: User, wanted: Wanted) -> Iterator[str]:
    """The lines of a file of what people ask; taking it is itself an act."""
    lines = list(asked_lines(wanted))
    with transaction.atomic():
        record(
            actor=actor,
            action="search.asked.export",
            object_kind="search.asked",
            object_id=wanted.province,
            details={"filters": wanted.asked(), "lines": len(lines) - 1},
        )
    return iter(lines)


def _weight_flaws(weights: Mapping[str, float]) -> dict[str, str]:
    known = {one.name: one for one in SIGNALS}
    return {
        name: _flaw(known.get(name), name, value)
        for name, value in weights.items()
        if name not in known or not _fits(known[name], value)
    }


def _fits(signal: Signal, value: float) -> bool:
    return math.isfinite(value) and signal.least <= value <= signal.most


def _flaw(signal: Signal | None, name: str, value: float) -> str:
    if signal is None:
        return f'Tidak ada isyarat "{name}".'
    return (
        f"{signal.label}: tulis angka dari {signal.least:g} sampai {signal.most:g},"
        f" bukan {value:g}."
    )


def _keep_weights(changed: Mapping[str, float], who: str) -> None:
    SignalWeight.objects.filter(name__in=changed).delete()
    SignalWeight.objects.bulk_create(
        [
            SignalWeight(name=name, value=value, changed_by=who)
            for name, value in changed.items()
            if value != DEFAULTS[name]
        ]
    )


def _keep_synonyms(group: Group | None, *, actor: Actor, **columns: Any) -> None:
    columns |= {"changed_by": pseudonym_of(actor), "changed_at": timezone.now()}
    if group is None or group.row is None:
        SynonymGroup.objects.create(**columns)
    elif not SynonymGroup.objects.filter(pk=group.row.pk).update(**columns):
        raise SynonymsGone


def _told(actor: Actor, action: str, group: Group | None, after: str) -> None:
    before = line_of(group.forms) if group and group.active else ""
    record(
        actor=actor,
        action=action,
        object_kind="search.synonyms",
        object_id=(after or before)[:100],
        details={"before": before, "after": after},
    )
    advance_epoch(synonyms.CHANGED)


def _take_turn() -> None:
    """One writer at a time: what may be written depends on all that is there."""
    list(Epoch.objects.select_for_update().filter(pk=1))
