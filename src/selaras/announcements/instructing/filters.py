"""Which rows of the board are shown. What cannot be understood filters nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from selaras.announcements.instructing.board import Row
from selaras.announcements.models import Addressee

State = Addressee.State
CENTRE = "pusat"  # in place of a province's code


def _in(state: str) -> Callable[[Row], bool]:
    return lambda row: row.addressee.state == state


STATES: Mapping[str, tuple[str, Callable[[Row], bool]]] = {
    "belum-mengakui": ("Belum mengakui", lambda row: row.waits),
    "belum-dibaca": ("Belum dibaca", _in(State.RECEIVED)),
    "sudah-mengakui": ("Sudah mengakui", lambda row: row.addressee.acknowledged_at is not None),
    "dikerjakan": ("Sedang dikerjakan", _in(State.IN_PROGRESS)),
    "selesai": ("Selesai", _in(State.DONE)),
    "terlambat": ("Terlambat", lambda row: row.overdue),
    "terlihat": ("Terlihat mesin", lambda row: row.complies),
    "sebaliknya": ("Terlihat sebaliknya", lambda row: row.contradicts),
    "tidak-terlihat": ("Dilaporkan selesai, belum terlihat", lambda row: row.unseen),
}


@dataclass(frozen=True, slots=True)
class Filters:
    state: str = ""
    province: str = ""

    def holds(self, row: Row) -> bool:
        if self.province and row.addressee.province != self.province.replace(CENTRE, ""):
            return False
        return not self.state or STATES[self.state][1](row)

    def asked(self) -> dict[str, str]:
        given = {"keadaan": self.state, "provinsi": self.province}
        return {name: value for name, value in given.items() if value}

    def address(self) -> str:
        return urlencode(self.asked())

    def words(self) -> str:
        return STATES[self.state][0] if self.state else "Semua penerima"


def filters_from(given: Mapping[str, str]) -> Filters:
    state, province = given.get("keadaan", ""), given.get("provinsi", "")
    known = province == CENTRE or (province.isdecimal() and len(province) == 2)  # noqa: PLR2004
    return Filters(state if state in STATES else "", province if known else "")
