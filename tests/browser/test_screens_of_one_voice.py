"""The screens of announcing, instructing, objecting and adopting: by keyboard, for everybody.

Each is looked at by axe-core in both modes, on a small and a large screen, and none is wider than
its screen.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from support.axe import violations
from support.servers import RunningServer
from support.signing_in import people_at

FITS = """() => {
  const main = document.querySelector('main') || document.body;
  return main.scrollWidth <= main.clientWidth;
}"""


@pytest.fixture
def enter(
    chromium: Browser, demonstration_server: RunningServer
) -> Iterator[Callable[[str], Page]]:
    with people_at(demonstration_server, chromium, bypass_csp=True, locale="id-ID") as enter:
        yield enter


@pytest.fixture
def fits(axe_source: str) -> Callable[[Page], None]:
    """Nothing that axe finds, and nothing wider than the smallest screen."""

    def look(page: Page) -> None:
        expect(page.locator("h1").first).to_be_attached()
        assert violations(page, axe_source) == [], page.url
        page.set_viewport_size({"width": 360, "height": 900})
        page.wait_for_function(FITS)  # the side bar takes a moment to fold
        page.set_viewport_size({"width": 1280, "height": 900})

    return look


def press(where: Locator) -> None:
    """As somebody without a mouse does."""
    where.focus()
    where.press("Enter")


def test_an_announcement_is_written_approved_and_recalled(
    demonstration_server: RunningServer,
    enter: Callable[[str], Page],
    fits: Callable[[Page], None],
) -> None:
    server = demonstration_server
    author = enter("penyusun-bnpb")
    for path in ("/admin/umumkan/daftar/", "/admin/umumkan/baru/"):
        author.goto(server.url("redaksi", path))
        fits(author)
    topic = author.locator("input[name=topic][value='siaga-musim-hujan']")
    topic.focus()
    topic.press("Space")
    press(author.get_by_role("button", name="Mulai menulis"))
    author.fill("#id_title", "Kanal siaga diperbarui (data peragaan)")
    press(author.get_by_role("button", name="Simpan dan periksa").first)
    expect(author.get_by_role("alert")).to_contain_text("perlu diperbaiki")
    fits(author)
    author.fill("#id_summary", "Uji layar.")
    author.fill("#id_instrument", "Keputusan uji layar (data peragaan)")
    author.fill("#grid-text", "wilayah\tStatus siaga\nKota Bandung\tmerah\n")
    press(author.get_by_role("button", name="Simpan dan periksa").first)
    expect(author.locator("#periksa .ms-tally")).to_contain_text("1 nilai")
    fits(author)
    preview = author.get_by_role("link", name="Pratinjau di situs").first
    address = author.url
    press(preview)
    fits(author)
    author.goto(address)
    press(author.get_by_role("button", name="Ajukan untuk disetujui"))

    approver = enter("penyetuju-bnpb")
    press(approver.get_by_role("link", name=re.compile("Kanal siaga diperbarui")).first)
    fits(approver)
    press(approver.get_by_role("button", name="Setujui dan terbitkan sekarang"))
    expect(approver.get_by_text("Kanal siaga diperbarui").first).to_be_visible()
    fits(approver)
    press(approver.get_by_role("link", name=re.compile("Tarik")).first)
    fits(approver)


def test_an_instruction_is_prepared_and_followed(
    demonstration_server: RunningServer,
    enter: Callable[[str], Page],
    fits: Callable[[Page], None],
) -> None:
    server = demonstration_server
    centre = enter("penyusun-bnpb")
    centre.goto(server.url("redaksi", "/admin/instruksi/baru/"))
    fits(centre)
    centre.fill("#id_title", "Periksa posko (data peragaan)")
    centre.fill("#id_task", "Periksa semua posko dan laporkan.")
    due = datetime.now(UTC) + timedelta(days=3)
    centre.fill("#id_due_at", f"{due:%Y-%m-%dT%H:%M}")
    press(centre.get_by_role("button", name=re.compile("Simpan")).first)
    fits(centre)
    centre.goto(server.url("redaksi", "/admin/instruksi/dari-kami/"))
    fits(centre)
    press(centre.locator("main").get_by_role("link", name=re.compile("peragaan")).last)
    if not centre.url.endswith("/papan/"):
        press(centre.get_by_role("link", name=re.compile("Papan")).first)
    fits(centre)
    press(centre.locator("main table a").first)
    fits(centre)

    office = enter("redaksi-bandung")
    office.goto(server.url("redaksi", "/admin/instruksi/"))
    fits(office)
    press(office.locator("main a[href*='untuk-kami']").first)
    fits(office)


def test_a_region_objects_to_a_fact(
    demonstration_server: RunningServer,
    enter: Callable[[str], Page],
    fits: Callable[[Page], None],
) -> None:
    server = demonstration_server
    region = enter("redaksi-bandung")
    region.goto(server.url("redaksi", "/admin/keberatan/ajukan/"))
    fits(region)
    press(region.locator("main a[href*='/ajukan/isi/']").first)
    fits(region)
    region.get_by_label("Keliru bagi kami").fill("Angkanya berbeda dari catatan kami.")
    press(region.get_by_role("button", name=re.compile("Ajukan|Kirim")).first)
    fits(region)
    region.goto(server.url("redaksi", "/admin/keberatan/"))
    fits(region)


def test_a_central_text_is_taken(
    demonstration_server: RunningServer,
    enter: Callable[[str], Page],
    fits: Callable[[Page], None],
) -> None:
    server = demonstration_server
    region = enter("redaksi-bandung")
    for path in ("/admin/teks-pusat/", "/admin/teks-pusat/dipakai/"):
        region.goto(server.url("redaksi", path))
        fits(region)
    region.goto(server.url("redaksi", "/admin/teks-pusat/"))
    press(region.locator("main a[href*='/ambil/pengumuman/']").first)
    fits(region)
    press(region.get_by_role("button", name=re.compile("Ambil|Mulai|Buat")).first)
    region.wait_for_url(re.compile(r"/edit/"))
    region.goto(server.url("redaksi", "/admin/teks-pusat/diambil/"))
    fits(region)
    press(region.locator("main a[href*='/bandingkan/']").first)
    fits(region)
