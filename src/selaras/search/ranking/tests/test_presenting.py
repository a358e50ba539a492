"""What an excerpt is cut from."""

import pytest

from selaras.search.ranking.presenting import _text


@pytest.mark.parametrize(
    ("lead", "body", "text"),
    [
        ("", "Yang dibawa\nKTP\nKartu keluarga", "Yang dibawa · KTP · Kartu keluarga"),
        ("Ringkas.", "Isi.\nLagi", "Ringkas. Isi. Lagi"),
        ("Ringkas", "Isi", "Ringkas · Isi"),
        ("Isi", "Isi itu.", "Isi itu."),
        ("", "Syarat:\nKTP,\n\nKK", "Syarat: KTP,  KK"),
        ("", "", ""),
    ],
)
def test_lines_that_end_without_a_stop_are_kept_apart(lead: str, body: str, text: str) -> None:
    assert _text({"lead": lead, "body": body}) == text
