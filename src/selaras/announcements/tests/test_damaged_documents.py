"""Whatever arrives, the reader gives a draft or says what is wrong with it; nothing else."""

import time
from contextlib import suppress
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selaras.announcements.document import decoded, read_document
from selaras.announcements.draft import AnnouncementDraft
from selaras.announcements.errors import InvalidDocument
from selaras.announcements.tests.documents import document, line_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
WHOLE = document(
    {"Kota Bandung": "merah", "Kota Surabaya": "jingga"},
    summary="Wilayah – dengan tanda é yang lebih dari satu bita.",
    start="24 November 2026",
)
PIECES = [
    "selaras: announcement/1\n", "facts:\n", "  siaga.status:\n", "    Kota Bandung: merah\n",
    "...", "---\n", "valid:\n", "  through: 2026-01-01\n", "{", "[", "}", ": ", "? ", "- ", "|\n",
    "\ufeff", ">\n", "&a ", "*a", "!!int ", "%YAML 1.1\n", '"', '\\UFFFFFFFF"', '\\0"', "\t",
    "\x00", "\u2028", "\ud800", "#", "'", "\r\n", "\r", "9" * 30, "summary: ",
]  # fmt: skip


def refusal_of(text: str) -> InvalidDocument:
    with pytest.raises(InvalidDocument) as refused:
        read_document(text)
    return refused.value


def test_a_document_cut_at_any_line_is_refused() -> None:
    lines = WHOLE.split("\n")
    for count in range(len(lines) - 2):
        refusal_of("\n".join(lines[:count]))
        refusal_of("\n".join([*lines[:count], ""]))


def test_a_document_cut_at_any_byte_is_refused() -> None:
    data = WHOLE.encode()
    chance = Random(1)  # noqa: S311
    for place in chance.sample(range(len(data.rstrip())), 200):
        with pytest.raises(InvalidDocument):
            read_document(decoded(data[:place]))


def test_a_document_with_a_byte_order_mark_or_other_line_ends_is_the_same() -> None:
    plain = read_document(WHOLE)
    variants = [
        "\ufeff" + WHOLE,
        decoded(b"\xef\xbb\xbf" + WHOLE.encode()),
        WHOLE.replace("\n", "\r\n"),
        WHOLE.replace("\n", "\r"),
        WHOLE + "\n\n",
        WHOLE.rstrip(),
    ]
    assert {read_document(text).digest for text in variants} == {plain.digest}


def test_lines_count_as_in_an_editor() -> None:
    text = WHOLE.replace("Keputusan 12", "Keputusan\u2028 12").replace("jingga", "ungu")
    (flaw,) = refusal_of(text.replace("\n", "\r\n")).flaws
    assert flaw.line == line_of(text, "ungu")


@pytest.mark.parametrize(
    ("part", "instead"),
    [
        ("Kota Bandung", "Kota\x00Bandung"),
        ("Kota Bandung", "Kota\u200bBandung"),
        ("Status", "\u202eStatus"),
        ("Status siaga diperbarui", '"Status \\0"'),
        ("Status siaga diperbarui", '"Status \\ud800"'),
        ('    "Kota Surabaya"', '\t"Kota Surabaya"'),
        ('    "Kota Surabaya"', '   \u00a0"Kota Surabaya"'),
        ("title: Status", "title: Siaga: status"),
        ("title: Status", "title: *Status"),
        ("title: Status", "title: &a Status"),
        ("title: Status", "title: !!str Status"),
        ("Status siaga diperbarui", "[satu, dua]"),
        ("Status siaga diperbarui", "{satu: {dua: {tiga: {empat: lima}}}}"),
        ("title: Status", "? {a: b}\n: Status"),
    ],
)
def test_what_the_format_does_not_use_is_refused_at_its_line(part: str, instead: str) -> None:
    text = WHOLE.replace(part, instead)
    flaw = refusal_of(text).flaws[0]
    assert flaw.line == line_of(text, instead.partition("\n")[0])


@pytest.mark.parametrize(
    "text",
    [
        "", "\n", "...", "halo\n...", "- satu\n- dua\n...", "a: 1\n...\n---\nb: 2\n...",
        "a: 1\n---\nb: 2\n...", "%YAML 1." + "9" * 5000 + "\n--- a\n...", 'a: "\\UFFFFFFFF"\n...',
        "x" * 2_000_001,
    ],
)  # fmt: skip
def test_what_is_no_document_is_refused(text: str) -> None:
    assert refusal_of(text).flaws[0].problem


def test_other_encodings_are_refused_with_the_line() -> None:
    with pytest.raises(InvalidDocument) as refused:
        decoded(WHOLE.encode("utf-8").replace("–".encode(), b"\x96"))
    assert refused.value.flaws[0].line == line_of(WHOLE, "–")
    with pytest.raises(InvalidDocument):
        decoded(WHOLE.encode("utf-16"))
    with pytest.raises(InvalidDocument):
        decoded(b" " * 8_000_001)


@pytest.mark.parametrize(
    "bomb",
    [
        "a: &a [x]\n" + "".join(f"{n}: &{n} [{'*a,' * 9}]\n" for n in "bcdefghi") + "...",
        "[" * 100_000 + "\n...",
        "a: " + "{a: " * 100_000 + "\n...",
        "".join(f"{' ' * depth}a:\n" for depth in range(1000)) + "...",
    ],
    ids=["laughs", "brackets", "braces", "stairs"],
)
def test_a_document_made_to_exhaust_the_reader_is_refused_at_once(bomb: str) -> None:
    begun = time.monotonic()
    refusal_of(bomb)
    assert time.monotonic() - begun < 2


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=30), st.booleans())
@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_text_gives_a_draft_or_is_refused(pieces: list[str], whole: bool) -> None:
    text = "".join(pieces) + ("\n..." if whole else "")
    with suppress(InvalidDocument):
        assert isinstance(read_document(text), AnnouncementDraft)


@given(st.data())
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_document_changed_anywhere_gives_a_draft_or_is_refused(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(WHOLE)))
    instead = data.draw(st.sampled_from(PIECES) | st.text(max_size=5))
    taken = data.draw(st.integers(0, 20))
    with suppress(InvalidDocument):
        read_document(WHOLE[:place] + instead + WHOLE[place + taken :])
