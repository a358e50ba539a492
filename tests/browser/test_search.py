"""Searching in a real browser: whole without JavaScript, instant with it, accessible in both."""

import json
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from support.axe import violations
from support.servers import RunningServer

STORED = json.dumps({"code": "32.73", "width": 0, "height": 0})


@pytest.fixture(scope="session")
def server(demonstration_server: RunningServer) -> RunningServer:
    """With an index of all that the demonstration says."""
    done = demonstration_server.selaras("search", "reindex")
    assert done.returncode == 0, done.stderr
    return demonstration_server


@pytest.fixture
def plain_page(chromium: Browser) -> Iterator[Page]:
    """A small screen without JavaScript."""
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 360, "height": 740}
    )
    yield context.new_page()
    context.close()


def query_of(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_search_answer_filter_and_region_need_no_javascript(
    server: RunningServer, plain_page: Page
) -> None:
    page = plain_page
    page.goto(server.url("localhost"))
    page.get_by_label("Cari informasi resmi").fill("status siaga bandung")
    page.keyboard.press("Enter")
    answer = page.get_by_role("article").first
    expect(answer).to_contain_text("Status siaga")
    expect(answer).to_contain_text("Sumber")
    expect(page.get_by_role("heading", name=re.compile(r"[\d.]+ hasil"))).to_be_visible()
    assert len(page.content().encode()) < 40_000

    page.get_by_text("Wilayah Anda belum dipilih").click()
    page.get_by_label("Nama kabupaten, kota, atau provinsi").fill("Merauke")
    page.get_by_role("button", name="Pakai").click()
    expect(page.get_by_text("Wilayah Anda: Kabupaten Merauke")).to_be_visible()

    page.locator("summary", has_text="Jenis").click()
    kind = page.get_by_role("list", name="Jenis").get_by_role("link").first
    label = kind.inner_text().split("\n")[0]
    kind.click()
    assert query_of(page)["wilayah"] == ["93.01"]
    removable = page.get_by_role("list", name="Saringan yang dipakai").get_by_role("link")
    expect(removable).to_contain_text(label)
    removable.click()
    assert "jenis" not in query_of(page)
    assert page.context.cookies() == []


def test_suggestions_are_chosen_by_the_keyboard(server: RunningServer, browser_page: Page) -> None:
    page = browser_page
    page.goto(server.url("localhost"))
    search = page.get_by_role("combobox", name="Cari informasi resmi")
    expect(search).to_have_attribute("aria-expanded", "false")
    search.press_sequentially("siag", delay=20)
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(search).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_text(re.compile(r"^\d+ saran$"))).to_be_attached()
    search.press("ArrowDown")
    first = options.first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(search).to_have_attribute("aria-activedescendant", str(first.get_attribute("id")))
    search.press("ArrowUp")
    expect(search).not_to_have_attribute("aria-activedescendant", re.compile("."))
    search.press("Escape")
    expect(search).to_have_attribute("aria-expanded", "false")
    expect(search).to_have_value("siag")
    search.press("ArrowDown")
    expect(first).to_be_visible()
    search.press("ArrowDown")
    search.press("Enter")
    page.wait_for_url(re.compile("/cari/|localhost:[0-9]+/."))


def test_results_are_replaced_while_typing_and_filtering(
    server: RunningServer, browser_page: Page
) -> None:
    page = browser_page
    page.goto(server.url("localhost", "/cari/"))
    search = page.get_by_role("combobox", name="Kata yang Anda cari")
    page.evaluate("window.same = true")
    search.press_sequentially("banjir", delay=20)
    page.wait_for_url("**/cari/?q=banjir")
    expect(search).to_be_focused()
    expect(page.locator("[data-told]")).to_have_text(re.compile("hasil"))
    search.press("Escape")
    page.get_by_role("list", name="Jenis").get_by_role("link").first.click()
    page.wait_for_url("**/cari/?q=banjir&jenis=*")
    expect(page.locator("#jumlah")).to_be_focused()
    assert page.evaluate("window.same")

    def picked(request: Request) -> bool:
        return request.url.endswith("/cari/pilih/")

    result = page.locator("a[data-position]").first
    with page.expect_request(picked) as told:
        result.click()
    said = parse_qs(told.value.post_data or "")
    assert (said["q"], said["position"], said["region"]) == (["banjir"], ["1"], ["00"])
    assert "cookie" not in told.value.headers


def test_the_region_that_the_device_keeps_goes_along(
    server: RunningServer, browser_page: Page
) -> None:
    page = browser_page
    page.goto(server.url("localhost"))
    page.evaluate(f"localStorage.setItem('selaras-region', '{STORED}')")
    page.get_by_role("combobox", name="Cari informasi resmi").fill("status siaga")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Wilayah Anda: Kota Bandung")).to_be_visible()
    expect(page.get_by_role("article").first).to_contain_text("Kota Bandung")


@pytest.mark.appearance
def test_searching_has_no_accessibility_violation(
    server: RunningServer, chromium: Browser, axe_source: str
) -> None:
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    for host, path in (
        ("localhost", "/cari/?q=status+siaga+bandung&wilayah=Bandung&jenis=berita"),
        ("localhost", "/cari/?q=zqtidakada"),
        ("kota-bandung", "/cari/?q=banjir"),
    ):
        page.goto(server.url(host, path))
        page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
        assert violations(page, axe_source) == [], path
    page.goto(server.url("localhost", "/cari/"))
    page.get_by_role("combobox").press_sequentially("siag", delay=20)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert violations(page, axe_source) == []
    context.close()
