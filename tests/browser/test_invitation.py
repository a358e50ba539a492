"""Somebody is invited by a link, opens an account, sets up a second factor, and begins."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from support.editors import asked
from support.servers import RunningServer
from support.signing_in import at_work

ADMINISTRATOR = "pengelola-bandung"
BANDUNG = "/admin/orang/instansi/kota-bandung/"
RULES = "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
WIDTHS = [360, 1280]
CODE = """
from selaras.accounts.codes import code_at, step_now
answer.append(code_at(SECRET, step_now()))
"""
ROLES = """
from selaras.institutions.models import Membership
held = Membership.objects.filter(user__username=NAME)
answer.extend(held.order_by("role").values_list("institution__slug", "role"))
"""


def require_fit(page: Page, axe_source: str) -> None:
    """Nothing wider than the screen, and nothing that axe finds."""
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), page.url
    page.evaluate(axe_source)
    found = page.evaluate(RULES)["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], page.url


def page_of(chromium: Browser, width: int) -> Page:
    return chromium.new_context(viewport={"width": width, "height": 800}).new_page()


def invite(server: RunningServer, page: Page, name: str, axe_source: str) -> str:
    """The administrator fills in the form; returns the link that is shown once."""
    page.goto(server.url("redaksi", BANDUNG))
    require_fit(page, axe_source)
    page.get_by_role("link", name="Undang", exact=True).click()
    page.get_by_label("Nama").fill(name)
    page.get_by_label("Alamat surel dinas").fill("bukan surel")
    page.get_by_label("Penyetuju").check()
    page.get_by_role("button", name="Buat undangan").click()
    expect(page.get_by_text("Alamat surel ini tidak dapat dibaca")).to_be_visible()
    expect(page.get_by_label("Nama")).to_have_value(name)
    require_fit(page, axe_source)
    page.get_by_label("Alamat surel dinas").fill(f"{name.lower()}@bandung.go.id")
    page.get_by_role("button", name="Buat undangan").click()
    link = page.get_by_label("Tautan undangan").input_value()
    require_fit(page, axe_source)
    return link


def set_up_second_factor(server: RunningServer, page: Page) -> None:
    page.wait_for_url(re.compile("/akun/mulai/"))
    page.locator("a[href='/akun/aplikasi/']").first.click()
    secret = re.sub(r"\s", "", page.locator(".secret code").inner_text())
    (code,) = asked(server, CODE, SECRET=secret)
    page.fill("#id_code", str(code))
    page.press("#id_code", "Enter")
    page.wait_for_url(lambda url: "/akun/aplikasi/" not in url)


@pytest.mark.parametrize("width", WIDTHS)
def test_an_invitation_leads_to_work(
    demonstration_server: RunningServer, chromium: Browser, axe_source: str, width: int
) -> None:
    server, name = demonstration_server, f"wulan{width}"
    administrator = page_of(chromium, width)
    at_work(server, administrator, ADMINISTRATOR)
    link = invite(server, administrator, name, axe_source)

    invited = page_of(chromium, width)
    invited.goto(link)
    expect(invited.get_by_role("heading", level=1)).to_contain_text("Kota Bandung")
    require_fit(invited, axe_source)
    invited.get_by_label("Nama pengguna").fill(name)
    invited.get_by_label("Kata sandi", exact=True).fill("123")
    invited.get_by_role("button", name="Buat akun dan terima").click()
    expect(invited.get_by_text("terlalu pendek")).to_be_visible()
    require_fit(invited, axe_source)
    invited.get_by_label("Kata sandi", exact=True).fill("langit-biru-di-atas-kota")
    invited.get_by_role("button", name="Buat akun dan terima").click()

    set_up_second_factor(server, invited)
    assert asked(server, ROLES, NAME=name) == [["kota-bandung", "approver"]]
    invited.goto(server.url("redaksi", "/admin/"))
    steps = invited.get_by_role("region", name="Langkah pertama")
    expect(steps).to_contain_text("Pasang faktor kedua")
    require_fit(invited, axe_source)
    steps.get_by_role("button", name="Tutup daftar ini").click()
    expect(invited.get_by_role("region", name="Langkah pertama")).to_have_count(0)

    stranger = page_of(chromium, width)
    stranger.goto(link)
    expect(stranger.get_by_role("heading", level=1)).to_have_text("Tautan ini tidak berlaku.")
    require_fit(stranger, axe_source)
    for page in (administrator, invited, stranger):
        page.context.close()


@pytest.mark.appearance
@pytest.mark.parametrize("width", WIDTHS)
def test_the_screens_of_the_platform_fit(
    demonstration_server: RunningServer, chromium: Browser, axe_source: str, width: int
) -> None:
    page = page_of(chromium, width)
    at_work(demonstration_server, page, "pengelola-platform")
    paths = ["/admin/orang/", "/admin/orang/hak-baca/", "/admin/orang/hak-baca/beri/", BANDUNG]
    for path in paths:
        page.goto(demonstration_server.url("redaksi", path))
        require_fit(page, axe_source)
    page.locator(".people-cards a").first.click()
    require_fit(page, axe_source)
    for label in ("Akhiri", "Ubah masa", "Tambah peran", "Pindahkan ke instansi lain"):
        person = page.url
        page.get_by_role("link", name=re.compile(label)).first.click()
        require_fit(page, axe_source)
        page.goto(person)
    page.context.close()
