"""What can be found: one public text of one institution, whatever room it comes from."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Kind(StrEnum):
    """What a reader gets; how fast it grows old is a signal of its own (see `ranking`)."""

    NEWS = "berita"
    INFORMATION = "informasi"  # procedures, profiles, explanations: as good as on their first day
    ANNOUNCEMENT = "pengumuman"
    EMERGENCY = "darurat"
    CLARIFICATION = "klarifikasi"
    DOCUMENT = "dokumen"
    TALLY = "rekapitulasi"
    INSTITUTION = "instansi"


@dataclass(frozen=True, slots=True)
class Entry:
    """One text as it is public now.

    `key` is `<source>:<id>`, such as `page:12`. `institution` and `region` are its slug and code;
    `path` is the address below the institution's host, or below the portal's where
    `on_portal`. `topics` are keys of topics that it speaks about; `owner`: the institution is the
    speaker of one of them. `origin` is the same for all copies of one central text. `dated` is
    what the reader takes for its date.
    """

    key: str
    kind: Kind
    title: str
    lead: str
    body: str
    path: str
    institution: str
    region: str
    dated: datetime | None
    on_portal: bool = False
    topics: tuple[str, ...] = ()
    owner: bool = False
    superseded: bool = False
    origin: str = ""


class EntrySource(Protocol):
    """A kind of texts. Registered by `search.sources.register_source` when the room is ready."""

    name: str  # the part of keys before the colon

    def read(self, ids: Collection[str]) -> Mapping[str, Entry]:
        """The entries of these ids that are public now; what is not, is absent. Queries do not
        grow with their number."""
        ...

    def ids(self) -> Iterator[str]:
        """The id of everything that is public now."""
        ...
