"""What a citizen can ask and say, and what the editors of a site make of it."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from support.axe import violations
from support.servers import RunningServer
from support.signing_in import at_work

SITE = "komdigi"


@pytest.fixture
def editor(
    request: pytest.FixtureRequest, demonstration_server: RunningServer, browser_page: Page
) -> Page:
    """Signed in at the ministry's site, as its writer or who the test names.

    Other tests read the site of Bandung.
    """
    browser_page.set_default_timeout(15_000)
    return at_work(demonstration_server, browser_page, getattr(request, "param", "redaksi-komdigi"))


def send_report(page: Page, address: str, wrong: str) -> None:
    page.goto(address)
    page.get_by_label("Apa yang salah?").fill(wrong)
    page.get_by_role("button", name="Kirim laporan").click()


def test_a_report_without_javascript_and_cookies_reaches_the_editors(
    demonstration_server: RunningServer, chromium: Browser, editor: Page
) -> None:
    server = demonstration_server
    context = chromium.new_context(java_script_enabled=False)
    citizen = context.new_page()
    send_report(citizen, server.url(SITE, "/lapor/?halaman=/berita/"), "Tanggal vaksin keliru.")
    number = re.search(r"/lapor/(\d{6}-\d+)/$", citizen.url)
    assert number is not None
    expect(citizen.get_by_text(f"Nomor laporan Anda {number.group(1)}.")).to_be_visible()
    assert context.cookies() == []
    context.close()

    editor.goto(server.url("redaksi", "/admin/laporan-warga/"))
    expect(editor.get_by_text("Tanggal vaksin keliru.")).to_be_visible()
    editor.get_by_role("link", name="/berita/").first.click()
    editor.get_by_label("Dijawab").check()
    editor.get_by_label("Catatan").fill("Sudah diperbaiki.")
    editor.get_by_role("button", name="Simpan").click()
    expect(editor.get_by_role("cell", name="Dijawab").first).to_be_visible()


def test_a_mistake_in_a_report_is_told_and_nothing_typed_is_lost(
    demonstration_server: RunningServer, browser_page: Page
) -> None:
    page = browser_page
    page.goto(demonstration_server.url(SITE, "/lapor/"))
    page.get_by_label("Halaman yang Anda laporkan").fill("https://lain.example/")
    page.get_by_label("Apa yang salah?").fill("Angkanya.")
    page.get_by_role("button", name="Kirim laporan").click()
    expect(page.get_by_role("alert")).to_contain_text("bukan alamat di situs ini")
    expect(page.get_by_label("Apa yang salah?")).to_have_value("Angkanya.")
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_label("Halaman yang Anda laporkan")).to_be_focused()


@pytest.mark.appearance
def test_the_pages_for_citizens_have_no_accessibility_violation(
    demonstration_server: RunningServer, chromium: Browser, axe_source: str
) -> None:
    server = demonstration_server
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    for path in ("/lapor/", "/cari/?q=warga", "/cari/?q=x", "/aksesibilitas/"):
        page.goto(server.url(SITE, path))
        assert violations(page, axe_source) == [], path
    send_report(page, server.url(SITE, "/lapor/?halaman="), "Tanpa alamat.")
    page.evaluate("document.querySelector('form.form').noValidate = true")
    page.get_by_role("button", name="Kirim laporan").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert violations(page, axe_source) == []
    context.close()


def test_the_portal_leads_to_the_place_that_is_searched_for(
    demonstration_server: RunningServer, browser_page: Page
) -> None:
    browser_page.goto(demonstration_server.url("localhost", "/cari/"))
    browser_page.get_by_role("main").get_by_role("combobox").fill("Kota Bandung")
    browser_page.keyboard.press("Enter")
    browser_page.get_by_role("link", name="Kota Bandung").first.click()
    assert browser_page.url == demonstration_server.url("kota-bandung")


@pytest.mark.parametrize("editor", ["pengelola-komdigi"], indirect=True)
def test_a_colour_is_previewed_while_it_is_chosen_and_stands_on_the_site(
    demonstration_server: RunningServer, editor: Page
) -> None:
    editor.goto(demonstration_server.url("redaksi", "/admin/profil-situs/"))
    words = editor.locator("[data-words]").first
    before = words.inner_text()
    text = editor.locator("[data-swatch] [data-fill=text]").first
    old = text.get_attribute("fill")
    with editor.expect_response(re.compile("/warna/ffcc00/")):
        editor.get_by_label("Warna", exact=True).fill("#ffcc00")
    expect(text).not_to_have_attribute("fill", str(old))
    expect(words).not_to_have_text(before)
    editor.get_by_role("button", name="Simpan").click()
    expect(editor.locator(".messages .success")).to_contain_text("Profil situs disimpan")
    assert "/warna/ffcc00.css" in demonstration_server.get(SITE)[1]


@pytest.mark.parametrize("editor", ["pengelola-komdigi"], indirect=True)
def test_a_channel_on_a_strange_host_is_refused_in_the_form(
    demonstration_server: RunningServer, editor: Page
) -> None:
    editor.goto(demonstration_server.url("redaksi", "/admin/profil-situs/"))
    telegram = editor.locator("input[name^='channels-'][value^='https://t.me/']")
    telegram.fill("https://t.me.jahat.example/kita")
    editor.get_by_role("button", name="Simpan").click()
    expect(editor.get_by_text("Alamat Telegram diawali https://t.me/").first).to_be_visible()
    assert "jahat.example" not in demonstration_server.get(SITE)[1]


@pytest.mark.parametrize("editor", ["penyetuju-komdigi"], indirect=True)
def test_an_editor_withdraws_a_page_with_a_reason(
    demonstration_server: RunningServer, editor: Page
) -> None:
    editor.goto(demonstration_server.url("redaksi", "/admin/pages/"))
    editor.get_by_role("link", name="Profil", exact=True).click()
    editor.wait_for_url(re.compile(r"/edit/$"))  # whole: the menu opens once its script has come
    editor.get_by_role("button", name=re.compile("Tindakan|Actions")).first.click()
    editor.get_by_role("link", name="Tarik…").first.click()
    editor.get_by_label("Alasan").fill("Alamat kantor berubah.")
    editor.get_by_role("button", name="Tarik halaman").click()
    expect(editor.locator(".messages .success")).to_contain_text("ditarik")
    status, body = demonstration_server.get(SITE, "/profil/")
    assert status == 410
    assert "Alamat kantor berubah." in body
