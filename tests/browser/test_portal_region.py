"""The visitor's own region: found and remembered on the device, never told to anybody."""

import json
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from support.axe import violations
from support.servers import RunningServer

BANDUNG = {"latitude": -6.9175, "longitude": 107.6191}
PARIS = {"latitude": 48.8566, "longitude": 2.3522}
STORED = "localStorage.getItem('selaras-region')"
SHIFTS = """
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({type: 'layout-shift', buffered: true});
"""

Visit = Callable[..., Page]


@pytest.fixture
def visit(chromium: Browser, demonstration_server: RunningServer) -> Iterator[Visit]:
    """Opens the portal's home in a new context; options are those of the context."""
    contexts: list[BrowserContext] = []

    def open_home(path: str = "/", **options: object) -> Page:
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.goto(demonstration_server.url("localhost", path))
        return page

    yield open_home
    for context in contexts:
        context.close()


def stored_code(page: Page) -> str | None:
    kept = page.evaluate(STORED)
    return json.loads(kept)["code"] if kept else None


def summary(page: Page) -> str:
    page.locator(".my-region[data-state=shown]").wait_for()
    return page.locator(".my-region-summary").inner_text()


def choose(page: Page, name: str) -> None:
    page.get_by_label("Kabupaten, kota, atau provinsi").fill(name)
    page.get_by_role("button", name="Tampilkan").click()


def test_one_tap_finds_the_nearest_region_and_tells_nobody_where(visit: Visit) -> None:
    page = visit(permissions=["geolocation"], geolocation=BANDUNG)
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    page.on("request", note)
    page.get_by_role("button", name="Dekat saya").click()
    assert "Kota Bandung" in summary(page)
    assert "Status siaga" in summary(page)
    assert stored_code(page) == "32.73"
    sent = " ".join(f"{one.url} {one.post_data or ''} {one.headers}" for one in asked)
    assert "107.6" not in sent
    assert "6.91" not in sent
    assert {one.method for one in asked} == {"GET"}
    assert page.context.cookies() == []


def test_a_wrong_guess_is_one_tap_from_the_right_one(visit: Visit) -> None:
    page = visit(permissions=["geolocation"], geolocation=BANDUNG)
    page.get_by_role("button", name="Dekat saya").click()
    summary(page)
    page.get_by_role("button", name="Kota Cimahi").click()
    page.get_by_role("link", name="Kota Cimahi", exact=True).wait_for()
    assert stored_code(page) == "32.77"
    assert not page.locator(".my-region-guess").is_visible()


def test_a_place_abroad_and_a_refusal_are_answered_in_words(visit: Visit) -> None:
    abroad = visit(permissions=["geolocation"], geolocation=PARIS)
    abroad.get_by_role("button", name="Dekat saya").click()
    expect(abroad.locator(".my-region-status")).to_contain_text("di luar Indonesia")
    refused = visit(permissions=[])
    refused.get_by_role("button", name="Dekat saya").click()
    expect(refused.locator(".my-region-status")).to_contain_text("Izin lokasi tidak diberikan")
    assert stored_code(abroad) is stored_code(refused) is None


def test_a_name_is_suggested_chosen_remembered_and_forgotten(visit: Visit) -> None:
    page = visit()
    page.get_by_label("Kabupaten, kota, atau provinsi").focus()
    expect(page.locator("#semua-wilayah option")).to_have_count(552)
    choose(page, "kota surabaya")
    assert "Kota Surabaya" in summary(page)
    assert page.evaluate("document.activeElement.id") == "wilayah-anda"
    page.reload()
    assert "Kota Surabaya" in summary(page)
    page.get_by_role("button", name="Lupakan").click()
    expect(page.locator(".my-region-status")).to_have_text("Wilayah Anda sudah dilupakan.")
    assert stored_code(page) is None
    page.reload()
    assert page.get_by_role("button", name="Dekat saya").is_visible()
    assert page.locator(".my-region-summary").inner_text() == ""


def test_another_region_can_be_chosen_instead(visit: Visit) -> None:
    page = visit()
    choose(page, "Kota Surabaya")
    summary(page)
    page.get_by_role("button", name="Ganti").click()
    choose(page, "Provinsi Bali")
    page.get_by_role("link", name="Provinsi Bali", exact=True).wait_for()
    assert stored_code(page) == "51"


def test_another_spelling_is_understood_by_the_server(visit: Visit) -> None:
    page = visit()
    choose(page, "Jaksel")
    page.wait_for_url("**/wilayah/31.74/")


@pytest.mark.appearance
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_the_remembered_region_arrives(visit: Visit, width: int) -> None:
    page = visit(viewport={"width": width, "height": 900})
    choose(page, "Kota Bandung")
    summary(page)
    page.add_init_script(SHIFTS)
    page.reload(wait_until="networkidle")
    assert "Kota Bandung" in summary(page)
    assert page.evaluate("window.shifted") < 0.005


def test_room_that_is_no_longer_needed_is_given_back(visit: Visit) -> None:
    page = visit()
    kept = {"code": "32.73", "width": 1280, "height": 2000}
    page.evaluate("(kept) => localStorage.setItem('selaras-region', JSON.stringify(kept))", kept)
    page.reload()
    assert "Kota Bandung" in summary(page)
    assert 100 < json.loads(page.evaluate(STORED))["height"] < 1000


def test_a_region_page_can_be_made_one_s_own(visit: Visit) -> None:
    page = visit("/wilayah/34.71/")
    page.get_by_role("button", name="Jadikan wilayah saya").click()
    assert stored_code(page) == "34.71"
    page.get_by_role("button", name="Lupakan wilayah saya").click()
    assert stored_code(page) is None


def test_a_spoilt_memory_and_a_region_that_is_gone_do_no_harm(visit: Visit) -> None:
    page = visit()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    for spoilt in ("{", '"x"', '{"code": "../admin"}', "null", "[]"):
        page.evaluate("(text) => localStorage.setItem('selaras-region', text)", spoilt)
        page.reload()
        assert page.get_by_role("button", name="Dekat saya").is_visible()
    page.evaluate("localStorage.setItem('selaras-region', '{\"code\": \"99.99\"}')")
    page.reload()
    expect(page.locator(".my-region-status")).to_contain_text("tidak dikenal lagi")
    assert stored_code(page) is None
    assert errors == []


def test_without_an_answer_the_page_says_so_and_leads_on(visit: Visit) -> None:
    page = visit()
    choose(page, "Kota Bandung")
    summary(page)
    page.route("**/ringkas/", lambda route: route.abort())
    page.reload()
    expect(page.locator(".my-region-status")).to_contain_text("belum dapat diambil")
    assert page.locator(".my-region-summary a").get_attribute("href") == "/wilayah/32.73/"
    assert stored_code(page) == "32.73"


def test_without_javascript_a_form_leads_to_the_region(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    assert not page.get_by_role("button", name="Dekat saya").is_visible()
    assert not page.get_by_text("tetap di perangkat ini").is_visible()
    choose(page, "Kota Bandung")
    page.wait_for_url("**/wilayah/32.73/")
    assert page.locator("h1").inner_text() == "Kota Bandung"
    assert not page.get_by_role("button", name="Jadikan wilayah saya").is_visible()
    page.get_by_role("link", name="Provinsi Jawa Barat", exact=True).click()
    page.get_by_role("link", name="Kota Cimahi").click()
    page.wait_for_url("**/wilayah/32.77/")


def test_the_map_leads_to_a_province_by_keyboard(visit: Visit) -> None:
    page = visit("/en/")
    tile = page.get_by_role("link", name=re.compile("^Jawa Barat: "))
    tile.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/wilayah/32/")


@pytest.mark.appearance
@pytest.mark.parametrize("path", ["/wilayah/32.73/", "/en/wilayah/32/"])
def test_a_region_page_has_no_accessibility_violation(
    visit: Visit, axe_source: str, path: str
) -> None:
    assert violations(visit(path, bypass_csp=True), axe_source) == []


@pytest.mark.appearance
def test_a_remembered_region_has_no_accessibility_violation(visit: Visit, axe_source: str) -> None:
    page = visit(bypass_csp=True)
    choose(page, "Kota Bandung")
    summary(page)
    assert violations(page, axe_source) == []


@pytest.mark.appearance
@pytest.mark.parametrize("path", ["/", "/wilayah/32.73/", "/wilayah/32/"])
def test_nothing_scrolls_sideways_on_the_smallest_screen(visit: Visit, path: str) -> None:
    page = visit(path, viewport={"width": 320, "height": 700})
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0
    if path == "/":
        choose(page, "Kabupaten Penukal Abab Lematang Ilir")
        summary(page)
        assert page.evaluate(wide) <= 0
