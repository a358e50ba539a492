"""When a statement is true, as an instrument writes it: dates, or instants with a zone."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from selaras.facts.errors import InvalidPeriod
from selaras.institutions.models import Region
from selaras.language.dates import format_date

# Readers of a floating time live at most this far from its stored instant.
WIDEST_SHIFT = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Validity:
    """`[start, end)`; a date floats (midnight wherever it is read), a datetime has a zone.

    Raises `InvalidPeriod` when it ends before it starts.
    """

    start: date | datetime
    end: date | datetime | None = None

    def __post_init__(self) -> None:
        for moment in (self.start, self.end):
            if isinstance(moment, datetime) and moment.tzinfo is None:
                raise ValueError("a moment of validity needs a zone")
        if type(self.start) is type(self.end) and self.end <= self.start:
            raise InvalidPeriod(
                "Masa berlaku berakhir sebelum dimulai.", "Periksa kedua tanggalnya."
            )

    @classmethod
    def through(cls, start: date, last: date | None) -> "Validity":
        """Both days inclusive, as instruments write a period; None is open."""
        if last is not None and last < start:
            raise InvalidPeriod(
                f"Masa berlaku berakhir {format_date(last)}, sebelum dimulai {format_date(start)}.",
                "Periksa kedua tanggalnya.",
            )
        if last == date.max:
            raise InvalidPeriod(
                f"Masa berlaku sampai {format_date(last)} tidak dapat dicatat.",
                "Kosongkan tanggal terakhirnya bila tidak berbatas.",
            )
        return cls(start, last + timedelta(days=1) if last else None)

    def in_region(self, region: Region) -> "StoredValidity":
        """The same period as stored instants of the region that the statement is about."""
        start, start_floats = _instant(self.start, region)
        end, end_floats = _instant(self.end, region) if self.end else (None, False)
        if end is not None and end <= start:
            raise InvalidPeriod(
                "Masa berlaku berakhir sebelum dimulai.", "Periksa tanggal dan jamnya."
            )
        return StoredValidity(start, end, start_floats, end_floats)


@dataclass(frozen=True, slots=True)
class StoredValidity:
    """Instants in the statement's own region, and which of them float."""

    start: datetime
    end: datetime | None
    start_floats: bool
    end_floats: bool

    def overlaps(self, start: datetime, end: datetime | None) -> bool:
        begins_before = end is None or self.start < end
        return begins_before and (self.end is None or start < self.end)

    def read_from(self, home: Region, reader: Region) -> tuple[datetime, datetime | None]:
        """The instants between which a reader elsewhere sees it."""
        shift = reader.utc_offset - home.utc_offset
        start = self.start - shift if self.start_floats else self.start
        end = self.end - shift if self.end and self.end_floats else self.end
        return start, end


def _instant(moment: date | datetime, region: Region) -> tuple[datetime, bool]:
    if isinstance(moment, datetime):
        return moment, False
    return datetime.combine(moment, time.min, region.tzinfo), True
