"""Dates, periods of dates and times of day."""

from datetime import date
from typing import Any

from selaras.facts.kinds.base import KindRules
from selaras.facts.models import DateValue, FactType, FactVersion, PeriodValue, TimeValue
from selaras.language.dates import format_date, parse_date
from selaras.language.periods import DatePeriod, format_period, parse_period
from selaras.language.times import TimeOfDay, Zone, format_time, parse_time


class DateRules(KindRules[date]):
    model = DateValue

    def read(self, text: str, fact_type: FactType) -> date:
        return parse_date(text)

    def row(self, version: FactVersion, value: date) -> DateValue:
        return DateValue(version=version, date=value)

    def value(self, row: Any) -> date:
        day: date = row.date
        return day

    def plain(self, value: date) -> str:
        return value.isoformat()

    def short(self, value: date, fact_type: FactType) -> str:
        return format_date(value)


class PeriodRules(KindRules[DatePeriod]):
    model = PeriodValue

    def read(self, text: str, fact_type: FactType) -> DatePeriod:
        return parse_period(text)

    def row(self, version: FactVersion, value: DatePeriod) -> PeriodValue:
        return PeriodValue(version=version, start=value.start, end=value.end)

    def value(self, row: Any) -> DatePeriod:
        return DatePeriod(row.start, row.end)

    def plain(self, value: DatePeriod) -> str:
        return f"{value.start.isoformat()}/{value.end.isoformat()}"

    def short(self, value: DatePeriod, fact_type: FactType) -> str:
        return format_period(value)

    def as_json(self, value: DatePeriod) -> dict[str, str]:
        return {"start": value.start.isoformat(), "end": value.end.isoformat()}


class TimeRules(KindRules[TimeOfDay]):
    model = TimeValue

    def read(self, text: str, fact_type: FactType) -> TimeOfDay:
        return parse_time(text)

    def row(self, version: FactVersion, value: TimeOfDay) -> TimeValue:
        zone = value.zone.value if value.zone else ""
        return TimeValue(version=version, start=value.start, end=value.end, zone=zone)

    def value(self, row: Any) -> TimeOfDay:
        return TimeOfDay(row.start, row.end, Zone(row.zone) if row.zone else None)

    def plain(self, value: TimeOfDay) -> str:
        return format_time(value)

    def short(self, value: TimeOfDay, fact_type: FactType) -> str:
        return format_time(value)

    def as_json(self, value: TimeOfDay) -> dict[str, str | None]:
        return {
            "start": value.start.isoformat("minutes"),
            "end": value.end.isoformat("minutes") if value.end else None,
            "zone": value.zone.value if value.zone else None,
        }
