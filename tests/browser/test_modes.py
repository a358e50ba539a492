"""Light, dark, and the system's choice: never a flash of the other, and no script needed."""

import io
import time
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, Route

from support.servers import RunningServer

pytestmark = pytest.mark.appearance

DARK, LIGHT = "rgb(21, 25, 27)", "rgb(251, 248, 242)"
# Notes the ground that each frame shows, from the first one on.
WATCH = """
window.grounds = new Set();
(function note() {
  const sheet = Array.from(document.styleSheets).some((one) => one.href?.includes("tokens"));
  if (sheet) window.grounds.add(getComputedStyle(document.documentElement).backgroundColor);
  requestAnimationFrame(note);
})();
"""
Visit = Callable[..., Page]


@pytest.fixture
def home(demonstration_server: RunningServer) -> str:
    return demonstration_server.url("kota-bandung")


def ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


def slowly(route: Route) -> None:
    time.sleep(0.4)
    route.continue_()


def choosing(chromium: Browser, home: str, *, system: str, chosen: str) -> BrowserContext:
    """A visitor whose system prefers one mode and who chose the other one here."""
    context = chromium.new_context(color_scheme=system, viewport={"width": 800, "height": 600})
    page = context.new_page()
    page.goto(home)
    page.get_by_role("radio", name={"dark": "Gelap", "light": "Terang"}[chosen]).check()
    page.close()
    return context


@pytest.mark.parametrize(
    ("system", "chosen", "expected"), [("light", "dark", DARK), ("dark", "light", LIGHT)]
)
def test_a_chosen_mode_never_flashes_the_other(
    chromium: Browser, home: str, system: str, chosen: str, expected: str
) -> None:
    context = choosing(chromium, home, system=system, chosen=chosen)
    page = context.new_page()
    page.add_init_script(WATCH)
    page.route("**/look/**", slowly)
    page.goto(home, wait_until="load")
    page.wait_for_timeout(300)
    assert page.evaluate("Array.from(window.grounds)") == [expected]
    context.close()


def test_the_page_is_dark_before_its_style_sheets_are_there(chromium: Browser, home: str) -> None:
    context = choosing(chromium, home, system="light", chosen="dark")
    page = context.new_page()
    page.route("**/*.css", lambda route: route.abort())
    page.goto(home, wait_until="load")
    shot = Image.open(io.BytesIO(page.screenshot())).convert("L")
    assert shot.getpixel((790, 300)) < 60
    context.close()


@pytest.mark.parametrize(("system", "expected"), [("light", LIGHT), ("dark", DARK)])
def test_without_a_script_the_system_chooses_and_no_switch_pretends(
    chromium: Browser, home: str, system: str, expected: str
) -> None:
    context = chromium.new_context(color_scheme=system, java_script_enabled=False)
    page = context.new_page()
    page.goto(home)
    assert not page.locator(".mode-switch").is_visible()
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    assert f"rgb{shot.getpixel((3, 400))}" == expected
    context.close()


def test_the_switch_shows_what_holds_from_the_first_paint(chromium: Browser, home: str) -> None:
    context = choosing(chromium, home, system="light", chosen="dark")
    page = context.new_page()
    page.route("**/mode.*js", lambda route: route.abort())
    page.goto(home)
    weights = page.locator(".mode-switch input + span").evaluate_all(
        "spans => spans.map((span) => getComputedStyle(span).fontWeight)"
    )
    assert weights == ["400", "700", "400"]
    context.close()


def test_system_follows_the_system_again(chromium: Browser, home: str) -> None:
    context = choosing(chromium, home, system="light", chosen="dark")
    page = context.new_page()
    page.goto(home)
    assert ground(page) == DARK
    page.get_by_role("radio", name="Sistem").check()
    assert ground(page) == LIGHT
    page.emulate_media(color_scheme="dark")
    assert ground(page) == DARK
    context.close()


def test_paper_is_always_light(chromium: Browser, home: str) -> None:
    context = choosing(chromium, home, system="dark", chosen="dark")
    page = context.new_page()
    page.goto(home)
    page.emulate_media(media="print")
    ink = page.locator("h1").evaluate("heading => getComputedStyle(heading).color")
    assert ink == "rgb(26, 35, 38)"
    context.close()
