"""What people ask as a file for spreadsheets, rounded as on the screen."""

from collections.abc import Iterator

from selaras.announcements.instructing.exporting import MARK, line
from selaras.search.admin.periods import Wanted
from selaras.search.admin.rounding import line_from
from selaras.search.asked.queries import most_asked

HEADER = (
    "Yang dicari", "Kode provinsi", "Dari", "Sampai", "Dicari sedikitnya", "Dijawab fakta (%)",
    "Tanpa hasil (%)", "Membuka hasil (%)", "Di antaranya hasil pertama (%)",
)  # fmt: skip
MOST_LINES = 10_000


def asked_lines(wanted: Wanted) -> Iterator[str]:
    """One line for each query, the most frequent `MOST_LINES`, below the header; one query."""
    yield MARK + line(HEADER)
    period = wanted.since.isoformat(), wanted.until.isoformat()
    rows = most_asked(
        wanted.since, wanted.until,
        province=wanted.province, without_results=wanted.without_results,
    )  # fmt: skip
    for one in map(line_from, rows[:MOST_LINES]):
        shares = (one.answered, one.without, one.picked, one.first)
        yield line([one.query, wanted.province, *period, str(one.asked), *map(str, shares)])
