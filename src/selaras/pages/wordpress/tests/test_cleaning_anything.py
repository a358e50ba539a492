"""Whatever stands in an old text, cleaning ends, raises nothing, and lets nothing run."""

import re
import time
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.pages.wordpress.cleaning import clean
from selaras.pages.wordpress.content import Gallery, Paragraph, Picture, Table, Video

TAGS = {"p", "h2", "h3", "ul", "ol", "li", "a", "b", "i", "br"}
SCHEMES = {"", "http", "https", "mailto", "tel"}
PIECES = [
    "<", ">", "&", '"', "'", "/", "=", "\n", "\n\n", " ", "\x00", "\x0b", "[", "]", "<!--", "-->",
    "<p>", "</p>", "<b>", "</b>", "<script>", "</script>", "<style>", "<svg onload=x>", "<math>",
    '<a href="javascript:x">', "<a href='data:x'>", '<a href="https://a.example/">', "</a>",
    '<img src="x" onerror="y">', '<img class="wp-image-3" src="https://a.example/b.jpg">',
    "<table>", "<tr>", "<td colspan=9>", "<th rowspan='2'>", "</table>", "<ul>", "<li>", "</ul>",
    "<blockquote>", "<cite>", "</blockquote>", "<figure>", "<figcaption>", "</figure>", "<h1>",
    "<iframe src=javascript:x>", '<iframe src="https://youtu.be/dQw4w9WgXcQ">', "<pre>", "<br>",
    "<!--nextpage-->", "<!--more-->", '<!-- wp:image {"id":1} -->', "<!-- /wp:image -->",
    "<!-- wp:latest-posts /-->", '[caption id="a_1"]', "[/caption]", '[gallery ids="1,2"]',
    "[embed]", "[/embed]", "[x y=z]", "https://youtu.be/dQw4w9WgXcQ", "&lt;script&gt;", "&#0;",
    "&#xD800;", "<![CDATA[", "<!DOCTYPE x>", "<?php", "<wp-gallery ids=1>", "<wp-classic>", "ꦱ",
    '<embed embedtype="fact" id="x"/>', "<template>", "<noscript>", "<title>", "<textarea>",
]  # fmt: skip


class Checker(HTMLParser):
    """Collects whatever must not stand in our HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.wrong.append(tag)
        for name, value in attrs:
            if (tag, name) != ("a", "href") or urlsplit(value or "").scheme not in SCHEMES:
                self.wrong.append(f"{tag} {name}={value}")
        if tag != "br":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(data)


def wrong_in(html: str) -> list[str]:
    checker = Checker()
    checker.feed(html)
    checker.close()
    return checker.wrong + checker.open


def check(text: str) -> None:
    cleaned = clean(text)
    pictures = [part for part in cleaned.parts if isinstance(part, Picture)]
    for part in cleaned.parts:
        if isinstance(part, Paragraph):
            assert part.html.strip()
            assert wrong_in(part.html) == []
        elif isinstance(part, Table):
            assert len({len(row) for row in part.rows}) == 1
            assert [wrong_in(cell) for row in part.rows for cell in row if wrong_in(cell)] == []
        elif isinstance(part, Gallery):
            pictures += part.pictures
        elif isinstance(part, Video):
            assert part.url.startswith("https://")
    assert all(re.match(r"https?://|/|$", picture.url) for picture in pictures)
    said = repr(cleaned)
    assert "\\x00" not in said
    assert "\\ud8" not in said


@settings(max_examples=400, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40))
def test_pieces_of_old_texts_in_any_order_become_safe_parts(pieces: list[str]) -> None:
    check("".join(pieces))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=300))
def test_any_characters_become_safe_parts(text: str) -> None:
    check(text)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.from_regex(r"[a-z]{1,9}", fullmatch=True), min_size=1))
def test_words_without_markup_come_through(words: list[str]) -> None:
    text = " ".join(words)
    assert clean(text).parts == (Paragraph(f"<p>{text}</p>"),)


@pytest.mark.parametrize(
    "piece",
    [
        "<div>", "<b>", "</i>", "<a '", '<a "', "<!", "<!--", "<li>", "<ul><li>", "&#", "[", "[x ",
        "[caption]", "[embed]", "[a]", "<table><tr><td>", "<blockquote><cite>a", "<script>", " \n",
        "<figure><img src=/a>", "<br>", "<td rowspan=50 colspan=50>", "https://", "<!-- wp:a -->",
        "data:image/png;base64,", "]]", "<pre>\n", "<wp-classic>", "'\">",
    ],
)  # fmt: skip
def test_time_grows_with_the_length_and_not_with_its_square(piece: str) -> None:
    begun = time.process_time()
    check(piece * (200_000 // len(piece)))
    assert time.process_time() - begun < 20
