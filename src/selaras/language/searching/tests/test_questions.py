"""What kind of answer a question wants."""

import pytest

from selaras.language.searching.questions import Wanted, wanted


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("berapa umr bandung", Wanted.NUMBER),
        ("umr bandung 2026 berapa", Wanted.NUMBER),
        ("kapan bansos cair", Wanted.DATE),
        ("tanggal berapa vaksin dimulai", Wanted.DATE),
        ("jam berapa posko buka", Wanted.DATE),
        ("tahun berapa kota bandung berdiri", Wanted.DATE),
        ("siapa wali kota bandung", Wanted.PERSON),
        ("dimana membuat ktp", Wanted.PLACE),
        ("kota mana yang siaga merah", Wanted.PLACE),
        ("apa nama kecamatan terbesar", Wanted.THING),
        ("di provinsi apa bandung", Wanted.PLACE),
        ("apa itu ppkm", Wanted.THING),
        ("syarat membuat ktp", Wanted.NOTHING),
        ("", Wanted.NOTHING),
    ],
)
def test_a_question_wants_a_kind_of_answer(question: str, kind: Wanted) -> None:
    assert wanted(question.split()) is kind
