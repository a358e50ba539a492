"""Of which days a value speaks: by the date nearest to it, or of today."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from selaras.alignment.engine.candidate import Candidate
from selaras.alignment.engine.rows import Cell, cells_of
from selaras.alignment.engine.scene import REMEMBERED, Scene, Stretch
from selaras.alignment.engine.wording import Wording
from selaras.language.reading.moments import Moment, Role, Said
from selaras.language.reading.stance import clause_of
from selaras.language.reading.words import word_set

_FAR = 16  # tokens beyond which a date belongs to something else
_RIGHT_BY = 1
_BY = 3  # tokens within which a date belongs to a value for certain
_ACROSS_A_COMMA = 3
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_ELECTIONS = frozenset(["pilpres", "pemilu", "pileg", "pilkada"])
_NAMED_YEAR = 5  # tokens from a name to its year
_OUT_OF_SIGHT = 250  # characters
_COMPARING = word_set("""
    dengan dibanding dibandingkan daripada ketimbang seperti
""")
_PARTING = word_set("""
    dan serta sedangkan sementara lalu kemudian kini
""")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Days, both inclusive, or None for today.

    `dated` where the text wrote a date for it, `near` where that stands right by the value.
    """

    first: date | None = None
    last: date | None = None
    dated: bool = False
    near: bool = False
    sureness: float = 1.0


def days_of(
    scene: Scene,
    stretch: Stretch,
    one: Candidate,
    others: Sequence[Candidate],
    wording: Wording,
    *,
    now: bool = False,
) -> Spoken:
    """When the value is said to hold; `now` where "kini" or "saat ini" stand by it."""
    if stretch.sentence.row and (year := year_of_row(scene, stretch)):
        return year
    found = _nearest(scene, stretch, one, others, now=now)
    if found is None and not now and (stretch.sentence.item or stretch.sentence.row):
        found = _of_the_list(scene, stretch)
    if found is None:
        first = scene.token_at(one.start)
        return Spoken() if now else _of_the_name(scene, stretch, wording, first) or Spoken()
    if found.role is Role.UNTIL and _follows(scene, one):
        return Spoken(found.last, found.last, dated=True, near=True)
    return replace(_spoken(scene, found), near=_distance(scene, found, one) <= _BY)


def _follows(scene: Scene, one: Candidate) -> bool:
    """ "10 persen sampai Oktober, lalu 5 persen sampai Desember": not yet."""
    at = scene.token_at(one.outset)
    return at > 0 and scene.tokens[at - 1].word in ("lalu", "kemudian", "selanjutnya", "berikutnya")


def _of_the_name(
    scene: Scene, stretch: Stretch, wording: Wording, first: int | None = None
) -> Spoken | None:
    """The year behind the type's name: "UMP 2025", "prevalensi stunting Jawa Barat 2023"."""
    if (stretch.at, wording.key) in scene.carried:
        return _of_the_name(scene, scene.stretches[stretch.at - 1], wording)
    if elections := _years_of_elections(scene, stretch):
        return elections
    for hit in stretch.hits:
        if not hit.alias or hit.type_key != wording.key:
            continue
        end = min(first or stretch.last, hit.last + _NAMED_YEAR, stretch.last)
        years = [
            token.word for token in scene.tokens[hit.last : end] if _YEAR.fullmatch(token.word)
        ]
        if len(years) == 1:
            return _year(int(years[0]))
    return None


def _years_of_elections(scene: Scene, stretch: Stretch) -> Spoken | None:
    """ "Pada Pilpres 2019 …": all of the sentence is of that year."""
    tokens = scene.tokens[stretch.first : stretch.last]
    for token, follows in pairwise(tokens):
        if token.word in _ELECTIONS and _YEAR.fullmatch(follows.word):
            return _year(int(follows.word))
    return None


def others_are_dated(
    scene: Scene, stretch: Stretch, one: Candidate, others: Sequence[Candidate]
) -> bool:
    """Whether another value of the sentence has a date right by it: this one then lacks its own."""
    return any(
        _distance(scene, moment, other) <= _BY < _distance(scene, moment, one)
        for moment in scene.moments_in(stretch)
        for other in others
        if not _is_compared(scene, moment)
    )


def _nearest(
    scene: Scene,
    stretch: Stretch,
    one: Candidate,
    others: Sequence[Candidate],
    *,
    now: bool,
) -> Moment | None:
    """The date that belongs to the value rather than to another; else one that heads them all."""
    own: list[tuple[int, Moment]] = []
    heading: Moment | None = None
    first = min((each.start for each in (one, *others)), default=one.start)
    for moment in scene.moments_in(stretch):
        if moment is one.moment or _overlaps(moment, one):
            continue
        if moment.said is Said.RELATIVE and "," in scene.text[one.end : moment.outset]:
            continue
        right_by = moment.end <= one.start and _distance(scene, moment, one) <= _RIGHT_BY
        if _is_compared(scene, moment) and not right_by:
            continue
        if now and not _in_clause(scene, stretch, moment, one):
            continue
        distance = _distance(scene, moment, one)
        nearer = any(_distance(scene, moment, other) < distance for other in others)
        if distance <= _FAR and not nearer:
            own.append((distance, moment))
        elif moment.end <= first and not now:
            heading = moment
    return min(own, key=lambda pair: pair[0])[1] if own else heading


def _in_clause(scene: Scene, stretch: Stretch, moment: Moment, one: Candidate) -> bool:
    at = scene.token_at(one.start)
    begin, end = clause_of(scene.tokens, scene.text, stretch.first, stretch.last, at)
    return begin <= scene.token_at(moment.start) < end


def _overlaps(moment: Moment, one: Candidate) -> bool:
    return moment.start < one.end and one.start < moment.end


def _is_compared(scene: Scene, moment: Moment) -> bool:
    """ "dibanding bulan lalu", "berbeda dengan 2021"."""
    at = scene.token_at(moment.start)
    return any(token.word in _COMPARING for token in scene.tokens[max(at - 2, 0) : at])


def _distance(scene: Scene, moment: Moment, one: Candidate) -> int:
    """Tokens between a date and a value, more where commas or conjunctions part them."""
    if moment.outset >= one.end:
        start, end = one.end, moment.outset
    else:
        start, end = moment.end, one.outset
    if end - start > _OUT_OF_SIGHT:
        return end - start
    between = scene.text[start:end]
    words = between.split()
    parted = sum(word.strip(",.") in _PARTING for word in words)
    return len(words) + _ACROSS_A_COMMA * (between.count(",") + parted)


def _of_the_list(scene: Scene, stretch: Stretch) -> Moment | None:
    """The date in the line that leads a list or stands above a table."""
    for at in range(stretch.at - 1, max(stretch.at - REMEMBERED, 0) - 1, -1):
        earlier = scene.stretches[at]
        found = scene.moments_in(earlier)
        if not earlier.sentence.item and not earlier.sentence.row:
            return found[-1] if found else None
        if found and earlier.sentence.row and at + 1 < stretch.at:
            continue
        if found and not earlier.sentence.item:
            return found[-1]
    return None


def _spoken(scene: Scene, moment: Moment) -> Spoken:
    today, first, last = scene.context.today, moment.first, moment.last
    if moment.role is Role.UNTIL:
        return (
            Spoken(dated=True) if last >= today else Spoken(first, last, dated=True, sureness=0.9)
        )
    as_of = scene.reading.lower[moment.outset : moment.outset + 4] == "per "
    if moment.role is Role.FROM and not (as_of and last < today):
        day = moment.said in (Said.FULL, Said.NO_YEAR) and first == last
        return Spoken(first, first, dated=True) if day or first > today else Spoken(dated=True)
    if moment.role in (Role.BEFORE, Role.AFTER):
        return _beyond(moment, today)
    year = str(first.year) in scene.text[moment.start : moment.end]
    written = moment.role is Role.WITHIN or (moment.said is Said.COARSE and year)
    if first <= today <= last and not written:
        return Spoken(dated=True)
    return Spoken(first, last, dated=True)


def _beyond(moment: Moment, today: date) -> Spoken:
    """ "sebelum 21 September": the day before; "setelah" what is over: now."""
    if moment.role is Role.BEFORE:
        day = moment.first - timedelta(days=1)
    else:
        day = moment.last + timedelta(days=1)
        if day <= today:
            return Spoken(sureness=0.9)
    return Spoken(day, day, dated=True, sureness=0.8)


def year_of_row(scene: Scene, row: Stretch) -> Spoken | None:
    """The year that a row of a table is of: its only cell that is a year."""
    years = [cell.text for cell in cells_of(scene, row) if _YEAR.fullmatch(cell.text)]
    return _year(int(years[0])) if len(years) == 1 else None


def days_of_column(scene: Scene, head: Stretch, column: Cell) -> Spoken | None:
    """The date that a column's heading says: "Prevalensi 2023", "21 Sept-4 Okt 2021"."""
    found = [
        moment
        for moment in scene.moments_in(head)
        if column.start <= moment.start and moment.end <= column.end
    ]
    if found:
        return _spoken(scene, found[0]) if len(found) == 1 else None
    years = _YEAR.findall(column.text)
    return _year(int(years[0])) if len(years) == 1 else None


def _year(number: int) -> Spoken:
    return Spoken(date(number, 1, 1), date(number, 12, 31), dated=True, near=True)


def days_of_row(scene: Scene, row: Stretch) -> Spoken:
    """The days of a row: of its own column "Tahun", or of the line above the table."""
    if year := year_of_row(scene, row):
        return year
    found = _of_the_list(scene, row)
    return _spoken(scene, found) if found else Spoken()
