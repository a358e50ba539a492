"""Dates in a sentence as values of their own: days, and the ends of periods."""

from collections.abc import Iterator

from selaras.alignment.engine.candidate import Candidate
from selaras.alignment.engine.said import DateSaid, PeriodSaid
from selaras.alignment.engine.scene import Scene, Stretch
from selaras.alignment.engine.wording import Wording
from selaras.language.reading.moments import Moment, Role
from selaras.language.reading.moments import Said as Written
from selaras.language.reading.words import Token, word_set

_EDGE_REACH = 9  # tokens from "batas akhir" to its date
_ENDS = word_set("""
    akhir berakhir terakhir selesai usai rampung penutupan ditutup tutup tenggat deadline habis
""")
_BEGINS = word_set("""
    mulai dimulai dibuka buka pembukaan awal bermula
""")


def dates(scene: Scene, stretch: Stretch, wording: Wording) -> Iterator[Candidate]:
    for moment in scene.moments_in(stretch):
        one = moment.halves[0] if moment.halves else moment
        if one.said in (Written.FULL, Written.NO_YEAR) and one.first == one.last:
            said = DateSaid(one.first, one.last)
            yield Candidate(one.start, one.end, one.outset, said, moment=one)


def periods(scene: Scene, stretch: Stretch, wording: Wording) -> Iterator[Candidate]:
    for moment in scene.moments_in(stretch):
        if moment.halves:
            first, last = moment.halves
            if _is_a_day(first) and _is_a_day(last):
                start, end = PeriodSaid(first.first, None), PeriodSaid(None, last.last)
                yield Candidate(first.start, first.end, moment.outset, start, moment=moment)
                yield Candidate(last.start, last.end, moment.outset, end, moment=moment)
        elif _is_a_day(moment) and (said := _edge(scene, stretch, moment)):
            yield Candidate(moment.start, moment.end, moment.outset, said, moment=moment)


def _edge(scene: Scene, stretch: Stretch, moment: Moment) -> PeriodSaid | None:
    """Which end of a period a single day is, by its preposition or by the words before it."""
    start, end = PeriodSaid(moment.first, None), PeriodSaid(None, moment.last)
    as_of = scene.reading.lower.startswith("per ", moment.outset)
    if moment.role is not Role.ON or as_of:
        closed = any(token.base in _ENDS for token in _before(scene, stretch, moment, 2))
        by_role = {Role.FROM: end if closed else start, Role.UNTIL: end}
        return None if as_of else by_role.get(moment.role)
    for token in _before(scene, stretch, moment, _EDGE_REACH):
        if token.base in _ENDS or token.base in _BEGINS:
            return end if token.base in _ENDS else start
    return None


def _before(scene: Scene, stretch: Stretch, moment: Moment, reach: int) -> list[Token]:
    """The words before a date, the nearest first."""
    at = scene.token_at(moment.outset)
    return list(scene.tokens[max(stretch.first, at - reach) : at])[::-1]


def _is_a_day(moment: Moment) -> bool:
    return moment.first == moment.last and moment.said in (Written.FULL, Written.NO_YEAR)
