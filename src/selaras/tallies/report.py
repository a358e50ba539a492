"""What a check of counts found, for the command line."""

from collections.abc import Iterator
from typing import Any

from selaras.language.numbers import format_number, format_percentage
from selaras.tallies.checking import Checked
from selaras.tallies.shares import largest_remainder


def checked_as_json(checked: Checked) -> dict[str, Any]:
    whole = checked.whole
    shares = largest_remainder(whole.votes)
    return {
        "rows": len(checked.rows) - checked.computed,
        "total": whole.counted if whole.total is None else whole.total,
        "options": [
            {"key": column.key, "label": column.label, "votes": votes, "share": str(share)}
            for column, votes, share in zip(checked.columns, whole.votes, shares, strict=True)
        ],
        "mismatches": [str(flaw) for flaw in checked.mismatches],
        "absent": list(checked.absent),
    }


def checked_words(checked: Checked) -> Iterator[str]:
    """Totals and shares as a table, then what is odd about them."""
    whole = checked.whole
    shares = largest_remainder(whole.votes)
    total = whole.counted if whole.total is None else whole.total
    rows = [
        (f"{column.key} {column.label}", votes, format_percentage(share))
        for column, votes, share in zip(checked.columns, whole.votes, shares, strict=True)
    ]
    rows.append(("Suara sah", total, format_percentage(sum(shares, start=shares[0] * 0))))
    widths = [
        max(len(label) for label, _, _ in rows),
        max(len(format_number(n)) for _, n, _ in rows),
    ]
    for label, votes, share in rows:
        yield f"{label:{widths[0]}}  {format_number(votes):>{widths[1]}}  {share:>7}"
    count = len(checked.rows) - checked.computed
    yield f"{count} baris, {len(checked.columns)} pilihan, {len(checked.mismatches)} tidak cocok."
    yield from (f"  {flaw}" for flaw in checked.mismatches)
    if checked.absent:
        yield f"Tanpa baris: {', '.join(checked.absent)}."
