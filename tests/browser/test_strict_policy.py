"""The main screens of the editors' host work under the strict policy, and report no violation."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from support import editors
from support.editors import TEXT, WRITER, open_article
from support.servers import RunningServer
from support.signing_in import sign_in

LISTEN = """
document.addEventListener("securitypolicyviolation", (event) => console.error(
  `violation ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile} ${event.sample}`));
"""
SCREENS = [
    "/admin/", "/admin/pages/", "/admin/images/", "/admin/images/add/", "/admin/documents/",
    "/admin/documents/multiple/add/", "/admin/account/", "/admin/reports/",
]  # fmt: skip
OF_A_PAGE = ["history/", "usage/", "copy/", "move/", "delete/", "edit/preview/?mode="]
Violations = list[str]


@pytest.fixture(scope="module")
def key(demonstration_server: RunningServer) -> int:
    return next(editors.articles(demonstration_server, "ketat"))[0]


@pytest.fixture(scope="module")
def desk(
    chromium: Browser, demonstration_server: RunningServer
) -> Iterator[tuple[BrowserContext, Violations]]:
    """The browser of somebody who has signed in, and what was violated since, also by that."""
    found: Violations = []
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(30_000)
    context.add_init_script(LISTEN)

    def note(message: ConsoleMessage) -> None:
        words = message.text
        if words.startswith("violation") or "Content Security Policy" in words:
            found.append(words)

    context.on("console", note)
    sign_in(demonstration_server, context.new_page(), WRITER).close()
    yield context, found
    context.close()


@pytest.fixture
def violations(desk: tuple[BrowserContext, Violations]) -> Violations:
    return desk[1]


@pytest.fixture
def editing(desk: tuple[BrowserContext, Violations], violations: Violations) -> Iterator[Page]:
    page = desk[0].new_page()
    yield page
    page.close()
    violations.clear()


def settled(page: Page) -> None:
    page.wait_for_load_state("networkidle")


def test_screens_of_every_kind_violate_nothing(
    editing: Page, demonstration_server: RunningServer, key: int, violations: Violations
) -> None:
    for path in [*SCREENS, *(f"/admin/pages/{key}/{part}" for part in OF_A_PAGE)]:
        answer = editing.goto(demonstration_server.url("redaksi", path))
        assert answer is not None
        assert answer.status < 500, path
        settled(editing)
        assert violations == [], path


def test_the_policy_is_really_at_work(
    editing: Page, demonstration_server: RunningServer, violations: Violations
) -> None:
    editing.goto(demonstration_server.url("redaksi", "/admin/"))
    editing.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.body.append(script);
        }"""
    )
    editing.evaluate("document.body.insertAdjacentHTML('beforeend', '<style>b {top: 0}</style>')")
    editing.wait_for_timeout(200)
    assert editing.evaluate("window.ran") is None
    assert {words.split()[1] for words in violations if words.startswith("violation")} == {
        "script-src-elem", "style-src-elem",
    }  # fmt: skip


def test_an_article_is_edited_under_the_policy(
    editing: Page, demonstration_server: RunningServer, key: int, violations: Violations
) -> None:
    page = open_article(demonstration_server, editing, key)
    settled(page)
    assert page.locator("template[data-controller='selaras-begin']").count() == 0
    text = page.locator(TEXT).first
    text.click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.type("/")
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.type(" halo")
    page.keyboard.press("Shift+Home")
    page.locator("button[title*='blok'], .c-sf-add-button").first.click()
    page.keyboard.press("Escape")
    page.locator("#id_related-ADD").click()
    expect(page.locator("#inline_child_related-0")).to_be_visible()
    for panel in ("status", "preview", "checks", "comments"):
        toggle = page.locator(f"[data-side-panel-toggle={panel}]")
        if toggle.count():
            toggle.first.click()
            settled(page)
    assert violations == []


def test_a_preview_is_the_draft_in_a_frame_of_this_host(
    editing: Page, demonstration_server: RunningServer, key: int, violations: Violations
) -> None:
    page = open_article(demonstration_server, editing, key)
    page.locator("[data-side-panel-toggle=preview]").first.click()
    frame = page.frame_locator("#w-preview-iframe")
    expect(frame.locator("h1").first).to_be_visible(timeout=30_000)
    assert violations == []


def test_a_picture_is_uploaded_in_the_chooser(
    editing: Page, demonstration_server: RunningServer, violations: Violations, tmp_path: Path
) -> None:
    photo = tmp_path / "kebisingan.png"
    Image.effect_noise((64, 64), 90).save(photo)
    editing.goto(demonstration_server.url("redaksi", "/admin/images/add/"))
    settled(editing)
    editing.set_input_files("input[type=file] >> nth=0", photo)
    settled(editing)
    assert violations == []


def test_a_date_is_picked(
    editing: Page, demonstration_server: RunningServer, key: int, violations: Violations
) -> None:
    page = open_article(demonstration_server, editing, key)
    page.locator("input[name=dated]").click()
    expect(page.locator(".xdsoft_datetimepicker:visible")).to_be_visible()
    assert violations == []


def test_a_file_that_is_far_too_large_is_told_in_words(
    editing: Page, demonstration_server: RunningServer, tmp_path: Path
) -> None:
    heavy = tmp_path / "berat.bin"
    with heavy.open("wb") as file:
        file.truncate(14 << 20)
    editing.goto(demonstration_server.url("redaksi", "/admin/account/"))
    editing.evaluate(
        """() => {
          const form = document.createElement("form");
          form.method = "post"; form.enctype = "multipart/form-data";
          form.innerHTML = '<input type="file" name="x" id="berat"><button id="kirim">.</button>';
          document.body.prepend(form);
        }"""
    )
    editing.set_input_files("#berat", heavy)
    editing.evaluate("document.querySelector('#kirim').click()")
    expect(editing.get_by_role("heading", name="Kiriman ini terlalu besar")).to_be_visible()


def test_public_screens_violate_nothing(
    editing: Page, demonstration_server: RunningServer, violations: Violations
) -> None:
    for host, path in (("", "/"), ("", "/rekapitulasi/"), ("kota-bandung", "/"), ("", "/lapor/")):
        editing.goto(demonstration_server.url(host, path))
        settled(editing)
        assert violations == [], f"{host}{path}"
