"""Rich text that is posted: stored clean, or refused in a sentence."""

import json
from typing import Any

import pytest
from django.test import Client

from selaras.embeds.tests.editing import writer
from selaras.pages.blocks import TEXT_FEATURES
from selaras.pages.editing.content import UnreadableText
from selaras.pages.editing.rich_text import CleanConverter
from selaras.pages.editing.tests.posting import draft, edit_url, filled, newest_text, opened

SCRIPT = '"/><script>alert(1)</script>'


def block(text: str, kind: str = "unstyled", **parts: Any) -> dict[str, Any]:
    empty = {"depth": 0, "inlineStyleRanges": [], "entityRanges": [], "data": {}}
    return {"key": "a1", "text": text, "type": kind, **empty, **parts}


def content(*blocks: dict[str, Any], **entities: dict[str, Any]) -> str:
    numbered = dict(enumerate(entities.values()))
    return json.dumps({"blocks": blocks, "entityMap": numbered})


def linked(data: dict[str, str], kind: str = "LINK", text: str = "Halo") -> str:
    marked = block(text, entityRanges=[{"key": 0, "offset": 0, "length": 4}])
    return content(marked, one={"type": kind, "mutability": "MUTABLE", "data": data})


def stored(raw: str) -> str:
    return CleanConverter(TEXT_FEATURES).to_database_format(raw).replace(' data-block-key="a1"', "")


def back_in_the_editor(html: str) -> dict[str, Any]:
    state = json.loads(CleanConverter(TEXT_FEATURES).from_database_format(html))
    first: dict[str, Any] = state["blocks"][0]
    return first


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JaVa\nScript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///C:/rahasia.docx",
        "",
    ],
)
def test_a_link_that_is_no_address_leaves_its_words(url: str) -> None:
    assert stored(linked({"url": url})) == "<p>Halo</p>"


@pytest.mark.parametrize(
    "url", ["https://bandung.go.id/", "mailto:ppid@bandung.go.id", "tel:+62221", "/berita/"]
)
def test_a_usual_link_is_kept_without_anything_else(url: str) -> None:
    html = stored(linked({"url": url, "onclick": "alert(1)", "target": "_top"}))
    assert html == f'<p><a href="{url}">Halo</a></p>'


@pytest.mark.parametrize(("kind", "data"), [("LINK", {"id": SCRIPT}), ("DOCUMENT", {"id": SCRIPT})])
def test_a_link_to_no_number_leaves_its_words(kind: str, data: dict[str, str]) -> None:
    assert stored(linked(data, kind)) == "<p>Halo</p>"


@pytest.mark.parametrize("kind", ["IMAGE", "EMBED", "ANEH", SCRIPT])
def test_an_unknown_entity_leaves_its_words(kind: str) -> None:
    assert stored(linked({"src": "javascript:1"}, kind)) == "<p>Halo</p>"


def test_an_entity_that_is_missing_leaves_the_words() -> None:
    marked = block("Halo", entityRanges=[{"key": 7, "offset": 0, "length": 4}])
    assert stored(content(marked)) == "<p>Halo</p>"


@pytest.mark.parametrize("kind", ["header-one", "code-block", "blockquote", SCRIPT, "atomic"])
def test_an_unknown_kind_of_paragraph_becomes_a_plain_one(kind: str) -> None:
    assert stored(content(block("Halo", kind))) == "<p>Halo</p>"


def test_an_unknown_style_is_left_out() -> None:
    styled = block("Halo", inlineStyleRanges=[{"offset": 0, "length": 2, "style": "COLOR"}])
    assert stored(content(styled)) == "<p>Halo</p>"


def test_markup_in_the_words_stays_words() -> None:
    html = stored(content(block("<img src=x onerror=alert(1)>")))
    assert html == "<p>&lt;img src=x onerror=alert(1)&gt;</p>"


@pytest.mark.parametrize("unfit", ["\x00", "\x01", "\x1b", "\ud800", "\uffff"])
def test_characters_that_no_database_keeps_are_left_out_and_shift_nothing(unfit: str) -> None:
    bold = [{"offset": 3 + len(unfit), "length": 2, "style": "BOLD"}]
    html = stored(content(block(f"a{unfit}b cd", inlineStyleRanges=bold)))
    assert html == "<p>ab <b>cd</b></p>"


@pytest.mark.parametrize("words", ["ꦧꦱꦗꦮ", "🌋", "👨‍👩‍👧‍👦", "é", "ⵣ 😀 ꦧ"])
def test_a_format_stays_on_its_words_behind_any_script(words: str) -> None:
    bold = [{"offset": len(words) + 1, "length": 3, "style": "BOLD"}]
    html = stored(content(block(f"{words} abc d", inlineStyleRanges=bold)))
    assert html == f"<p>{words} <b>abc</b> d</p>"
    again = back_in_the_editor(html)
    assert again["inlineStyleRanges"] == bold
    assert again["text"] == f"{words} abc d"


def test_ranges_beyond_the_text_end_with_it() -> None:
    bold = [{"offset": -5, "length": 9_999, "style": "BOLD"}]
    assert stored(content(block("Halo", inlineStyleRanges=bold))) == "<p><b>Halo</b></p>"


def test_a_list_is_never_deeper_than_the_editor_makes_it() -> None:
    html = stored(content(block("Halo", "unordered-list-item", depth=100_000)))
    assert html.count("<ul>") == 5


@pytest.mark.parametrize(
    "raw",
    ["", "{", "[]", "5", '"halo"', '{"blocks": null, "entityMap": {}}', '{"blocks": [5]}',
     '{"blocks": [{"text": null}], "entityMap": {}}', "[" * 100_000,
     content(block("a", inlineStyleRanges=[{"offset": "x", "length": 1, "style": "BOLD"}]))],
)  # fmt: skip
def test_what_is_no_text_is_refused(raw: str) -> None:
    with pytest.raises(UnreadableText, match="tidak dapat dibaca"):
        stored(raw)


def test_an_empty_text_is_empty() -> None:
    assert stored("null") == ""


@pytest.fixture
def client(country: None) -> Client:
    return writer()


def with_text(client: Client, raw: str) -> tuple[Any, Any]:
    """The page, and the answer to saving it with this content of its first paragraph."""
    page = draft()
    form = filled(opened(client, page), "x")
    form["body-0-value"] = raw
    return page, client.post(edit_url(page), form, follow=True)


def test_a_text_that_cannot_be_read_is_refused_and_the_stored_one_stays(client: Client) -> None:
    page, response = with_text(client, "{")
    assert "Isi teks yang dikirim tidak dapat dibaca." in response.content.decode()
    assert newest_text(page) == "Isi."


def test_a_page_of_300_000_characters_is_saved_and_opened(client: Client) -> None:
    words = "Kalimat panjang ꦧꦱꦗꦮ 🌋. " * 13_000
    page, response = with_text(client, content(block(words)))
    assert response.status_code == 200
    assert len(newest_text(page)) > 300_000
    assert client.get(edit_url(page)).status_code == 200


def test_a_page_of_600_blocks_is_saved(client: Client) -> None:
    page = draft()
    form = filled(opened(client, page), *(f"Paragraf {number}." for number in range(600)))
    assert client.post(edit_url(page), form).status_code == 302
    assert "Paragraf 599." in newest_text(page)


@pytest.mark.parametrize("field", ["title", "lead", "byline", "body-0-value"])
def test_a_null_character_is_no_failure(client: Client, field: str) -> None:
    page = draft()
    form = filled(opened(client, page), "Isi baru.")
    form[field] = content(block("Isi\x00 baru.")) if field.startswith("body") else "Teks\x00"
    response = client.post(edit_url(page), form)
    assert response.status_code in {200, 302}
    assert "\x00" not in newest_text(page)
