"""The issuer's board: how far each addressee has come, and what the machine sees of it.

Everything is read in a constant number of queries, however many addressees there are.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from selaras.announcements.instructing.addressing import dissolved_words
from selaras.announcements.instructing.compliance import Seen, seen_by
from selaras.announcements.instructing.queries import UNACKNOWLEDGED
from selaras.announcements.instructing.reach import today
from selaras.announcements.models import Addressee, Evidence, Instruction, Report
from selaras.institutions.models import Region

State = Addressee.State


@dataclass(frozen=True, slots=True)
class Row:
    """`dissolved` says in words since when the institution exists no more; else empty."""

    addressee: Addressee
    seen: Seen | None
    overdue: bool
    dissolved: str

    @property
    def waits(self) -> bool:
        return self.addressee.state in UNACKNOWLEDGED

    @property
    def complies(self) -> bool:
        """The machine sees it."""
        return self.seen is not None and self.seen.complies

    @property
    def contradicts(self) -> bool:
        """The machine sees the opposite of what was asked."""
        return self.seen is not None and not self.seen.complies

    @property
    def unseen(self) -> bool:
        """Reported as done, and the machine does not see it."""
        return self.addressee.state == State.DONE and not self.complies


@dataclass(frozen=True, slots=True)
class Counts:
    """`read` and `acknowledged` count whoever has come at least so far; the rest by state."""

    total: int
    read: int
    acknowledged: int
    in_progress: int
    done: int
    overdue: int
    seen: int
    unseen: int

    def share(self, count: int) -> int:
        """In percent, rounded down, so that only all are 100."""
        return 100 * count // self.total if self.total else 0


@dataclass(frozen=True, slots=True)
class Board:
    instruction: Instruction
    rows: Sequence[Row]
    checked: bool

    @property
    def counts(self) -> Counts:
        return counts_of(self.rows)

    def provinces(self) -> dict[str, list[Row]]:
        """Rows by the code of the province; the empty one holds the centre's institutions."""
        groups: dict[str, list[Row]] = {}
        for row in self.rows:
            groups.setdefault(row.addressee.province, []).append(row)
        return dict(sorted(groups.items()))


def counts_of(rows: Sequence[Row]) -> Counts:
    of = [row.addressee for row in rows]
    return Counts(
        total=len(rows),
        read=sum(one.read_at is not None for one in of),
        acknowledged=sum(one.acknowledged_at is not None for one in of),
        in_progress=sum(one.state == State.IN_PROGRESS for one in of),
        done=sum(one.state == State.DONE for one in of),
        overdue=sum(row.overdue for row in rows),
        seen=sum(row.complies for row in rows),
        unseen=sum(row.unseen for row in rows),
    )


def board_of(instruction: Instruction, now: datetime) -> Board:
    """All rows, by region; at most four queries."""
    found = list(
        Addressee.objects.filter(instruction=instruction)
        .select_related("institution__successor")
        .order_by("region", "name", "pk")
    )
    seen = sightings(instruction, found)
    day = today()
    rows = []
    for one in found:
        one.instruction = instruction
        gone = one.institution.is_dissolved(day)
        words = dissolved_words(one.institution) if gone else ""
        rows.append(Row(one, seen.get(one.pk), one.is_overdue(now), words))
    evidenced = any(one.pk in seen for one in found)
    return Board(instruction, rows, checked=bool(instruction.check_name) or evidenced)


def sightings(instruction: Instruction, found: Collection[Addressee]) -> dict[int, Seen]:
    """By the keys of addressees: what is seen now, or else what was seen once."""
    kept = Evidence.objects.filter(addressee__instruction=instruction, addressee__in=found)
    once = {one.addressee_id: Seen(one.words, one.url, one.at) for one in kept.order_by("pk")}
    now = seen_by(instruction, [one.institution_id for one in found])
    current = {one.pk: now[one.institution_id] for one in found if one.institution_id in now}
    return once | current


def latest_reports(addressees: Collection[Addressee]) -> dict[int, Report]:
    """The newest thing that was said about each; one query."""
    said = Report.objects.filter(addressee__in=addressees).order_by()
    newest = said.values("addressee").annotate(newest=Max("pk")).values("newest")
    found = Report.objects.filter(pk__in=newest).select_related("file")
    return {one.addressee_id: one for one in found}


def province_names(codes: Collection[str]) -> dict[str, str]:
    found = Region.objects.filter(pk__in=[code for code in codes if code])
    return {"": "Instansi pusat", **dict(found.values_list("pk", "name"))}
