"""What a document says is read exactly; what is wrong is told with its line."""

import pytest

from selaras.announcements.document import read_document
from selaras.announcements.errors import InvalidDocument
from selaras.announcements.tests.documents import BASE, document, line_of
from selaras.common.errors import Flaw
from selaras.facts.models import FactType
from selaras.facts.services import retire
from selaras.institutions.models import Institution

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


def flaws_of(text: str) -> list[Flaw]:
    with pytest.raises(InvalidDocument) as refused:
        read_document(text)
    return refused.value.flaws


def the_flaw_of(text: str) -> Flaw:
    (flaw,) = flaws_of(text)
    return flaw


def test_a_document_says_what_its_author_wrote() -> None:
    draft = read_document(document({"Kab. Bandung": "Siaga Jingga", "32.73": "merah"}))
    assert (draft.key, draft.topic.key, draft.speaker.slug) == ("uji-1", BASE["topic"], "bnpb")
    assert (draft.title, draft.instrument) == (BASE["title"], BASE["instrument"])
    assert [(fact.region.pk, fact.value.value) for fact in draft.facts] == [
        ("32.04", "jingga"),
        ("32.73", "merah"),
    ]


def test_a_code_that_looks_like_a_number_stays_a_code() -> None:
    text = document({"x": "merah"}).replace('"x"', "32.10")
    assert read_document(text).facts[0].region.pk == "32.10"


def test_a_summary_keeps_its_lines_and_a_title_does_not() -> None:
    text = document().replace(
        "title: Status siaga diperbarui\nsummary: Dua wilayah berubah.",
        "title: >-\n  Status\n  siaga\nsummary: |\n  Satu.\n\n  Dua.",
    )
    draft = read_document(text)
    assert (draft.title, draft.summary) == ("Status siaga", "Satu.\n\nDua.")


@pytest.mark.parametrize(
    ("place", "word"),
    [
        ("Kabupaten Antahberantah", "tidak dikenal"),
        ("Bandung", "Kota Bandung (32.73)"),
        ("x" * 300, "terlalu panjang"),
        ("Indonesia", "tidak ditetapkan untuk Indonesia"),
    ],
)
def test_a_region_that_cannot_be_meant_is_a_flaw_on_its_line(place: str, word: str) -> None:
    text = document({"Kota Surabaya": "merah", place: "merah"})
    flaw = the_flaw_of(text)
    assert flaw.line == line_of(text, place)
    assert word in flaw.problem


@pytest.mark.parametrize(
    ("kind", "value", "remedy"),
    [
        ("siaga.status", "ungu", "merah (Siaga Merah)"),
        ("siaga.status", "", "merah (Siaga Merah)"),
        ("siaga.posko", "1,200,000", '"1.200.000"'),
        ("siaga.posko", "58.6", '"58,6"'),
        ("siaga.cakupan", "58.6", '"58,6"'),
        ("siaga.bantuan", "Rp1,2 juta", "Rp1.200.000"),
        ("siaga.mulai-apel", "31 Februari 2026", "28"),
        ("siaga.masa", "2 Mei sampai besok", "2021-09-21"),
    ],
)
def test_a_value_that_its_kind_does_not_allow_is_a_flaw_with_a_remedy(
    kind: str, value: str, remedy: str
) -> None:
    text = document({"Kota Surabaya": value}, of=kind)
    flaw = the_flaw_of(text)
    assert flaw.line == line_of(text, "Kota Surabaya")
    assert flaw.value == value
    assert remedy in flaw.remedy


def test_region_and_value_of_one_row_are_both_looked_at() -> None:
    assert len(flaws_of(document({"Bandung": "ungu"}))) == 2


def test_a_region_that_stands_twice_is_a_flaw_that_names_both_lines() -> None:
    text = document({"Kota Bandung": "merah", "Kota Surabaya": "hijau", "32.73": "jingga"})
    flaw = the_flaw_of(text)
    assert flaw.line == line_of(text, "32.73")
    assert f"baris {line_of(text, 'Kota Bandung')}" in flaw.problem


@pytest.mark.parametrize("name", ["title", "facts", "siaga.status"])
def test_a_name_that_stands_twice_is_a_flaw_that_names_both_lines(name: str) -> None:
    text = document()
    first = line_of(text, f"{name}:")
    indent = "  " if name == "siaga.status" else ""
    again = {"title": "lagi", "facts": "{x: {y: z}}", "siaga.status": "{Kota Surabaya: merah}"}
    twice = text.replace("...", f"{indent}{name}: {again[name]}\n...")
    flaw = the_flaw_of(twice)
    assert flaw.line == len(twice.split("\n")) - 2
    assert f"baris {first}" in flaw.problem


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("selaras", "announcement/2", "announcement/2"),
        ("topic", "siaga-musim-huja", "tidak ada"),
        ("speaker", "bnpbb", "tidak ada"),
        ("instrument_url", "javascript:alert(1)", "bukan alamat"),
        ("instrument_url", "https://", "bukan alamat"),
        ("title", "x" * 201, "200"),
        ("pembicara", "bnpb", "tidak dikenal"),
    ],
)
def test_a_wrong_field_is_a_flaw_on_its_line(field: str, value: str, problem: str) -> None:
    text = document(**{field: value})
    flaw = flaws_of(text)[0]
    assert flaw.line == line_of(text, f"{field}:")
    assert problem in flaw.problem


@pytest.mark.parametrize("field", BASE)
def test_a_missing_field_is_named(field: str) -> None:
    assert field in {flaw.value for flaw in flaws_of(document(**{field: ""}))}


def test_a_type_of_another_topic_is_told_to_belong_to_its_owner() -> None:
    flaw = the_flaw_of(document({"Kota Bandung": "3"}, of="ppkm.level"))
    assert "PPKM Jawa dan Bali" in flaw.problem
    assert "Kementerian Dalam Negeri" in flaw.remedy


def test_an_unknown_type_is_told_which_types_the_topic_has() -> None:
    flaw = the_flaw_of(document(of="siaga.statuss"))
    assert "siaga.status" in flaw.remedy


def test_a_retired_type_is_refused_at_its_line() -> None:
    retire(
        fact_type=FactType.objects.get(key="siaga.status"),
        speaker=Institution.objects.get(slug="bnpb"),
        actor="test",
    )
    text = document()
    flaw = the_flaw_of(text)
    assert flaw.line == line_of(text, "siaga.status")
    assert "dihentikan" in flaw.problem


def test_all_mistakes_are_told_at_once_in_the_order_of_lines() -> None:
    text = document(
        {"Bandung": "merah", "Kota Bandung": "ungu"}, selaras="x", topic="siaga-musim-hujan"
    )
    lines = [flaw.line for flaw in flaws_of(text)]
    assert lines == [line_of(text, "selaras:"), line_of(text, '"Bandung"'), line_of(text, "ungu")]


def test_reading_gives_up_after_a_thousand_mistakes() -> None:
    flaws = flaws_of(document({f"Tempat {number}": "merah" for number in range(1500)}))
    assert len(flaws) == 1001
    assert flaws[0].line == 0
