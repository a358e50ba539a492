"""Counts as an ElectionReport of the NIST Special Publication 1500-100, version 1 or 2, in JSON.

A place is known by an external identifier that is its ministry code, or else by its name. Its
votes are the counts of type `total`, or the sum of all other types where there is none. What a
place declares as its valid votes are the ballots cast without those rejected, over- and
undervoted; it declares none where the report does not say both.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from selaras.common.errors import Flaw
from selaras.tallies.errors import RowFlaw, unreadable
from selaras.tallies.reading.comma_separated import LARGEST_COUNT, MOST_OPTIONS
from selaras.tallies.reading.report_nodes import (
    Node,
    identifier,
    no_report,
    nodes,
    parse,
    references,
    text_of,
    whole,
)
from selaras.tallies.sheet import Column, Sheet, SheetRow

SELECTIONS = ("ContestSelection", "BallotSelection")
FINAL = {"certified", "correction"}
FEW = 5


@dataclass(frozen=True, slots=True)
class Unit:
    code: str
    name: str


def read_report(text: str, *, contest: str = "") -> Sheet:
    """The counts of one contest. Raises `InvalidSheet` where there is none, or several."""
    root = parse(text)
    _require_results(root)
    election, chosen = _contest(root, contest)
    selections = nodes(chosen, *SELECTIONS)
    if len(selections) > MOST_OPTIONS:
        raise unreadable(0, "Pilihannya terlalu banyak.", f"Batasnya {MOST_OPTIONS}.")
    named = {
        identifier(one): text_of(one.get("BallotName")) for one in nodes(election, "Candidate")
    } | {identifier(one): text_of(one.get("Name")) for one in nodes(root, "Party")}
    columns = tuple(_column(one, named) for one in selections)
    rows, flaws = _rows(root, election, chosen, columns)
    if not rows and not flaws:
        raise unreadable(0, "Laporan ini tidak memuat hitungan (VoteCounts).", "Periksa ekspornya.")
    status = "final" if root.get("Status") in FINAL else "partial"
    return Sheet(columns, tuple(rows), tuple(flaws), status, _progress(chosen))


def _rows(
    root: Node, election: Node, contest: Node, columns: tuple[Column, ...]
) -> tuple[list[SheetRow], list[Flaw]]:
    """A row for each place for which any option has a count."""
    home = str(contest.get("ElectionDistrictId", contest.get("ElectoralDistrictId", "")))
    units = {identifier(one): _unit(one) for one in nodes(root, "GpUnit")}
    counts = [_votes(one, home) for one in nodes(contest, *SELECTIONS)]
    declared = _declared(election, contest, home)
    rows: list[SheetRow] = []
    flaws: list[Flaw] = []
    for place in dict.fromkeys(place for votes in counts for place in votes):
        unit = units.get(place, Unit("", place))
        votes = [_one_count(by_place.get(place, {})) for by_place in counts]
        wrong = list(_flaws(unit, columns, votes))
        flaws += wrong
        if not wrong:
            whole_votes = tuple(vote for vote in votes if isinstance(vote, int))
            rows.append(SheetRow(0, unit.code, unit.name, whole_votes, declared.get(place)))
    return rows, flaws


def _require_results(root: Node) -> None:
    if root.get("IsTest") is True:
        raise unreadable(0, "Laporan ini laporan uji (IsTest).", "Pakai laporan yang sebenarnya.")
    if root.get("Status") == "pre-election":
        raise unreadable(0, "Laporan ini dibuat sebelum pemungutan suara.", "Pakai laporan hasil.")


def _contest(root: Node, wanted: str) -> tuple[Node, Node]:
    """The contest asked for, or the only one that has selections."""
    found = [
        (election, contest)
        for election in nodes(root, "Election")
        for contest in nodes(election, "Contest")
        if nodes(contest, *SELECTIONS)
    ]
    if wanted:
        found = [pair for pair in found if wanted in (identifier(pair[1]), _name(pair[1]))]
    if not found and not wanted:
        raise no_report()
    if len(found) != 1:
        known = [f"{identifier(one)} ({_name(one)})" for _, one in found][:FEW]
        problem = f"Laporan memuat {len(found)} kontes yang cocok."
        raise unreadable(0, problem, f"Pilih satu dengan --contest: {', '.join(known)}.")
    return found[0]


def _name(contest: Node) -> str:
    return text_of(contest.get("Name"))


def _column(selection: Node, named: dict[str, str]) -> Column:
    refs = references(selection, "CandidateIds") or references(selection, "PartyIds")
    names = [named.get(one, "") for one in refs]
    label = " – ".join(filter(None, names)) or text_of(selection.get("Selection"))
    number = whole(selection.get("SequenceOrder"))
    source = identifier(selection) or label
    key = "" if number is None else f"{number:02}"
    return Column(source[:100], key[:20], (label or source)[:100])


def _unit(node: Node) -> Unit:
    values = [
        str(one.get("Value", "")).strip()
        for one in nodes(node, "ExternalIdentifier")
        if one.get("Type") != "fips"
    ]
    code = next((value for value in values if value.replace(".", "").isdecimal()), "")
    return Unit(code, text_of(node.get("Name"))[:100] or code or identifier(node)[:100])


def _votes(selection: Node, home: str) -> dict[str, dict[str, object]]:
    """Of one selection: by place and type of count, the count as it stands there."""
    found: dict[str, dict[str, object]] = defaultdict(dict)
    for one in nodes(selection, "VoteCounts"):
        place = str(one.get("GpUnitId", home))
        kind = str(one.get("Type", "total"))
        # A second count of the same type, of another round or device, cannot be told apart.
        found[place][kind] = "twice" if kind in found[place] else one.get("Count")
    return found


def _one_count(by_type: dict[str, object]) -> object:
    """The total, or the sum of the parts; what is not a count is handed on as it is."""
    if "total" in by_type or not by_type:
        total = by_type.get("total")
        count = whole(total)
        return total if count is None else count
    parts = [whole(part) for part in by_type.values()]
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else next(iter(by_type.values()))


def _flaws(unit: Unit, columns: tuple[Column, ...], votes: list[object]) -> Iterator[Flaw]:
    for column, vote in zip(columns, votes, strict=True):
        if isinstance(vote, int) and not isinstance(vote, bool) and 0 <= vote <= LARGEST_COUNT:
            continue
        problem = f"{column.label}: hitungan {str(vote)[:40]!r} bukan bilangan bulat dari nol."
        if vote is None:
            problem = f"{column.label}: tidak ada hitungannya."
        if vote == "twice":
            problem = f"{column.label}: ada dua hitungan dengan jenis yang sama."
        yield RowFlaw(0, str(vote)[:80], problem, "Periksa laporannya.", unit.name)


def _declared(election: Node, contest: Node, home: str) -> dict[str, int]:
    """The valid votes that each place declares."""
    merged: dict[str, dict[str, int]] = defaultdict(dict)
    summaries = [
        *nodes(election, "BallotCounts"), *nodes(contest, "SummaryCounts"),
        *nodes(contest, "OtherCounts"),
    ]  # fmt: skip
    for one in summaries:
        if one.get("Type", "total") == "total":
            numbers = {name: whole(value) for name, value in one.items()}
            merged[str(one.get("GpUnitId", home))] |= {
                name: number for name, number in numbers.items() if number is not None
            }
    writes_in = any(one.get("IsWriteIn") is True for one in nodes(contest, *SELECTIONS))
    taken = ["BallotsRejected", "Overvotes", "Undervotes", *([] if writes_in else ["WriteIns"])]
    return {
        place: numbers["BallotsCast"] - sum(numbers.get(name, 0) for name in taken)
        for place, numbers in merged.items()
        if "BallotsCast" in numbers and numbers.keys() & set(taken)
    }


def _progress(contest: Node) -> Decimal | None:
    done, of = whole(contest.get("SubUnitsReported")), whole(contest.get("TotalSubUnits"))
    if done is None or not of or not 0 <= done <= of:
        return None
    return (Decimal(100 * done) / of).quantize(Decimal("0.01"))
