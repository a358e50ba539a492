"""An editor puts a fact into a text with the real screens, and citizens read its value."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Response, expect

from support.editors import publish_at_once
from support.servers import RunningServer
from support.signing_in import at_work

TEXT = ".public-DraftEditor-content"
CHIP = ".fact-chip"
ANY_TIME_MS = 15_000


@pytest.fixture
def editing(demonstration_server: RunningServer, browser_page: Page) -> Page:
    """An article of Bandung, open in the editor."""
    page = browser_page
    page.set_default_timeout(ANY_TIME_MS)
    at_work(demonstration_server, page, "darurat-bandung")
    page.goto(demonstration_server.url("redaksi", "/admin/pages/search/?q=jalan"))
    page.get_by_role("link", name=re.compile("jalan rusak")).first.click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))
    page.locator(TEXT).first.wait_for()
    return page


def write_at_the_end(page: Page, words: str) -> None:
    page.locator(TEXT).first.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def ask_for_a_fact(page: Page) -> None:
    page.keyboard.type("/fakta")
    page.get_by_role("option", name="Fakta resmi").click()
    page.get_by_role("link", name="Posko siaga").click()
    expect(page.locator("[data-fact-preview]")).to_contain_text("Pembaca di Kota Bandung membaca:")


def use_it(page: Page) -> None:
    """Click, and go on the moment the chip is there: faster than any person."""
    before = page.locator(CHIP).count()
    page.get_by_role("button", name="Pakai fakta ini").click()
    page.wait_for_function(
        "([selector, before]) => document.querySelectorAll(selector).length > before",
        arg=[CHIP, before],
    )


def publish(page: Page) -> str:
    """Publish by the form's own button; returns the path of the live page."""
    slug = page.locator("[name=slug]").input_value()
    publish_at_once(page)
    expect(page.locator(".messages .success").first).to_be_visible()
    return f"/berita/{slug}/"


def saves_facts(count: int) -> Callable[[Response], bool]:
    """Whether this answers an autosave with that many facts in the text."""

    def saves(response: Response) -> bool:
        request = response.request
        body = request.post_data_buffer or b""
        saving = request.method == "POST" and request.url.endswith("/edit/")
        return saving and body.count(b'"FACT"') == count

    return saves


def test_a_fact_chosen_in_the_editor_is_read_on_the_public_site(
    editing: Page, demonstration_server: RunningServer
) -> None:
    write_at_the_end(editing, "Kota ini memiliki ")
    ask_for_a_fact(editing)
    said = editing.locator(".fact-sentence strong").inner_text()
    assert re.fullmatch(r"[\d.]+ posko", said)
    use_it(editing)
    assert editing.locator(CHIP).last.inner_text() == f"Posko siaga: {said}"
    path = publish(editing)
    status, body = demonstration_server.get("kota-bandung", path)
    assert status == 200
    text = re.sub(r"<[^>]+>", "", body)
    assert f"Kota ini memiliki {said}" in text


@pytest.mark.parametrize("ready", [0, 2600], ids=["just opened", "open for a while"])
@pytest.mark.parametrize("words", ["", "Lalu "], ids=["alone", "after typing"])
def test_autosave_keeps_a_fact_whenever_it_is_inserted(
    editing: Page, ready: int, words: str
) -> None:
    """Wagtail's autosave forgets changes of the first two seconds and those made while it saves."""
    editing.wait_for_timeout(ready)
    write_at_the_end(editing, words)
    ask_for_a_fact(editing)
    editing.wait_for_timeout(600 if words else 0)  # the words are being saved at that moment
    count = editing.locator(CHIP).count() + 1
    with editing.expect_response(saves_facts(count)):
        use_it(editing)
    again = editing.context.new_page()
    again.goto(editing.url)
    expect(again.locator(CHIP)).to_have_count(count)


def test_a_fact_in_a_text_can_be_changed_and_removed(editing: Page) -> None:
    write_at_the_end(editing, "Per tanggal itu ")
    ask_for_a_fact(editing)
    use_it(editing)
    count = editing.locator(CHIP).count()
    chip = editing.locator(CHIP).last
    tools = editing.locator(".fact-tooltip")

    chip.click()
    tools.get_by_role("button", name="Ubah").click()
    editing.select_option("[name=format]", "sentence")
    with editing.expect_response(re.compile("/pratinjau/")):
        editing.fill("[name=region]", "Kota Surabaya")
    editing.get_by_role("button", name="Pakai fakta ini").click()
    expect(chip).to_contain_text("berlaku")
    expect(editing.locator(CHIP)).to_have_count(count)

    chip.click()
    tools.get_by_role("button", name="Hapus").click()
    expect(editing.locator(CHIP)).to_have_count(count - 1)
