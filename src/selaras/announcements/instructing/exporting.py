"""The board as a file for spreadsheets.

With a byte order mark and semicolons: so Excel opens it where the decimal sign is a comma, as in
Indonesia. No cell can be taken for a formula.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from selaras.announcements.instructing.board import Row
from selaras.announcements.models import Instruction, Report
from selaras.language.times import Zone
from selaras.ledger.exporting import harmless

MARK = "\ufeff"
HEADER = (
    "Instruksi", "Kode wilayah", "Wilayah", "Instansi", "Keadaan", "Terlambat", "Diterima (WIB)",
    "Dibaca (WIB)", "Diakui (WIB)", "Mulai dikerjakan (WIB)", "Selesai (WIB)", "Terlihat mesin",
    "Yang terlihat", "Alamat yang terlihat", "Keterangan terakhir", "Tautan bukti", "Berkas bukti",
    "Catatan",
)  # fmt: skip


def lines(
    instruction: Instruction, rows: Sequence[Row], said: Mapping[int, Report]
) -> Iterator[str]:
    """One line for each row, below the header."""
    yield MARK + line(HEADER)
    for row in rows:
        yield line(_cells(instruction, row, said.get(row.addressee.pk)))


def _cells(instruction: Instruction, row: Row, said: Report | None) -> list[str]:
    one, seen = row.addressee, row.seen
    moments = (one.received_at, one.read_at, one.acknowledged_at, one.started_at, one.done_at)
    file = said.file if said else None
    return [
        instruction.shown_title,
        one.region,
        one.region_name,
        one.name,
        one.get_state_display(),
        "ya" if row.overdue else "tidak",
        *(_moment(moment) for moment in moments),
        "sebaliknya" if row.contradicts else "ya" if seen else "tidak",
        seen.words if seen else "",
        seen.url if seen else "",
        said.text if said else "",
        said.link if said else "",
        f"{one.institution.url}{file.url}" if file else "",
        row.dissolved,
    ]


def _moment(moment: datetime | None) -> str:
    return f"{moment.astimezone(Zone.WIB.tzinfo):%Y-%m-%d %H:%M}" if moment else ""


def line(cells: Iterable[str]) -> str:
    """One line of such a file."""
    target = io.StringIO()
    csv.writer(target, delimiter=";").writerow(map(harmless, cells))
    return target.getvalue()
