"""An official count in a real browser: its map, and its frame on a website elsewhere."""

import html
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page, expect

from support.axe import violations
from support.servers import RunningServer

TALLY = "/rekapitulasi/pilpres-2024/"
KINDS = {"tally": TALLY, "list": "/rekapitulasi/", "frame": f"{TALLY}sematan/"}
BANDUNG_IS_IN = "Jawa Barat"


@pytest.fixture
def tally(demonstration_server: RunningServer) -> str:
    return demonstration_server.url("localhost", TALLY)


@pytest.fixture
def elsewhere(demonstration_server: RunningServer) -> Iterator[str]:
    """The address of a page on another website that carries the published snippet."""
    page = demonstration_server.get("localhost", TALLY)[1]
    snippet = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
    assert snippet is not None
    body = f"<!doctype html><title>Situs lain</title>{html.unescape(snippet.group(1))}".encode()

    class Host(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.mark.appearance
@pytest.mark.parametrize("kind", KINDS)
def test_a_count_has_no_accessibility_violation(
    chromium: Browser, demonstration_server: RunningServer, axe_source: str, kind: str
) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(demonstration_server.url("localhost", KINDS[kind]))
    if kind == "tally":
        page.locator("a.tile").first.click()
        page.locator("summary").last.click()
    found = violations(page, axe_source)
    context.close()
    assert found == []


@pytest.mark.appearance
@pytest.mark.parametrize("kind", KINDS)
def test_a_count_never_scrolls_sideways_and_calls_nobody_else(
    chromium: Browser, demonstration_server: RunningServer, kind: str
) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    errors: list[str] = []
    hosts: set[str] = set()
    page.on(
        "console", lambda message: errors.append(message.text) if message.type == "error" else None
    )
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    page.goto(demonstration_server.url("localhost", KINDS[kind]), wait_until="networkidle")
    overflow = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    context.close()
    assert (overflow, errors) == (0, [])
    assert hosts == {f"localhost:{demonstration_server.port}"}


def test_one_click_on_a_tile_opens_its_province(browser_page: Page, tally: str) -> None:
    browser_page.goto(tally)
    places = browser_page.locator(".tally-place")
    expect(places.filter(visible=True)).to_have_count(0)
    tile = browser_page.get_by_role("link", name=re.compile(f"^{BANDUNG_IS_IN}: terbanyak 02"))
    tile.click()
    place = places.filter(visible=True)
    expect(place).to_have_count(1)
    expect(place.get_by_role("heading")).to_have_text(BANDUNG_IS_IN)
    expect(place).to_contain_text("16.805.854 suara")
    expect(tile).to_have_attribute("aria-current", "true")
    assert browser_page.url.endswith("#w32")
    browser_page.locator("a.tile[href='#w11']").focus()
    browser_page.keyboard.press("Enter")
    expect(place.get_by_role("heading")).to_have_text("Aceh")
    browser_page.get_by_role("row", name=re.compile("^Bali")).get_by_role("link").click()
    expect(place.get_by_role("heading")).to_have_text("Bali")


def test_an_address_with_a_place_opens_it_and_so_does_a_tile_without_a_script(
    chromium: Browser, tally: str
) -> None:
    for scripted in (True, False):
        context = chromium.new_context(java_script_enabled=scripted)
        page = context.new_page()
        page.goto(f"{tally}#w32")
        place = page.locator(".tally-place").filter(visible=True)
        expect(place.get_by_role("heading")).to_have_text(BANDUNG_IS_IN)
        page.locator("a.tile[href='#w99']").click()
        expect(place.get_by_role("heading")).to_have_text("Luar Negeri (PPLN)")
        context.close()


@pytest.mark.appearance
def test_names_on_tiles_are_large_enough_on_a_phone(chromium: Browser, tally: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(tally)
    sizes = page.evaluate(
        """[...document.querySelectorAll("a.tile")].map((tile) => {
            const face = tile.querySelector(".tile-face").getBoundingClientRect();
            const scale = face.width / 57;
            const name = tile.querySelector(".tile-short");
            return [face.width, face.height, parseFloat(getComputedStyle(name).fontSize) * scale];
        })"""
    )
    context.close()
    assert len(sizes) == 39
    for width, height, letters in sizes:
        assert min(width, height) >= 24  # WCAG 2.2, 2.5.8
        assert letters >= 9.5


def test_a_frame_elsewhere_takes_the_height_of_its_content(
    browser_page: Page, elsewhere: str
) -> None:
    browser_page.goto(elsewhere, wait_until="networkidle")
    frame = browser_page.locator("iframe")
    inside = browser_page.frame_locator("iframe").locator("body")
    expect(inside).to_contain_text("96.214.691 suara")
    for width in (1280, 340):
        browser_page.set_viewport_size({"width": width, "height": 900})
        expect(frame).to_have_css("border-top-width", "0px")
        browser_page.wait_for_timeout(300)
        wanted = inside.evaluate("body => body.getBoundingClientRect().height")
        shown = frame.evaluate("frame => frame.clientHeight")
        assert abs(shown - wanted) <= 1
    assert browser_page.context.cookies() == []


def test_a_message_that_is_not_from_the_frame_changes_nothing(
    browser_page: Page, elsewhere: str
) -> None:
    browser_page.goto(elsewhere, wait_until="networkidle")
    before = browser_page.locator("iframe").evaluate("frame => frame.clientHeight")
    for height in ("9", "99999", "'x'", "null", "-1"):
        browser_page.evaluate(f"window.postMessage({{type: 'selaras:height', height: {height}}})")
    browser_page.evaluate("window.postMessage(null)")
    browser_page.wait_for_timeout(200)
    assert browser_page.locator("iframe").evaluate("frame => frame.clientHeight") == before


@pytest.mark.appearance
@pytest.mark.parametrize(
    ("query", "scheme", "dark"),
    [("", "dark", True), ("", "light", False), ("?mode=dark", "light", True),
     ("?mode=light", "dark", False), ("?mode=auto", "dark", True)],
)  # fmt: skip
def test_a_frame_is_as_dark_as_the_page_around_it(
    chromium: Browser, tally: str, query: str, scheme: str, dark: bool
) -> None:
    context = chromium.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{tally}sematan/{query}")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    context.close()
    assert (ground == "rgb(21, 25, 27)") is dark
