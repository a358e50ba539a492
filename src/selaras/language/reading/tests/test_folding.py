"""Any text becomes plain letters, and the way back to what was written is never lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.language.reading.folding import fold

pytestmark = pytest.mark.no_database


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("𝐋𝐞𝐯𝐞𝐥 𝟑", "Level 3"),
        ("Ｌｅｖｅｌ\u3000３", "Level 3"),
        ("٣٢ daerah", "32 daerah"),
        ("ﬁnal", "final"),
        ("2½ jam", "2 1/2 jam"),
        ("“Level” – ‘3’", "\"Level\" - '3'"),
        ("Rp1.000\u00a0juta", "Rp1.000 juta"),
        ("le\u200bvel\ufeff \u00ad3", "level 3"),
        ("3 × 4", "3 x 4"),
        ("5㎞", "5km"),
    ],
)
def test_what_looks_like_a_letter_digit_or_mark_becomes_it(written: str, plain: str) -> None:
    assert fold(written).text == plain


@pytest.mark.parametrize(
    ("written", "sought", "original"),
    [
        ("a\u200bb Level\u200b 3!", "Level 3", "Level\u200b 3"),
        ("ﬁnal 2½ jam", "1/2", "½"),
        ("ﬁnal 2½ jam", "jam", "jam"),
        ("😀 𝐋𝐞𝐯𝐞𝐥 𝟑", "Level 3", "𝐋𝐞𝐯𝐞𝐥 𝟑"),
        ("plain Level 3", "Level 3", "Level 3"),
    ],
)
def test_a_span_leads_back_to_the_characters_that_were_written(
    written: str, sought: str, original: str
) -> None:
    folded = fold(written)
    at = folded.text.index(sought)
    start, end = folded.span(at, at + len(sought))
    assert written[start:end] == original


def test_text_that_needs_no_folding_keeps_no_map() -> None:
    assert fold("Level 3").origins is None
    assert fold("Level – 𝟑").origins is None


@given(st.text(max_size=60))
def test_any_text_folds_to_equally_long_forms_whose_spans_lie_within_it(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.lower)
    assert folded.length == len(text)
    size = len(folded.text)
    assert folded.span(0, 0)[0] in range(len(text) + 1)
    spans = [folded.span(at, at + 1) for at in range(size)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
