"""Blocks of a body as the plain text that a reader reads."""

from typing import Any

import pytest

from selaras.pages.aligning.parts import parts_of
from selaras.pages.aligning.plain import EMBED, plain_of

FACT = '<embed embedtype="fact" id="x" format="short"/>'


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Satu &amp; dua.</p><p>Tiga&nbsp;a<br/>b</p>", "Satu & dua.\nTiga\xa0a\nb"),
        ("<h2>Judul</h2><ul><li>a</li><li><b>b</b> c</li></ul>", "Judul\na\nb c"),
        (f"<p>Kini {FACT}, di sini.</p>", f"Kini {EMBED}, di sini."),
        ('<p>a</p><embed embedtype="image" id="3"/><p>b</p>', "a\nb"),
        ("<table><tr><th>A</th><td>B</td></tr><tr><td>1</td></tr></table>", "A | B\n1"),
        ("tanpa\n markah   sama sekali", "tanpa\nmarkah sama sekali"),
        ("<p>dua\nbaris</p>", "dua baris"),
        ("<p>tak ditutup <b>&lt;3", "tak ditutup <3"),
        ("<script>var a = 'Level 4'</script><p>x</p>", "x"),
        ("", ""),
    ],
)  # fmt: skip
def test_html_is_read_as_lines(html: str, text: str) -> None:
    assert plain_of(html) == text


TABLE = {
    "caption": "Level per kota",
    "table": {
        "columns": [{"type": "text", "heading": "Kota"}, {"type": "rich", "heading": "Level"}],
        "rows": [{"values": ["Bandung", "<p>3</p>"]}, {"values": ["Cimahi", f"<p>{FACT}</p>"]}],
    },
}
PARTS = {"parts": [{"type": "item", "id": "1", "value": {"title": "Berapa?", "text": "<p>3</p>"}}]}
ROWS = [{"label": "A", "value": "12.50"}, {"label": "B", "value": "3.00"}]


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("paragraph", "<p>Isi.</p>", "Isi."),
        ("table", TABLE, f"Level per kota\nKota | Level\nBandung | 3\nCimahi | {EMBED}"),
        ("quote", {"text": "Kami siap.", "source": "Wali Kota"}, "Kami siap.\nWali Kota"),
        ("accordion", PARTS, "Berapa?\n3"),
        ("chart", {"title": "T", "unit": "%", "rows": ROWS}, "T\nA | 12,5 %\nB | 3 %"),
        ("contact", {"unit": "Posko", "phone": "112", "email": None}, "Posko\n112"),
        ("facts", {"title": "", "text": "<ul><li>a</li></ul>"}, "a"),
        ("fact_table", {"caption": "Status", "types": []}, "Status"),
        ("central", {"most": 3, "topic": ""}, None),
        ("read_also", 17, None),
        ("table", {"caption": "rusak"}, None),
        ("unknown", "x", None),
    ],
)  # fmt: skip
def test_every_block_has_a_part_with_what_its_writer_says(
    kind: str, value: Any, text: str | None
) -> None:
    parts = parts_of("Judul", "", [{"type": kind, "value": value, "id": "abc"}])
    assert [(part.name, part.text) for part in parts] == [
        ("title", "Judul"),
        *([("body:abc", text)] if text is not None else []),
    ]
