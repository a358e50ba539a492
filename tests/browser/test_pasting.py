"""Text pasted from word processors, published: what is stored has only what a text may have."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support import editors
from support.editors import TEXT, asked, open_article, publish_at_once, signed_in
from support.servers import RunningServer

SAMPLES = Path(editors.__file__).parent / "clipboards"
ALLOWED_TAGS = {"p", "h2", "h3", "b", "i", "ul", "ol", "li", "a", "br", "embed"}
STORED = """
from selaras.pages.models import ArticlePage
page = ArticlePage.objects.get(pk=int(KEY))
answer.append([str(block["value"]) for block in page.body.get_prep_value()
               if block["type"] == "paragraph"])
"""


@pytest.fixture(scope="session")
def articles(demonstration_server: RunningServer) -> Iterator[tuple[int, str]]:
    return editors.articles(demonstration_server, "tempel")


@pytest.fixture
def key(articles: Iterator[tuple[int, str]]) -> int:
    return next(articles)[0]


@pytest.fixture
def editing(chromium: Browser, demonstration_server: RunningServer, key: int) -> Iterator[Page]:
    context = chromium.new_context()
    context.set_default_timeout(30_000)
    yield open_article(demonstration_server, signed_in(demonstration_server, context), key)
    context.close()


def sample(name: str) -> str:
    return (SAMPLES / f"{name}.html").read_text(encoding="utf-8")


def paste(page: Page, html: str) -> None:
    """As a word processor's clipboard comes, nothing cleaned by the browser before."""
    text = page.locator(TEXT).first
    text.click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    text.evaluate(
        """(editor, html) => {
          const clipboard = new DataTransfer();
          clipboard.setData("text/html", html);
          clipboard.setData("text/plain", "teks polos");
          const how = { clipboardData: clipboard, bubbles: true, cancelable: true };
          editor.dispatchEvent(new ClipboardEvent("paste", how));
        }""",
        html,
    )


def published(page: Page, server: RunningServer, key: int) -> str:
    """The stored text of the live page."""
    publish_at_once(page)
    expect(page.locator(".messages .success").first).to_be_visible(timeout=30_000)
    (texts,) = asked(server, STORED, KEY=str(key))
    assert isinstance(texts, list)
    return "".join(re.sub(r' data-block-key="\w+"', "", text) for text in texts)


def tags(html: str) -> set[str]:
    return set(re.findall(r"</?([a-z0-9:]+)", html))


def attributes(html: str) -> set[str]:
    return set(re.findall(r'\s([a-z-]+)="', " ".join(re.findall(r"<(?!embed)[^>]+>", html))))


def assert_clean(html: str) -> None:
    assert tags(html) <= ALLOWED_TAGS
    assert attributes(html) <= {"href", "linktype", "id"}
    for trace in ("mso", "javascript:", "alert(", "file:", "onclick", "MsoNormal", "o:p"):
        assert trace not in html


def test_text_from_word_is_cleaned(
    editing: Page, demonstration_server: RunningServer, key: int
) -> None:
    paste(editing, sample("word"))
    html = published(editing, demonstration_server, key)
    assert_clean(html)
    for words in ("Judul surat", "<b>Penting</b>", "<i>semua</i>", "Butir pertama", "Dalam"):
        assert words in html
    assert '<a href="https://bandung.go.id/">situs resmi</a>' in html
    for left_out in ("[AB1]", "Catatan editor", "#_msocom", "·"):
        assert left_out not in html
    assert "Lampiran, klik," in html


def test_text_from_libreoffice_is_cleaned(
    editing: Page, demonstration_server: RunningServer, key: int
) -> None:
    paste(editing, sample("libreoffice"))
    html = published(editing, demonstration_server, key)
    assert_clean(html)
    assert "<h2>Bagian</h2>" in html
    assert "<p><b>Tebal</b> dan garis bawah dan coret.</p>" in html
    assert "<li>Satu</li>" in html
    assert "Dua A" in html
    assert "Ekor" in html
    for left_out in ("margin-bottom", "stolen", "<img"):
        assert left_out not in html
    assert editing.evaluate("window.stolen") is None


def test_text_from_google_docs_is_cleaned(
    editing: Page, demonstration_server: RunningServer, key: int
) -> None:
    paste(editing, sample("google-docs"))
    html = published(editing, demonstration_server, key)
    assert_clean(html)
    assert "<h3>Subjudul</h3>" in html
    assert "Biasa lalu <b>tebal</b><i> dan miring</i> 🌋" in html
    assert '<a href="https://www.example.go.id/a?b=1&amp;c=2">tautan</a>' in html
    assert "Langkah</li>" in html
    assert "docs-internal-guid" not in html


def test_pasting_can_be_undone(editing: Page) -> None:
    before = editing.locator(TEXT).first.inner_text()
    paste(editing, sample("google-docs"))
    expect(editing.locator(TEXT).first).to_contain_text("Subjudul")
    for _ in range(3):
        editing.keyboard.press("Control+z")
    expect(editing.locator(TEXT).first).to_have_text(re.compile(re.escape(before[-60:])))
