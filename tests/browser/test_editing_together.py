"""Typing fast, saving at once, and two people at one page: nothing that was typed is lost."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request, expect

from support import editors
from support.editors import RINA, TEXT, asked, open_article, signed_in
from support.servers import RunningServer
from support.thorough import EVERYTHING

NOTICE = "[data-conflict]"
ANY_TIME_MS = 30_000
SETTLED_MS = 2_600  # Wagtail begins to watch a form after two seconds
SLOW_MS = 1_500
PARENT = """
from selaras.pages.models import ArticlePage
answer.append(ArticlePage.objects.get(pk=int(KEY)).get_parent().pk)
"""
COUNT = """
from wagtail.models import Page
answer.append(Page.objects.filter(title=TITLE).count())
"""


@pytest.fixture(scope="session")
def articles(demonstration_server: RunningServer) -> Iterator[tuple[int, str]]:
    return editors.articles(demonstration_server, "bersamaan")


@pytest.fixture
def article(articles: Iterator[tuple[int, str]]) -> tuple[int, str]:
    return next(articles)


@pytest.fixture
def people(chromium: Browser) -> Iterator[Callable[[], BrowserContext]]:
    """Makes browsers that know nothing of each other."""
    made: list[BrowserContext] = []

    def one_more() -> BrowserContext:
        made.append(chromium.new_context(viewport={"width": 1280, "height": 900}))
        made[-1].set_default_timeout(ANY_TIME_MS)
        return made[-1]

    yield one_more
    for context in made:
        context.close()


@pytest.fixture(scope="module")
def own(chromium: Browser) -> Iterator[BrowserContext]:
    """The writer's browser: what it has loaded once it keeps, as at her desk."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(ANY_TIME_MS)
    yield context
    context.close()


@pytest.fixture
def editing(
    demonstration_server: RunningServer, own: BrowserContext, article: tuple[int, str]
) -> Iterator[Page]:
    """An article of Bandung, just opened in the editor, in a window of its own."""
    page = open_article(demonstration_server, signed_in(demonstration_server, own), article[0])
    yield page
    page.close()


def type_at_the_end(page: Page, words: str, *, delay: float = 0) -> None:
    page.locator(TEXT).first.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words, delay=delay)


def stored_text(page: Page) -> str:
    """What the server gives to who opens the page now."""
    html: str = page.evaluate("async () => (await fetch(location.href)).text()")
    return re.sub(r"\\+u([0-9A-Fa-f]{4})", lambda code: chr(int(code.group(1), 16)), html)


def wait_until_stored(page: Page, words: str) -> None:
    for _ in range(40):
        if words in stored_text(page):
            return
        page.wait_for_timeout(250)
    pytest.fail(f"not stored within ten seconds: {words}")


def posted_by(page: Page) -> list[str]:
    """The savings from now on."""
    saved: list[str] = []

    def note(request: Request) -> None:
        if request.method == "POST" and request.url.endswith("/edit/"):
            saved.append(request.url)

    page.on("request", note)
    return saved


def answer_slowly(page: Page) -> None:
    """From now on the answers to automatic saving are long on their way."""
    page.evaluate(
        """(slow) => {
          const fetchAtOnce = window.fetch;
          window.fetch = async (...what) => {
            const answer = await fetchAtOnce(...what);
            if (what[1]?.method === "post") await new Promise((done) => setTimeout(done, slow));
            return answer;
          };
        }""",
        SLOW_MS,
    )


def told(page: Page, words: str) -> None:
    expect(page.locator(NOTICE)).to_contain_text(words, timeout=ANY_TIME_MS)


@pytest.mark.parametrize("run", range(6 if EVERYTHING else 2))
def test_fast_typing_loses_no_character(editing: Page, run: int) -> None:
    """Three bursts: the moment the page is open, or later and while the server answers slowly."""
    if run % 2:
        editing.wait_for_timeout(SETTLED_MS)
        answer_slowly(editing)
    bursts = [f" [{run}.{burst}" + "ꦧ12345678" * 3 + "]" for burst in range(3)]
    type_at_the_end(editing, "")
    for burst in bursts:
        editing.keyboard.type(burst, delay=5 + 5 * run)
        editing.wait_for_timeout(400 * run)
    wait_until_stored(editing, "".join(bursts))


def test_what_is_typed_while_the_server_answers_is_saved_too(editing: Page) -> None:
    editing.wait_for_timeout(SETTLED_MS)
    answer_slowly(editing)
    type_at_the_end(editing, " sebelum")
    editing.wait_for_timeout(2_000)
    editing.keyboard.type(" ketika menjawab")
    wait_until_stored(editing, " sebelum ketika menjawab")


def test_who_saves_at_once_saves_the_last_character_too(editing: Page) -> None:
    editing.wait_for_timeout(SETTLED_MS)
    type_at_the_end(editing, " lalu langsung simpan!")
    with editing.expect_navigation():
        editing.evaluate("document.querySelector('[data-edit-form]').requestSubmit()")
    assert " lalu langsung simpan!" in stored_text(editing)


def test_publishing_while_an_automatic_saving_is_under_way_publishes_everything(
    editing: Page, demonstration_server: RunningServer, article: tuple[int, str]
) -> None:
    editing.wait_for_timeout(SETTLED_MS)
    answer_slowly(editing)
    type_at_the_end(editing, " awal")
    editing.wait_for_timeout(2_000)
    editing.keyboard.type(" dan akhir kalimat")
    editors.publish_at_once(editing)
    body = demonstration_server.get("kota-bandung", article[1])[1]
    assert " awal dan akhir kalimat" in body


def test_who_has_stopped_writing_is_saved_no_more(editing: Page) -> None:
    editing.wait_for_timeout(SETTLED_MS)
    type_at_the_end(editing, " Selesai.")
    wait_until_stored(editing, " Selesai.")
    editing.wait_for_timeout(1_500)
    saved = posted_by(editing)
    editing.wait_for_timeout(5_000)
    assert saved == []


def test_a_new_page_is_made_once_although_it_is_saved_while_it_is_being_made(
    editing: Page, demonstration_server: RunningServer, article: tuple[int, str]
) -> None:
    (parent,) = asked(demonstration_server, PARENT, KEY=str(article[0]))
    title = f"Halaman baru {article[0]}"
    editing.goto(
        demonstration_server.url("redaksi", f"/admin/pages/add/pages/articlepage/{parent}/")
    )
    editing.wait_for_timeout(SETTLED_MS)
    answer_slowly(editing)
    editing.locator("#id_title").press_sequentially(title)
    editing.wait_for_timeout(2_000)
    with editing.expect_navigation(url=re.compile(r"/admin/pages/\d+/edit/")):
        editing.evaluate("document.querySelector('[data-edit-form]').requestSubmit()")
    assert asked(demonstration_server, COUNT, TITLE=title) == [1]


@pytest.mark.parametrize("ready", [0, SETTLED_MS], ids=["just opened", "open for a while"])
def test_who_leaves_before_it_is_saved_is_asked_first(editing: Page, ready: int) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    editing.on("dialog", stay)
    editing.wait_for_timeout(ready)
    type_at_the_end(editing, " hampir hilang")
    editing.evaluate("location.href = '/admin/'")
    editing.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    wait_until_stored(editing, " hampir hilang")


def test_who_only_looks_saves_nothing_and_is_not_asked(editing: Page) -> None:
    saved = posted_by(editing)
    editing.wait_for_timeout(SETTLED_MS + 1_500)
    assert saved == []
    editing.evaluate("location.href = '/admin/'")
    editing.wait_for_url(re.compile(r"/admin/$"))


def test_two_people_at_one_page_lose_nothing_and_know_of_each_other(
    editing: Page,
    demonstration_server: RunningServer,
    people: Callable[[], BrowserContext],
    article: tuple[int, str],
) -> None:
    second = signed_in(demonstration_server, people(), RINA)
    open_article(demonstration_server, second, article[0])
    second.wait_for_timeout(SETTLED_MS)

    type_at_the_end(second, " Kalimat Penulis Kedua.")
    wait_until_stored(second, " Kalimat Penulis Kedua.")
    type_at_the_end(editing, " Kalimat saya")
    told(editing, "Penulis Kedua menyimpan versi lain pada")
    assert "Kalimat saya" not in stored_text(second)

    type_at_the_end(editing, ", dan lanjutannya.")
    editing.wait_for_timeout(2_500)
    editing.get_by_role("button", name="Lihat kedua versi").click()
    editing.wait_for_url(re.compile("/admin/bersamaan/"))
    expect(editing.get_by_text("Tidak ada yang hilang")).to_be_visible()
    with editing.context.expect_page() as opened:
        editing.get_by_role("link", name="Bandingkan kedua versi").click()
    compared = opened.value.locator("main").inner_text()
    assert "Kalimat Penulis Kedua." in compared
    assert "saya, dan lanjutannya." in compared

    editing.get_by_role("button", name="Simpan tulisan saya sebagai versi terbaru").click()
    editing.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))
    expect(editing.locator(TEXT).first).to_contain_text("Kalimat saya, dan lanjutannya.")

    type_at_the_end(second, " Penulis Kedua menulis lagi.")
    told(second, "menyimpan versi lain pada")
    assert "Penulis Kedua menulis lagi." not in stored_text(editing)


def test_publishing_over_an_unseen_version_asks_even_within_the_first_second(
    editing: Page,
    demonstration_server: RunningServer,
    people: Callable[[], BrowserContext],
    article: tuple[int, str],
) -> None:
    second = signed_in(demonstration_server, people(), RINA)
    open_article(demonstration_server, second, article[0])
    type_at_the_end(second, " Sempat disimpan.")
    wait_until_stored(second, " Sempat disimpan.")
    type_at_the_end(editing, " Buru-buru terbit.")
    editing.evaluate("document.querySelector('[name=action-publish]').click()")
    editing.wait_for_url(re.compile("/admin/bersamaan/"))
    assert "Buru-buru" not in demonstration_server.get("kota-bandung", article[1])[1]
    editing.get_by_role("link", name="Buka versi terbaru itu").click()
    editing.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))
    expect(editing.locator(TEXT).first).to_contain_text("Sempat disimpan.")


def test_of_those_who_save_in_the_same_moment_one_saves_and_the_others_are_asked(
    editing: Page,
) -> None:
    places = editing.evaluate(
        """async () => {
          const form = document.querySelector("[data-edit-form]");
          const save = async (title) => {
            const body = new FormData(form);
            body.set("title", title);
            return (await fetch(form.action, { method: "post", body })).url;
          };
          return Promise.all(["Satu", "Dua", "Tiga"].map(save));
        }"""
    )
    assert sorted("/bersamaan/" in place for place in places) == [False, True, True]
