"""What an act did to versions goes into the log, and is told: what it wrote, what it ended."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.db.models import Max, Q
from django.utils import timezone

from selaras.common.events import emit
from selaras.facts.events import FactsChanged
from selaras.facts.leaves import ENDED, STATED, ended, stated
from selaras.facts.models import FactVersion
from selaras.facts.services.writing import Place
from selaras.ledger.proof.log import append_all


@contextmanager
def noted(places: Collection[Place]) -> Iterator[None]:
    """Around all that an act writes at these places, in its transaction, its types locked."""
    here = FactVersion.objects.filter(
        fact_type__in={fact_type for fact_type, _ in places},
        region__in={code for _, code in places},
    )
    open_ = here.filter(Q(recorded_to=None) | Q(recorded_to__gt=timezone.now()))
    before = dict(open_.values_list("pk", "recorded_to"))
    newest = FactVersion.objects.aggregate(newest=Max("pk"))["newest"] or 0
    yield
    written = here.filter(pk__gt=newest).order_by("pk")
    after = dict(here.filter(pk__in=before).values_list("pk", "recorded_to"))
    fresh = list(written.values_list("pk", "recorded_from", "recorded_to"))
    changed = [pk for pk, end in after.items() if end != before[pk]]
    ends = {end for pk in changed for end in (before[pk], after[pk]) if end is not None}
    changed += [pk for pk, _, end in fresh if end is not None]
    append_all(kind=STATED.name, leaves=stated([str(pk) for pk, _, _ in fresh]).items())
    append_all(kind=ENDED.name, leaves=ended([str(pk) for pk in changed]).items())
    moments = frozenset(ends.union(begun for _, begun, _ in fresh))
    emit(FactsChanged(frozenset(places), moments))
