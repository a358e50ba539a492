"""Which of what people ask is looked at. What cannot be understood filters nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from django.utils import timezone

from selaras.search.asked.normal import COUNTRY

PERIODS = {
    "1": "Hari ini", "7": "7 hari", "30": "30 hari", "90": "90 hari", "365": "Setahun",
}  # fmt: skip
USUAL = "30"
WITHOUT = "tanpa-hasil"
_PROVINCE = re.compile(r"[1-9][0-9]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """`days` is a key of `PERIODS`, `province` a code or `00`."""

    days: str = USUAL
    province: str = COUNTRY
    without_results: bool = False

    @property
    def until(self) -> date:
        return timezone.localdate()

    @property
    def since(self) -> date:
        """The first day, inclusive."""
        return self.until - timedelta(days=int(self.days) - 1)

    def asked(self) -> dict[str, str]:
        """As an address says it."""
        given = {
            "hari": "" if self.days == USUAL else self.days,
            "provinsi": "" if self.province == COUNTRY else self.province,
            "yang": WITHOUT if self.without_results else "",
        }
        return {name: value for name, value in given.items() if value}

    def address(self) -> str:
        return urlencode(self.asked())

    def but(self, **changed: str | bool) -> "Wanted":
        return replace(self, **changed)  # type: ignore[arg-type]


def wanted_from(given: Mapping[str, str]) -> Wanted:
    days, province = given.get("hari", ""), given.get("provinsi", "")
    return Wanted(
        days=days if days in PERIODS else USUAL,
        province=province if _PROVINCE.fullmatch(province) else COUNTRY,
        without_results=given.get("yang") == WITHOUT,
    )
