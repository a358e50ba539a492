"""From the bytes of a file to a sheet; `docs/reference/tally-format.md` describes the formats."""

from selaras.tallies.reading.characters import LARGEST, decoded
from selaras.tallies.reading.comma_separated import read_csv
from selaras.tallies.reading.election_report import read_report
from selaras.tallies.sheet import Sheet

__all__ = ["LARGEST", "read_sheet"]


def read_sheet(data: bytes, *, contest: str = "") -> Sheet:
    """The counts in a CSV file or in an ElectionReport (NIST SP 1500-100) as JSON.

    `contest` picks one of several in a report. Raises `InvalidSheet` for what cannot be read at
    all; mistakes in single rows are in the sheet's `flaws`.
    """
    text = decoded(data)
    if text.lstrip().startswith(("{", "[")):
        return read_report(text, contest=contest)
    return read_csv(text)
