"""What a reader gets: a value with where it comes from and when it is true."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from selaras.facts.models import FactType, FactVersion
from selaras.institutions.models import Region

Pair = tuple[FactType, str]
Key = tuple[str, str]


class State(StrEnum):
    CURRENT = "current"  # valid at the moment asked about
    ENDED = "ended"  # the last value; nothing is valid now
    UPCOMING = "upcoming"  # nothing is valid yet; the next value
    WITHDRAWN = "withdrawn"  # there were values; all of them were taken back
    NEVER = "never"  # nothing was ever stated


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value as one region reads it.

    `valid_from` and `valid_to` are instants for that reader; `version.region` is where the
    value was stated, which may be a region above. `stated_at` is when this value was recorded
    first, also where a later statement cut the row.
    """

    fact_type: FactType
    reader: Region
    version: FactVersion
    value: Any
    valid_from: datetime
    valid_to: datetime | None
    stated_at: datetime

    @property
    def inherited(self) -> bool:
        return self.version.region_id != self.reader.pk


@dataclass(frozen=True, slots=True)
class Outcome:
    """What can honestly be said about a fact in a region: never silently nothing."""

    state: State
    fact_type: FactType
    reader: Region
    resolved: Resolved | None


@dataclass(frozen=True, slots=True)
class Question:
    """What is the value of this type in this region at this moment?"""

    fact_type: FactType
    code: str
    at: datetime


def key_of(fact_type: FactType, region_code: str) -> Key:
    return str(fact_type.pk), region_code
