"""Facts on a website that is not ours, with a policy as strict as ours, in a real browser."""

import html
import json
import re
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from support.axe import violations
from support.editors import asked
from support.servers import RunningServer

REGION = "93.01"
CHOICES = {
    "word": f"fakta=siaga.posko&wilayah={REGION}&bentuk=short",
    "card": f"fakta=siaga.status&wilayah={REGION}&bentuk=card",
    "list": f"fakta=pengumuman&wilayah={REGION}&jumlah=2",
}
STATE = """
from django.utils import timezone
from selaras.facts.tests.speaking import say
from selaras.facts.queries import fact_type
say(fact_type("siaga.posko"), REGION, NUMBER, timezone.now())
"""
STYLES = {
    "/stated.css": ":root { color-scheme: light dark }",
    "/own.css": "@media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }",
}
TURN = """hidden => {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
GROUND = "card => getComputedStyle(card).backgroundColor"
LIGHT, DARK = "rgb(255, 253, 249)", "rgb(28, 34, 37)"


class Elsewhere:
    """A website on an origin of its own: the published code, and a policy that allows ours."""

    def __init__(self, server: RunningServer) -> None:
        self.code = {name: snippets(server, query) for name, query in CHOICES.items()}
        self.ours = server.url("localhost", "").rstrip("/")
        self.stopped = closed()

    def page(self, path: str) -> str:
        """`/stated` and `/own` name a style sheet; `/gone` asks a server that does not answer."""
        style = "own" if path == "/own" else "stated"
        one = self.code["card"]
        parts = [f"<p id={name}>{code['unsur']}</p>" for name, code in self.code.items()]
        sheet = f"<link rel=stylesheet href=/{style}.css>"
        whole = (
            "<!doctype html><html lang=id><meta charset=utf-8><title>Situs lain</title>"
            f"<meta name=viewport content='width=device-width'>{sheet}"
            f"{one['skrip']}<main><h1>Situs lain</h1>{''.join(parts)}{one['iframe']}</main></html>"
        )
        return whole.replace(self.ours, self.stopped) if path == "/gone" else whole

    @property
    def policy(self) -> str:
        ours = f"{self.ours} {self.stopped}"
        return (
            f"default-src 'none'; style-src 'self'; script-src {ours}; connect-src {ours}; "
            f"frame-src {ours}; trusted-types 'none'; require-trusted-types-for 'script'"
        )


def snippets(server: RunningServer, query: str) -> dict[str, str]:
    page = server.get("localhost", f"/sematan/?{query}")[1]
    found = re.findall(r'<textarea id="kode-(\w+)"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    return {name: html.unescape(code) for name, code in found}


def closed() -> str:
    """The origin of a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://localhost:{probe.getsockname()[1]}"


@pytest.fixture(scope="module")
def elsewhere(demonstration_server: RunningServer) -> Iterator[str]:
    site = Elsewhere(demonstration_server)

    class Host(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            body = STYLES.get(path) or site.page(path)
            self.send_response(200)
            kind = "text/css" if path in STYLES else "text/html; charset=utf-8"
            self.send_header("Content-Type", kind)
            self.send_header("Content-Security-Policy", site.policy)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_: object) -> None:
            pass

    host = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=host.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{host.server_address[1]}"
    host.shutdown()


@pytest.fixture
def complaints(browser_page: Page) -> list[str]:
    """What a page elsewhere was told of our faults: exceptions, and what its policy refused."""
    found: list[str] = []
    browser_page.on("pageerror", lambda error: found.append(str(error)))
    browser_page.on(
        "console",
        lambda said: (
            found.append(said.text)
            if said.type == "error" and "Failed to load resource" not in said.text
            else None
        ),
    )
    return found


def told(server: RunningServer, key: str) -> dict[str, str]:
    answer = server.get("localhost", f"/sematan/fakta/{key}/{REGION}.json")[1]
    found: dict[str, str] = json.loads(answer)["text"]
    return found


def test_a_page_elsewhere_shows_it_in_both_modes_under_a_strict_policy(
    browser_page: Page, complaints: list[str], elsewhere: str, demonstration_server: RunningServer
) -> None:
    page = browser_page
    status = told(demonstration_server, "siaga.status")["short"]
    page.emulate_media(color_scheme="light")
    for path, modes in (("/stated", (LIGHT, DARK)), ("/own", (LIGHT, DARK))):
        page.goto(f"{elsewhere}{path}")
        card = page.locator("#card .card")
        expect(card).to_contain_text(status)
        assert card.evaluate(GROUND) == modes[0], path
        page.emulate_media(color_scheme="dark")
        expect(card).to_have_css("background-color", modes[1])
        page.emulate_media(color_scheme="light")
    posko = told(demonstration_server, "siaga.posko")["short"]
    link = page.locator("#word").get_by_role("link")
    expect(link).to_contain_text(posko)
    assert link.get_attribute("href") == demonstration_server.url(
        "localhost", f"/wilayah/{REGION}/#fakta-siaga-posko"
    )
    assert page.locator("#list").get_by_role("listitem").count() == 2
    frame = page.frame_locator("iframe")
    expect(frame.locator("body")).to_contain_text(status)
    expect(frame.get_by_role("link").first).to_be_visible()
    assert (complaints, page.context.cookies()) == ([], [])


def test_it_follows_a_change_and_falls_back_when_no_right_answer_comes(
    browser_page: Page, complaints: list[str], elsewhere: str, demonstration_server: RunningServer
) -> None:
    page, server = browser_page, demonstration_server
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    page.clock.install()
    page.goto(f"{elsewhere}/stated")
    word = page.locator("#word")
    expect(word.locator(".fact")).to_be_visible()
    fallback = word.get_by_text(re.compile("^Posko siaga, "))
    expect(fallback).to_be_hidden()
    before = told(server, "siaga.posko")["short"]
    number = "97" if "96" in before else "96"
    asked(server, STATE, REGION=REGION, NUMBER=number)
    page.evaluate(TURN, True)
    asked_for.clear()
    page.clock.fast_forward(600_000)
    assert asked_for == []  # a page that nobody sees asks nothing
    page.evaluate(TURN, False)
    expect(word.locator(".fact")).to_contain_text(number)

    asked_for.clear()
    page.clock.fast_forward(59_000)
    assert asked_for == []
    with page.expect_event("requestfinished", lambda request: "siaga.posko" in request.url):
        page.clock.fast_forward(2_000)

    def answer(text: str | None) -> None:
        def handle(route: Route) -> None:
            if text is None:
                route.abort("connectionrefused")
            else:
                shared = {"Access-Control-Allow-Origin": "*"}
                route.fulfill(body=text, content_type="application/json", headers=shared)

        page.unroute_all()
        page.route("**/*.json*", handle)
        page.evaluate(TURN, False)

    for text in (None, "<html>", "null", '{"version": 1, "kind": "fact"}'):
        answer(text)
        expect(fallback).to_be_visible()
        page.unroute_all()
        page.evaluate(TURN, False)
        expect(word.locator(".fact")).to_contain_text(number)
        expect(fallback).to_be_hidden()
    assert complaints == []


def test_with_our_server_gone_a_page_elsewhere_shows_its_links_and_works(
    browser_page: Page, complaints: list[str], elsewhere: str
) -> None:
    browser_page.goto(f"{elsewhere}/gone")
    for name, words in (("word", "Posko siaga, "), ("card", "Status siaga, "), ("list", "Peng")):
        expect(browser_page.locator(f"#{name}").get_by_text(words)).to_be_visible()
    expect(browser_page.get_by_role("heading")).to_have_text("Situs lain")
    assert complaints == []


def test_the_page_with_the_code_shows_what_is_chosen_and_is_accessible(
    chromium: Browser, demonstration_server: RunningServer, elsewhere: str, axe_source: str
) -> None:
    server = demonstration_server
    with chromium.new_context(bypass_csp=True) as context:
        page = context.new_page()
        page.goto(server.url("localhost", f"/sematan/?{CHOICES['card']}"))
        page.select_option("#bentuk", "sentence")
        expect(page.locator("#kode-unsur")).to_have_value(re.compile('format="sentence"'))
        page.fill("#wilayah", "Kota Bandung")
        page.locator("#wilayah").press("Tab")
        expect(page.locator("#kode-unsur")).to_have_value(re.compile('region="32.73"'))
        expect(page.locator(".embedding-page .fact")).to_be_visible()
        assert "wilayah=Kota+Bandung" in page.url
        assert violations(page, axe_source) == []
        page.goto(f"{elsewhere}/stated")
        for shown in ("#word .fact", "#card .card", "#list .card"):
            expect(page.locator(shown)).to_be_visible()
        assert violations(page, axe_source) == []
