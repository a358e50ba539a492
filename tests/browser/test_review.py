"""From the writer's draft to the public page: by approval, in an emergency, and read by a link."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support import editors
from support.editors import asked
from support.servers import RunningServer
from support.signing_in import at_work

ANY_TIME_MS = 30_000
DRAFT = """
from selaras.accounts.models import User
from selaras.pages.models import ArticlePage
writer = User.objects.get(username="redaksi-bandung")
parent = ArticlePage.objects.live().filter(url_path__contains="/kota-bandung/").first().get_parent()
page = ArticlePage(
    title=TITLE, slug=SLUG, lead="Teras.", byline="Redaksi", place="Bandung", live=False,
    owner=writer, body=[{"type": "paragraph", "value": "<p>Isi naskah.</p>"}],
)
parent.add_child(instance=page)
page.save_revision(user=writer)
answer.append(page.pk)
answer.append(page.get_url_parts()[2])
"""
RULES = "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})"


@pytest.fixture
def people(
    chromium: Browser, demonstration_server: RunningServer
) -> Iterator[Callable[[str], Page]]:
    """Somebody at her own browser; without a name a reader without account and without scripts."""
    made: list[BrowserContext] = []

    def enter(username: str = "") -> Page:
        made.append(chromium.new_context(java_script_enabled=bool(username)))
        made[-1].set_default_timeout(ANY_TIME_MS)
        page = made[-1].new_page()
        if username:
            at_work(demonstration_server, page, username)
            page.goto(demonstration_server.url("redaksi", "/admin/"))
        return page

    yield enter
    for context in made:
        context.close()


def draft(server: RunningServer, slug: str) -> tuple[int, str]:
    key, path = asked(server, DRAFT, TITLE=f"Naskah {slug}", SLUG=slug)
    assert isinstance(key, int)
    return key, str(path)


def review(server: RunningServer, page: Page, key: int) -> None:
    page.goto(server.url("redaksi", f"/admin/tinjauan/{key}/"))


def test_a_writer_submits_and_an_approver_makes_it_public(
    demonstration_server: RunningServer, people: Callable[[str], Page]
) -> None:
    server = demonstration_server
    key, path = draft(server, "tinjauan-biasa")
    writer = people("redaksi-bandung")
    editors.open_article(server, writer, key)
    assert writer.locator("[name=action-publish]").count() == 0
    with writer.expect_navigation(url=re.compile(r"/admin/pages/\d+/$")):
        writer.evaluate("document.querySelector('[name=action-submit]').click()")
    review(server, writer, key)
    expect(writer.get_by_text("Menunggu keputusan penyetuju")).to_be_visible()
    assert writer.get_by_role("button", name="Setujui").count() == 0
    assert server.get("kota-bandung", path)[0] == 404

    approver = people("penyetuju-bandung")
    expect(approver.get_by_text("Naskah tinjauan-biasa").first).to_be_visible()
    review(server, approver, key)
    inside = approver.frame_locator("iframe")
    expect(inside.get_by_text("Isi naskah.")).to_be_visible()
    approver.get_by_role("button", name="Setujui dan terbitkan").click()
    expect(approver.get_by_text("Disetujui.")).to_be_visible()
    assert server.get("kota-bandung", path)[0] == 200


def test_an_emergency_is_public_at_once_and_taken_down_after(
    demonstration_server: RunningServer, people: Callable[[str], Page]
) -> None:
    server = demonstration_server
    key, path = draft(server, "tinjauan-darurat")
    publisher = people("darurat-bandung")
    editors.open_article(server, publisher, key)
    editors.publish_at_once(publisher)
    assert server.get("kota-bandung", path)[0] == 200

    approver = people("penyetuju-bandung")
    review(server, approver, key)
    expect(approver.get_by_text("Warga harus tahu sekarang.")).to_be_visible()
    approver.fill("#id_reason", "Kabar ini keliru.")
    approver.get_by_role("button", name="Tarik kembali").click()
    expect(approver.get_by_text("Halaman ditarik kembali.")).to_be_visible()
    status, body = server.get("kota-bandung", path)
    assert status == 410
    assert "Kabar ini keliru." in body


def test_a_reader_with_a_link_comments_and_the_writer_sees_it(
    demonstration_server: RunningServer, people: Callable[[str], Page], axe_source: str
) -> None:
    server = demonstration_server
    key, _ = draft(server, "tinjauan-tautan")
    writer = people("redaksi-bandung")
    writer.goto(server.url("redaksi", f"/admin/tinjauan/{key}/tautan/"))
    writer.fill("#id_reader", "Ahli gizi")
    writer.get_by_role("button", name="Buat tautan").click()
    address = writer.locator("#tautan").input_value()

    reader = people("")
    reader.goto(address)
    expect(reader.frame_locator("iframe").get_by_text("Isi naskah.")).to_be_visible()
    reader.fill("#id_text", "Takarannya keliru.")
    reader.get_by_role("button", name="Kirim catatan").click()
    expect(reader.get_by_text("Catatan Anda terkirim")).to_be_visible()
    assert reader.context.cookies() == []
    writer.goto(address)
    writer.evaluate(axe_source)
    assert writer.evaluate(RULES)["violations"] == []

    editors.open_article(server, writer, key)
    assert "Takarannya keliru." in writer.content()
    writer.goto(server.url("redaksi", f"/admin/tinjauan/{key}/tautan/"))
    writer.get_by_role("button", name="Cabut").click()
    assert reader.goto(address).status == 404  # type: ignore[union-attr]
