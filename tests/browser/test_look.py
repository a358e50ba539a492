"""The design on every kind of page: accessible in both modes, enlarged, and in forced colours."""

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from support.axe import violations
from support.servers import RunningServer

pytestmark = pytest.mark.appearance

ARTICLE = (
    "/berita/panduan-musim-hujan-bagi-warga-kota-bandung-bersiap-bertindak-pulih-data-peragaan/"
)
KINDS = {
    "part one": ("kota-bandung", ARTICLE),
    "part two": ("kota-bandung", f"{ARTICLE}halaman/2/"),
    "part three": ("kota-bandung", f"{ARTICLE}halaman/3/"),
    "all parts": ("kota-bandung", f"{ARTICLE}semua/"),
    "english": ("kota-bandung", f"/en{ARTICLE}halaman/2/"),
    "section": ("kota-bandung", "/berita/"),
    "contact": ("kota-bandung", "/kontak/"),
    "information": ("kota-bandung", "/profil/"),
    "subject": ("localhost", "/topik/kesehatan/"),
    "not found": ("kota-bandung", "/tidak-ada/"),
    "style": ("localhost", "/gaya/"),
    "emergency": ("", ""),
    "home in an emergency": ("", ""),
    "gone": ("", ""),
}
# Where the highest status holds stands a notice; and an article that its editors took back.
PREPARE = """
import django; django.setup()
from django.utils import timezone
from selaras.pages.models import ArticlePage, EmergencyPage
notice = EmergencyPage.objects.live().first()
print(notice.institution.slug)
article = ArticlePage.objects.live().filter(url_path__startswith="/kota-surabaya/").first()
article.unpublish()
ArticlePage.objects.filter(pk=article.pk).update(
    first_published_at=timezone.now(), withdrawn_at=timezone.now(), withdrawal_reason="Keliru."
)
print(article.url_path.removeprefix("/kota-surabaya"))
"""


@pytest.fixture(scope="module")
def addresses(demonstration_server: RunningServer) -> dict[str, str]:
    """One address of each kind of page."""
    server = demonstration_server
    env = server.env | {"DJANGO_SETTINGS_MODULE": "selaras.config.settings.base"}
    made = subprocess.run(
        [sys.executable, "-c", PREPARE], env=env, capture_output=True, text=True, check=True
    )
    site, withdrawn = made.stdout.split()
    known = KINDS | {
        "emergency": (site, "/siaga-merah/"),
        "home in an emergency": (site, "/"),
        "gone": ("kota-surabaya", withdrawn),
    }
    return {kind: server.url(*where) for kind, where in known.items()}


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 360, "height": 900}, bypass_csp=True)
    yield context.new_page()
    context.close()


def overflow(page: Page) -> int:
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_no_accessibility_violation(
    page: Page, addresses: dict[str, str], axe_source: str, kind: str
) -> None:
    page.goto(addresses[kind])
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert violations(page, axe_source) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_never_scrolls_sideways_not_even_enlarged(
    browser_page: Page, addresses: dict[str, str], kind: str
) -> None:
    page = browser_page
    page.goto(addresses[kind])
    for width in (320, 700, 1100, 2560):
        page.set_viewport_size({"width": width, "height": 900})
        assert overflow(page) <= 0, width
    page.set_viewport_size({"width": 360, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert overflow(page) <= 0


def test_an_emergency_stands_above_everything_and_says_its_severity_in_words(
    browser_page: Page, addresses: dict[str, str]
) -> None:
    browser_page.goto(addresses["home in an emergency"])
    notice = browser_page.locator(".emergency").first
    box = notice.bounding_box()
    assert box is not None
    assert box["y"] == 0
    assert "Bahaya" in notice.inner_text()
    notice.get_by_role("link").click()
    assert browser_page.locator("h1").inner_text().startswith("Siaga Merah")


def test_a_withdrawn_page_says_so_and_why(
    demonstration_server: RunningServer, browser_page: Page, addresses: dict[str, str]
) -> None:
    answer = browser_page.goto(addresses["gone"])
    assert answer is not None
    assert answer.status == 410
    assert "Halaman ini ditarik" in browser_page.locator("h1").inner_text()
    assert "Keliru." in browser_page.locator("main").inner_text()


def test_in_forced_colours_what_is_drawn_is_still_there(
    chromium: Browser, addresses: dict[str, str]
) -> None:
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(addresses["part two"])
    fill, ground = (
        page.locator(f".bar-{part}").first.evaluate("bar => getComputedStyle(bar).fill")
        for part in ("fill", "ground")
    )
    assert fill != ground
    line = page.locator(".parts-next a").evaluate("a => getComputedStyle(a).borderTopStyle")
    assert line == "solid"
    context.close()


def test_nothing_moves_for_who_asked_for_stillness(
    chromium: Browser, addresses: dict[str, str]
) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(addresses["part one"])
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    moving = page.evaluate(
        "Array.from(document.querySelectorAll('*')).filter((one) => {"
        "  const style = getComputedStyle(one);"
        "  return style.animationName !== 'none' || style.transitionDuration !== '0s';"
        "}).length"
    )
    assert moving == 0
    context.close()


def test_a_wide_table_scrolls_by_itself_and_by_keyboard(
    browser_page: Page, addresses: dict[str, str]
) -> None:
    page = browser_page
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(addresses["part one"])
    table = page.locator(".table-wrap").first
    table.locator("td").evaluate_all(
        "cells => { for (const cell of cells) cell.append('.000'.repeat(9)); }"
    )
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    assert table.evaluate("wrap => wrap.scrollLeft") > 0
    assert overflow(page) <= 0


def test_a_page_without_style_sheets_is_still_in_order(
    chromium: Browser, addresses: dict[str, str]
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.route(re.compile(r"\.css"), lambda route: route.abort())
    page.goto(addresses["part one"])
    text = page.locator("body").inner_text()
    order = ["Langsung ke isi", "Menu", "Panduan musim hujan", "Oleh", "Selanjutnya", "Koreksi"]
    places = [text.index(words) for words in order if words in text]
    assert places == sorted(places)
    context.close()
