"""Signing in with the real screens, keys and codes."""

import json
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.editors import asked
from support.servers import RunningServer
from support.signing_in import SHOWN, sign_in

RULES = "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})"
SANDI = "sandi-yang-panjang"
SESSION = "selaras_redaksi"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
PERSON = """
from datetime import date
from selaras.accounts.models import User
from selaras.institutions.models import Institution
user = User.objects.create_user(username=NAME, password=SANDI, email=NAME + "@contoh.go.id")
slug, role = ROLE.split()
user.memberships.create(
    institution=Institution.objects.get(slug=slug), role=role, valid_from=date(2020, 1, 1)
)
"""
FORGET_THE_FACTOR = """
from django.contrib.sessions.models import Session
from importlib import import_module
from django.conf import settings
store = import_module(settings.SESSION_ENGINE).SessionStore
session = store(Session.objects.get(session_key=KEY).session_key)
for record in session["account_authentication_methods"]:
    record["at"] -= 3600
session.save()
"""


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport={"width": 1280, "height": 900})
    made.set_default_timeout(20_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def accessible(axe_source: str) -> Callable[[Page], None]:
    """Small and large, light and dark: no violation, and nothing to scroll sideways."""

    def check(page: Page) -> None:
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
            assert not wide, (page.url, width)
            for mode in ("light", "dark"):
                page.emulate_media(color_scheme=mode)  # type: ignore[arg-type]
                page.evaluate(axe_source)
                found = page.evaluate(RULES)["violations"]
                assert found == [], (page.url, width, mode, json.dumps(found)[:1500])

    return check


def plug_in(page: Page) -> None:
    """The computer has a fingerprint reader."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})


def new_person(server: RunningServer, name: str, role: str = "kota-bandung approver") -> str:
    asked(server, PERSON, NAME=name, SANDI=SANDI, ROLE=role)
    return name


def give_password(server: RunningServer, page: Page, name: str) -> None:
    page.goto(server.url("redaksi", "/masuk/"))
    page.fill("#id_login", name)
    page.fill("#id_password", SANDI)
    page.get_by_role("button", name="Masuk", exact=True).click()


def test_a_new_approver_sets_up_an_app_keeps_her_codes_and_enters(
    demonstration_server: RunningServer, page: Page, accessible: Callable[[Page], None]
) -> None:
    from selaras.accounts.codes import code_at, step_now

    server = demonstration_server
    give_password(server, page, new_person(server, "penyetuju-baru"))
    page.wait_for_url(re.compile("/akun/mulai/"))
    accessible(page)
    page.goto(server.url("redaksi", "/admin/pages/"))
    page.wait_for_url(re.compile("/akun/mulai/"))
    page.get_by_role("link", name="Aplikasi autentikator").click()
    accessible(page)
    expect(page.get_by_alt_text("Kode QR untuk aplikasi autentikator")).to_be_visible()
    drawn = page.evaluate("document.querySelector('.qr').naturalWidth")
    assert drawn > 0
    secret = page.locator(".secret code").inner_text().replace(" ", "")
    page.get_by_label("Kode dari aplikasi").fill(code_at(secret, step_now()))
    page.get_by_role("button", name="Pasang").click()
    page.wait_for_url(re.compile("/akun/kode-cadangan/"))
    expect(page.locator(".recovery li")).to_have_count(10)
    accessible(page)
    recovery = page.locator(".recovery code").first.inner_text()
    page.get_by_role("link", name="Sudah saya simpan, lanjutkan").click()
    page.wait_for_url(re.compile("/admin/$"))
    page.goto(server.url("redaksi", "/keluar/"))
    accessible(page)
    page.get_by_role("button", name="Keluar").click()
    give_password(server, page, "penyetuju-baru")
    page.get_by_label("Kode", exact=True).fill(recovery)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/admin/$"))


def test_a_passkey_is_the_second_factor_and_enters_without_a_password(
    demonstration_server: RunningServer, page: Page, accessible: Callable[[Page], None]
) -> None:
    server = demonstration_server
    plug_in(page)
    name = new_person(server, "penyetuju-kunci")
    give_password(server, page, name)
    page.get_by_role("link", name="Kunci sandi").click()
    accessible(page)
    page.get_by_label("Nama kunci sandi").fill("Laptop kantor")
    page.get_by_role("button", name="Tambah kunci sandi").click()
    page.wait_for_url(re.compile("/akun/kode-cadangan/"))
    page.goto(server.url("redaksi", "/akun/"))
    expect(page.get_by_text("Laptop kantor").first).to_be_visible()
    accessible(page)

    page.goto(server.url("redaksi", "/keluar/"))
    page.get_by_role("button", name="Keluar").click()
    give_password(server, page, name)
    page.wait_for_url(re.compile("/masuk/kode/"))
    accessible(page)
    page.get_by_role("button", name="Pakai kunci sandi").click()
    page.wait_for_url(re.compile("/admin/$"))

    page.goto(server.url("redaksi", "/keluar/"))
    page.get_by_role("button", name="Keluar").click()
    page.goto(server.url("redaksi", "/masuk/?next=/akun/sesi/"))
    accessible(page)
    page.get_by_role("button", name="Masuk dengan kunci sandi").click()
    expect(page.get_by_role("heading", name="Sesi")).to_be_visible()
    accessible(page)


def test_a_passkey_that_is_not_there_is_told_and_the_page_stays(
    demonstration_server: RunningServer, page: Page
) -> None:
    plug_in(page)
    page.goto(demonstration_server.url("redaksi", "/masuk/"))
    page.get_by_role("button", name="Masuk dengan kunci sandi").click()
    expect(page.get_by_role("alert")).to_contain_text("Kunci sandi tidak dipakai")
    expect(page.get_by_role("button", name="Masuk dengan kunci sandi")).to_be_enabled()


def test_what_was_typed_survives_the_confirmation(
    demonstration_server: RunningServer, page: Page, accessible: Callable[[Page], None]
) -> None:
    server = demonstration_server
    sign_in(server, page, "penyusun-bnpb")
    page.goto(server.url("redaksi", "/admin/umumkan/daftar/?lihat=terbit"))
    page.locator(".ms-cards a").first.click()
    page.get_by_role("link", name="Tarik pengumuman").click()
    typed = 'Nilainya keliru.\n\n  <b>catatan</b> "sendiri"\n'
    page.get_by_label("Alasan, seperti yang dibaca publik").fill(typed)
    (key,) = (one["value"] for one in page.context.cookies() if one["name"] == SESSION)
    asked(server, FORGET_THE_FACTOR, KEY=key)
    # Confirming a recall needs the factor; nobody asked for this one, so that the form comes back.
    form = "document.querySelector('form.ms-decision')"
    page.evaluate(
        f"{form}.append(Object.assign(document.createElement('input'),"
        " {type: 'hidden', name: 'act', value: 'sahkan'}));"
        f" HTMLFormElement.prototype.submit.call({form})"
    )
    expect(page.get_by_role("heading", name="Konfirmasi bahwa ini Anda")).to_be_visible()
    accessible(page)
    page.get_by_label("Kode", exact=True).fill(page.locator(SHOWN).inner_text())
    page.get_by_role("button", name="Konfirmasi dan lanjutkan").click()
    expect(page.get_by_label("Alasan, seperti yang dibaca publik")).to_have_value(typed)


def test_a_double_click_signs_in_once(demonstration_server: RunningServer, page: Page) -> None:
    server = demonstration_server
    page.goto(server.url("redaksi", "/masuk/"))
    page.fill("#id_login", "pemeriksa-bandung")
    page.fill("#id_password", "peragaan")
    page.get_by_role("button", name="Masuk", exact=True).dblclick()
    page.fill("#id_code", page.locator(SHOWN).inner_text())
    page.get_by_role("button", name="Lanjutkan").dblclick()
    page.wait_for_url(re.compile("/admin/$"))


@pytest.mark.appearance
def test_the_other_screens_are_accessible(
    demonstration_server: RunningServer, page: Page, accessible: Callable[[Page], None]
) -> None:
    server = demonstration_server
    for path in (
        "/sandi/lupa/",
        "/sandi/lupa/terkirim/",
        "/sandi/baru/1-a-b/",
        "/sandi/baru/selesai/",
    ):
        page.goto(server.url("redaksi", path))
        accessible(page)
    page.goto(server.url("redaksi", "/masuk/"))
    page.fill("#id_login", "tidak-ada")
    page.fill("#id_password", "salah")
    page.get_by_role("button", name="Masuk", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("tidak cocok")
    accessible(page)
    sign_in(server, page, "pengelola-bandung")
    for path in ("", "sandi/", "aplikasi/lepas/", "kode-cadangan/baru/", "kunci/tambah/"):
        page.goto(server.url("redaksi", f"/akun/{path}"))
        accessible(page)


def test_everything_is_reached_with_the_keyboard(
    demonstration_server: RunningServer, page: Page
) -> None:
    page.goto(demonstration_server.url("redaksi", "/masuk/"))
    expect(page.locator("#id_login")).to_be_focused()
    reached = []
    for _ in range(5):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("document.activeElement.innerText || document.activeElement.id")
        )
    assert reached == [
        "id_password", "Tampilkan", "Masuk", "Lupa kata sandi?", "Masuk dengan kunci sandi",
    ]  # fmt: skip
    page.get_by_role("button", name="Tampilkan").click()
    expect(page.locator("#id_password")).to_have_attribute("type", "text")
