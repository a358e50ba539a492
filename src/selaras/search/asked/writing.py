"""One batch into the database: first who asked, together with what other processes know of it;
then, of what enough have asked, the words and the counts."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest

from selaras.search.asked.marks import BITS, Day
from selaras.search.asked.notes import Notes, Thing
from selaras.search.models import AskedQuery, AskersToday, PickedResult


def write(notes: Notes, day: Day) -> int:
    """Write what is due; how many things were above the threshold.

    Raises what the database raises; then nothing is written, and `notes` have everything again.
    """
    due = notes.due()
    taken: dict[Thing, Counter[str]] = {}
    if not due:
        return 0
    try:
        with transaction.atomic():
            known = share(day.day, dict(due.values()))
            askers = {one: known[mark].bit_count() for one, (mark, _) in due.items()}
            enough = [one for one, many in askers.items() if many >= settings.SEARCH_ASKERS]
            taken = notes.take(enough)
            _write_questions(day.day, taken, askers)
            _write_results(day.day, enough, askers)
    except Exception:
        notes.give_back(due, taken)
        raise
    return len(enough)


def share(day: date, bits: Mapping[str, int]) -> dict[str, int]:
    """Join the bits of each mark with what is there, and give the whole. Doing it again does no
    harm: whoever writes knows all addresses that she has ever added."""
    rows = AskersToday.objects.select_for_update().filter(day=day, mark__in=sorted(bits))
    there = {row.mark: int.from_bytes(row.bits) for row in rows.order_by("mark")}
    joined = {mark: own | there.get(mark, 0) for mark, own in bits.items()}
    AskersToday.objects.bulk_create(
        [
            AskersToday(day=day, mark=mark, bits=whole.to_bytes(BITS // 8))
            for mark, whole in sorted(joined.items())
            if whole != there.get(mark)
        ],
        update_conflicts=True,
        unique_fields=["day", "mark"],
        update_fields=["bits"],
    )
    return joined


def _write_questions(
    day: date, taken: Mapping[Thing, Counter[str]], askers: Mapping[Thing, int]
) -> None:
    """Others write the same rows: they are added to, in one order."""
    rows = {one: counts for one, counts in sorted(taken.items()) if one.kind == "question"}
    AskedQuery.objects.bulk_create(
        [AskedQuery(day=day, province=one.province, query=one.text) for one in rows],
        ignore_conflicts=True,
    )
    for one, counts in rows.items():
        AskedQuery.objects.filter(province=one.province, day=day, query=one.text).update(
            askers=Greatest(F("askers"), Value(askers[one])),
            **{name: F(name) + many for name, many in counts.items()},
        )


def _write_results(day: date, enough: list[Thing], askers: Mapping[Thing, int]) -> None:
    PickedResult.objects.bulk_create(
        [
            PickedResult(day=day, key=one.text, pickers=askers[one])
            for one in enough
            if one.kind == "result"
        ],
        update_conflicts=True,
        unique_fields=["day", "key"],
        update_fields=["pickers"],
    )
