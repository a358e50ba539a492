"""A version of a count as it is shown: votes, shares, and what changed since the one before."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _

from selaras.language.numbers import format_number, format_percentage
from selaras.tallies.models import Option, Row, Tally, Version
from selaras.tallies.shares import largest_remainder

SERIES = 8


@dataclass(frozen=True, slots=True)
class Change:
    """By how much a count differs from that of an earlier version."""

    by: int
    since: int

    @property
    def movement(self) -> str:
        return "same" if self.by == 0 else "up" if self.by > 0 else "down"

    @property
    def amount(self) -> str:
        """`turun 1.204`, where the version is named elsewhere."""
        by = {"by": format_number(abs(self.by))}
        if self.by == 0:
            return _("tetap")
        return _("naik %(by)s") % by if self.by > 0 else _("turun %(by)s") % by

    @property
    def words(self) -> str:
        """`turun 1.204 dari versi 3`"""
        known = {"amount": self.amount, "since": self.since}
        if self.by == 0:
            return _("tetap sejak versi %(since)s") % known
        return _("%(amount)s dari versi %(since)s") % known


@dataclass(frozen=True, slots=True)
class Figure:
    """The votes for one option in one place. `share` is in percent, with one decimal."""

    option: Option
    votes: int
    share: Decimal
    change: Change | None

    @property
    def series(self) -> int:
        """Which of the colours it has, 1 to 8."""
        return (self.option.position - 1) % SERIES + 1

    @property
    def votes_words(self) -> str:
        return format_number(self.votes)

    @property
    def share_words(self) -> str:
        return format_percentage(self.share)

    @property
    def width(self) -> str:
        """For the attribute of a drawing."""
        return f"{self.share}%"


@dataclass(frozen=True)
class Line:
    """One row. `parts` are the rows directly below it."""

    row: Row
    figures: tuple[Figure, ...]
    change: Change | None
    parts: "tuple[Line, ...]" = ()

    @property
    def total_words(self) -> str:
        return format_number(self.row.total)

    @property
    def difference(self) -> int:
        """By how much the options together differ from the declared total."""
        return sum(figure.votes for figure in self.figures) - self.row.total

    @property
    def difference_words(self) -> str:
        return format_number(abs(self.difference))

    @cached_property
    def leader(self) -> Figure | None:
        """The option with the most votes; None where two have as many, or nobody any."""
        most = max((figure.votes for figure in self.figures), default=0)
        leading = [figure for figure in self.figures if figure.votes == most > 0]
        return leading[0] if len(leading) == 1 else None


@dataclass(frozen=True)
class Board:
    """A version with all its rows. `lines` are those directly below `whole`, the scope's row."""

    tally: Tally
    version: Version
    previous: Version | None
    options: tuple[Option, ...]
    whole: Line
    lines: tuple[Line, ...]

    @cached_property
    def mismatches(self) -> list[Line]:
        """The rows whose options do not add up to what they declare; only in a partial count."""
        every = [self.whole, *self.lines, *(part for line in self.lines for part in line.parts)]
        return [line for line in every if line.difference]


def figures_of(
    options: Sequence[Option],
    votes: dict[int, int],
    before: dict[int, int] | None = None,
    since: int = 0,
) -> tuple[Figure, ...]:
    """The votes by option id as figures; `before` are those of the version `since`."""
    counts = [votes[option.pk] for option in options]
    return tuple(
        Figure(
            option,
            count,
            share,
            Change(count - before[option.pk], since) if before else None,
        )
        for option, count, share in zip(options, counts, largest_remainder(counts), strict=True)
    )
