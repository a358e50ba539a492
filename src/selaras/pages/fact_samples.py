"""Tables and histories of facts on the style page, with invented words."""

from typing import Any

from selaras.embeds.drawings import Drawing, Mark, Step
from selaras.embeds.histories import Entry, FactHistory
from selaras.embeds.tables import Cell, Column, FactTable, Row, Source

SOURCE = Source("Badan Contoh", "Keputusan contoh", "#contoh")


def fact_blocks() -> dict[str, Any]:
    return {
        "reader": True,
        "table": _table(),
        "blank": FactTable([Column("Status siaga")], []),
        "strip": _strip(),
        "line": _line(),
        "caption": {"caption": "Kesiapsiagaan menurut wilayah", "title": ""},
    }


def _table() -> FactTable:
    columns = [Column("Status siaga"), Column("Posko siaga", "posko", number=True)]
    rows = [
        Row(
            "Kabupaten Contoh",
            "#contoh",
            [Cell("Siaga Merah", "current", 4), Cell("70", "current", number=True)],
        ),
        Row(
            "Kota Contoh",
            "#contoh",
            [
                Cell("Siaga Kuning", "changed", 2, "sejak 24 November 2026"),
                Cell("belum ditetapkan", "missing"),
            ],
        ),
        Row(
            "Kota Contoh Baru",
            "",
            [
                Cell("Siaga Hijau, berlaku sampai 4 Oktober 2026", "ended"),
                Cell("9", "current", number=True),
            ],
        ),
    ]
    return FactTable(columns, rows, "sejak 1 November 2026", [SOURCE], 1, "1 November 2026")


def _strip() -> FactHistory:
    steps = [Step(0, 300, 75, 25, 1), Step(300, 250, 0, 100, 4), Step(600, 400, 50, 50, 2)]
    marks = [Mark("Siaga Merah", 4), Mark("Siaga Kuning", 2), Mark("Siaga Hijau", 1)]
    return _history(Column("Status siaga"), "Siaga Kuning", Drawing(steps, marks=marks), 2)


def _line() -> FactHistory:
    drawing = Drawing(
        line="M0 60H400V30H700V8H1000",
        area="M0 100V60H400V100ZM400 100V30H700V100ZM700 100V8H1000V100Z",
        marks=[Mark("tertinggi 70 posko"), Mark("terendah 30 posko")],
    )
    return _history(Column("Posko siaga"), "70 posko", drawing, None)


def _history(column: Column, now: str, drawing: Drawing, tone: int | None) -> FactHistory:
    entries = [Entry(now, "sejak 1 November 2026", tone, SOURCE)]
    return FactHistory(
        column, "Kota Contoh", now, "current", entries, drawing,
        "1 Maret 2026", "24 November 2026", [SOURCE],
    )  # fmt: skip
