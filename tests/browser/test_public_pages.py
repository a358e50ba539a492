"""Public pages in a real browser: accessible, in both modes, on small and large screens."""

import re

import pytest
from playwright.sync_api import Browser, Page

from support.axe import violations
from support.servers import RunningServer

pytestmark = pytest.mark.appearance

PATHS = {
    "portal": ("localhost", "/"),
    "portal in English": ("localhost", "/en/"),
    "province": ("localhost", "/wilayah/32/"),
    "region": ("localhost", "/wilayah/32.73/"),
    "choice": ("localhost", "/cari-wilayah/?q=Bandung"),
    "announcements": ("localhost", "/pengumuman/"),
    "tallies": ("localhost", "/rekapitulasi/"),
    "tally": ("localhost", "/rekapitulasi/pilpres-2024/"),
    "subject": ("localhost", "/topik/kesehatan/"),
    "style": ("localhost", "/gaya/"),
    "home": ("kota-bandung", "/"),
    "section": ("kota-bandung", "/berita/"),
    "information": ("kota-bandung", "/profil/"),
    "contact": ("kota-bandung", "/kontak/"),
    "search": ("kota-bandung", "/cari/?q=banjir"),
    "report": ("kota-bandung", "/lapor/?halaman=/profil/"),
    "accessibility": ("kota-bandung", "/aksesibilitas/"),
    "not found": ("kota-bandung", "/tidak-ada/"),
}
FOUND = ["article", "article in one piece", "announcement", "emergency"]
KINDS = [*PATHS, *FOUND]
# By axe, and with all that can be opened on them: test_look, test_tallies, test_portal_region.
LOOKED_AT_ELSEWHERE = {
    "subject", "style", "section", "information", "contact", "not found", "article",
    "article in one piece", "emergency", "tallies", "tally", "region",
}  # fmt: skip


@pytest.fixture(scope="session")
def addresses(demonstration_server: RunningServer) -> dict[str, str]:
    """One address of each kind of page."""
    server = demonstration_server

    def first(pattern: str, host: str) -> str:
        found = re.search(pattern, server.get(host)[1])
        assert found is not None, pattern
        return found.group(1)

    article = first(r'href="(/berita/panduan-[^"]+/)"', "kota-bandung")
    announcement = first(r'href="[^"]*?(/pengumuman/[^"/]+/)"', "localhost")
    return {name: server.url(host, path) for name, (host, path) in PATHS.items()} | {
        "article": server.url("kota-bandung", article),
        "article in one piece": server.url("kota-bandung", f"{article}semua/"),
        "announcement": server.url("localhost", announcement),
        "emergency": server.url("kab-simalungun", "/siaga-merah/"),
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_accessible_fits_the_smallest_screen_and_calls_nobody_else(
    chromium: Browser, addresses: dict[str, str], axe_source: str, kind: str
) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    errors: list[str] = []
    hosts: set[str] = set()
    page.on(
        "console", lambda message: errors.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    page.goto(addresses[kind], wait_until="networkidle")
    overflow = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    expected = ["404 (Not Found)"] if kind == "not found" else []
    assert [error for error in errors if not any(one in error for one in expected)] == []
    assert hosts == {addresses[kind].split("/")[2]}
    assert overflow <= 0
    found = [] if kind in LOOKED_AT_ELSEWHERE else violations(page, axe_source)
    context.close()
    assert found == []


def test_the_mode_is_kept_without_a_cookie(browser_page: Page, addresses: dict[str, str]) -> None:
    browser_page.goto(addresses["home"])
    browser_page.get_by_role("radio", name="Gelap").check()
    assert browser_page.locator("html").get_attribute("data-mode") == "dark"
    browser_page.goto(addresses["article"])
    assert browser_page.locator("html").get_attribute("data-mode") == "dark"
    assert browser_page.context.cookies() == []


def test_a_fact_tells_its_source_by_keyboard_and_by_tap(
    browser_page: Page, addresses: dict[str, str]
) -> None:
    browser_page.goto(addresses["article"])
    fact = browser_page.locator("a.fact").first
    fact.focus()
    note = browser_page.locator("[popover]:popover-open")
    note.wait_for()
    assert "Ditetapkan oleh" in note.inner_text()
    assert "Sumber" in note.inner_text()
    browser_page.keyboard.press("Escape")
    assert note.count() == 0


def test_without_javascript_a_fact_leads_to_its_source(
    chromium: Browser, addresses: dict[str, str]
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(addresses["article"])
    target = page.locator("a.fact").first.get_attribute("href")
    assert target is not None
    assert "Sumber" in page.locator(target).inner_text()
    context.close()
