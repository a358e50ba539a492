"""Somebody writes a wrong level: it is underlined, mended with one click, and gone everywhere."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from support.editors import TEXT, asked, open_article, publish_at_once, signed_in
from support.servers import RunningServer

ANY_TIME_MS = 15_000
UNDERLINED_MS = 2_000
SETTLED_SECONDS = 30
MAKE = """
from datetime import date
from selaras.accounts.models import User
from selaras.alignment.services.reading import examine
from selaras.facts.models import FactType
from selaras.pages.models import ArticlePage
writer = User.objects.get(username="redaksi-bandung")
parent = ArticlePage.objects.live().filter(url_path__contains="/kota-bandung/").first().get_parent()
page = ArticlePage(
    title="Kabar siaga", slug="kabar-siaga", lead="Teras.", byline="Redaksi", place="Bandung",
    live=False, owner=writer, body=[{"type": "paragraph", "value": "<p>Isi naskah.</p>"}],
)
parent.add_child(instance=page)
page.save_revision(user=writer)
said = "Kota Bandung kini berstatus {}."
labels = FactType.objects.get(key="siaga.status").choices.values_list("label", flat=True)
wrong = [
    label for label in labels
    if examine(said.format(label), region="32.73", today=date.today()).findings
]
answer += [page.pk, said.format(wrong[0]), wrong[0]]
"""
FOUND = """
from selaras.alignment.engine.results import FINDINGS
from selaras.alignment.models import CheckedText, StoredMention
mentions = StoredMention.objects.filter(text__source="page", text__source_id=KEY)
answer += [
    sorted(CheckedText.objects.filter(source_id=KEY).values_list("state", flat=True)),
    mentions.filter(verdict__in=FINDINGS).count(),
]
"""
RULES = """axe.run(
  {include: [['[data-align-cards]'], ['[data-align-panel]']]},
  {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations']},
)"""


def found(server: RunningServer, key: int, states: list[str], count: int) -> None:
    """Wait until the worker has read the page: in these states, with so many findings."""
    until, last = time.monotonic() + SETTLED_SECONDS, None
    while time.monotonic() < until:
        last = asked(server, FOUND, KEY=str(key))
        if last == [states, count]:
            return
    pytest.fail(f"the page is kept as {last}, not as {[states, count]}")


def accessible(page: Page, axe_source: str) -> None:
    """What this room adds to the screen; the panel is open."""
    page.get_by_role("button", name="Keselarasan").click()
    expect(page.locator(".align-jump")).to_have_count(1)
    page.evaluate(axe_source)
    for mode in ("dark", "light"):
        page.emulate_media(color_scheme=mode)
        page.wait_for_timeout(500)  # colours are on their way
        assert page.evaluate(RULES)["violations"] == []


def test_a_wrong_level_is_underlined_while_one_writes_and_replaced_with_one_click(
    demonstration_server: RunningServer, browser_page: Page, axe_source: str
) -> None:
    server = demonstration_server
    key, sentence, wrong = asked(server, MAKE)
    assert isinstance(key, int)
    page = signed_in(server, browser_page.context)
    page.set_default_timeout(ANY_TIME_MS)
    open_article(server, page, key)
    page.locator(TEXT).first.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(f" {sentence}")

    mark = page.locator(".align-mark")
    expect(mark).to_have_text(str(wrong), timeout=UNDERLINED_MS)
    card = page.locator(".align-card")
    expect(card).to_contain_text("Status siaga · Kota Bandung · Sumber: ")
    accessible(page, axe_source)
    found(server, key, ["draft"], 1)

    mark.click()
    card.get_by_role("button", name="Ganti dengan fakta resmi").click()
    expect(page.locator(".fact-chip")).to_have_text(re.compile("^Status siaga: Siaga "))
    expect(mark).to_have_count(0)
    expect(page.locator("[data-align-status]")).to_have_text(
        "Tidak ada pernyataan yang berbeda dari fakta resmi."
    )
    publish_at_once(page)
    found(server, key, ["published"], 0)
