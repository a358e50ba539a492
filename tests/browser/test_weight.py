"""How much travels before a page can be read: a cheap phone pays for every kilobyte."""

import pytest
from playwright.sync_api import Browser, Page

from support.servers import RunningServer

pytestmark = pytest.mark.appearance

MOST = 60_000
ARTICLE = (
    "/berita/panduan-musim-hujan-bagi-warga-kota-bandung-bersiap-bertindak-pulih-data-peragaan/"
)
PAGES = {
    "portal": ("localhost", "/"),
    "home": ("kota-bandung", "/"),
    "article": ("kota-bandung", ARTICLE),
    "section": ("kota-bandung", "/berita/"),
    "search": ("localhost", "/cari/?q=status+siaga+bandung&wilayah=32.73"),
}


def transferred(page: Page, address: str) -> dict[str, int]:
    """Bytes over the wire with their headers, by address; photos are left out."""
    photos: set[str] = set()
    addresses: dict[str, str] = {}
    sizes: dict[str, int] = {}
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")

    def received(event: dict[str, object]) -> None:
        response = event["response"]
        assert isinstance(response, dict)
        addresses[str(event["requestId"])] = str(response["url"])
        if event["type"] == "Image" and "svg" not in str(response["mimeType"]):
            photos.add(str(event["requestId"]))

    def finished(event: dict[str, object]) -> None:
        request = str(event["requestId"])
        if request in addresses and request not in photos:
            sizes[addresses[request]] = int(str(event["encodedDataLength"]).split(".")[0])

    session.on("Network.responseReceived", received)
    session.on("Network.loadingFinished", finished)
    page.goto(address, wait_until="networkidle")
    return sizes


@pytest.mark.parametrize("kind", PAGES)
def test_the_first_view_weighs_at_most_sixty_kilobytes_without_photos(
    chromium: Browser, demonstration_server: RunningServer, kind: str
) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    sizes = transferred(context.new_page(), demonstration_server.url(*PAGES[kind]))
    context.close()
    assert any(address.endswith(".css") for address in sizes)
    assert sum(sizes.values()) <= MOST, sizes


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_moves_while_a_page_arrives(
    chromium: Browser, demonstration_server: RunningServer, kind: str
) -> None:
    """Cumulative layout shift, as the browser itself measures it."""
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => {"
        "  for (const entry of list.getEntries()) window.shift += entry.value;"
        "}).observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(demonstration_server.url(*PAGES[kind]), wait_until="networkidle")
    page.mouse.wheel(0, 3000)
    page.wait_for_timeout(500)
    assert page.evaluate("window.shift") < 0.01
    context.close()
