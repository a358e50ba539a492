"""The article page, point by point: what a news page carries, and what it must do here."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.servers import RunningServer

SLUG = "panduan-musim-hujan-bagi-warga-kota-bandung-bersiap-bertindak-pulih-data-peragaan"
PATH = f"/berita/{SLUG}/"


@pytest.fixture(scope="module")
def window(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture(scope="module")
def first(demonstration_server: RunningServer, window: BrowserContext) -> Page:
    """The first part, for who only reads it."""
    return opened(demonstration_server, window.new_page(), PATH)


@pytest.fixture(scope="module")
def second(demonstration_server: RunningServer, window: BrowserContext) -> Page:
    """The second part, for who only reads it."""
    return opened(demonstration_server, window.new_page(), f"{PATH}halaman/2/")


@pytest.fixture
def article(demonstration_server: RunningServer, browser_page: Page) -> Page:
    """The first part, for who opens, follows or changes something there."""
    return opened(demonstration_server, browser_page, PATH)


def opened(server: RunningServer, page: Page, path: str) -> Page:
    page.goto(server.url("kota-bandung", path))
    return page


def test_the_head_says_what_who_where_and_when(first: Page) -> None:
    expect(first.locator(".article .kicker").first).to_have_text("Kebencanaan")
    expect(first.locator("h1")).to_contain_text("Panduan musim hujan bagi warga Kota Bandung")
    expect(first.locator(".lead").first).to_contain_text("Siapa yang harus dihubungi")
    dateline = first.locator(".dateline").first
    expect(dateline).to_have_text(re.compile(r"BANDUNG, \w+, \d+ \w+ \d{4}, \d\d\.\d\d WIB"))
    expect(first.locator(".byline")).to_contain_text("Oleh Tim Redaksi Diskominfo Kota Bandung")
    expect(first.locator(".reading-time")).to_have_text(re.compile(r"± \d+ menit baca"))


def test_the_photo_has_words_a_caption_and_a_credit(first: Page) -> None:
    photo = first.locator(".hero-figure")
    expect(photo.locator("img")).to_have_attribute("alt", "Hujan turun di atas perbukitan")
    expect(photo.locator("figcaption")).to_contain_text("Foto: Ilustrasi peragaan")
    loaded = photo.locator("img").evaluate(
        "async img => { await img.decode(); return [img.currentSrc, img.naturalWidth]; }"
    )
    assert loaded[0].endswith(".avif")
    assert loaded[1] > 0


def test_official_facts_stand_in_a_box_with_their_values(first: Page) -> None:
    box = first.locator(".fact-box")
    expect(box).to_contain_text("Keadaan hari ini")
    expect(box.locator("a.fact")).to_have_count(3)
    expect(box).to_contain_text(re.compile(r"Siaga \w+, berlaku (sampai|sejak)"))


def test_a_table_has_a_caption_and_headings(first: Page) -> None:
    table = first.get_by_role("table", name="Isi tas siaga untuk satu orang selama tiga hari")
    expect(table.get_by_role("columnheader")).to_have_text(["Barang", "Jumlah", "Catatan"])
    expect(table.get_by_role("rowheader")).to_have_count(5)


def test_a_document_can_be_downloaded(article: Page) -> None:
    with article.expect_download() as started:
        article.get_by_role("link", name="Unduh daftar isi tas siaga").click()
    content = started.value.path().read_bytes()
    assert content.startswith(b"%PDF")


def test_an_accordion_opens_by_keyboard(article: Page) -> None:
    question = article.locator("summary", has_text="Kapan saya harus mengungsi?")
    answer = article.get_by_text("Begitu petugas meminta")
    expect(answer).to_be_hidden()
    question.focus()
    article.keyboard.press("Enter")
    expect(answer).to_be_visible()


def test_selanjutnya_leads_through_all_parts_and_all_stand_on_one_page(article: Page) -> None:
    article.get_by_role("link", name=re.compile("Selanjutnya.*Saat banjir datang")).click()
    expect(article.locator(".part-title")).to_have_text("Saat banjir datang")
    article.get_by_role("link", name=re.compile("Selanjutnya.*Setelah air surut")).click()
    expect(article).to_have_url(re.compile(r"/halaman/3/$"))
    expect(article.get_by_role("link", name="Selanjutnya")).to_have_count(0)
    article.get_by_role("link", name="Tampilkan semua").click()
    for words in ("Tahap pertama: bersiap", "Tahap kedua: bertindak", "Tahap ketiga: pulih"):
        expect(article.get_by_role("heading", name=words)).to_be_visible()


def test_a_quote_names_who_said_it(second: Page) -> None:
    expect(second.locator("blockquote")).to_contain_text("Air setinggi lutut")
    expect(second.locator("blockquote footer")).to_contain_text("Pedoman lapangan peragaan")


def test_read_also_stands_in_the_middle_of_the_text(
    demonstration_server: RunningServer, browser_page: Page
) -> None:
    page = opened(demonstration_server, browser_page, f"{PATH}halaman/2/")
    aside = page.locator(".prose .read-also")
    expect(aside).to_contain_text("Baca juga")
    aside.get_by_role("link").click()
    expect(page.locator("h1")).to_be_visible()
    assert SLUG not in page.url


def test_a_chart_says_its_numbers_in_words_too(second: Page) -> None:
    chart = second.locator(".chart")
    expect(chart).to_contain_text("Curah hujan bulanan dalam data peragaan")
    expect(chart.locator(".bar")).to_have_count(6)
    expect(chart.locator(".bar", has_text="Januari")).to_contain_text("341")
    longest = chart.locator(".bar", has_text="Januari").locator(".bar-fill").bounding_box()
    shorter = chart.locator(".bar", has_text="September").locator(".bar-fill").bounding_box()
    assert longest is not None
    assert shorter is not None
    assert shorter["width"] / longest["width"] == pytest.approx(112 / 341, abs=0.02)


def test_a_gallery_shows_each_picture_with_its_caption(second: Page) -> None:
    gallery = second.get_by_role("region", name="Kenali wilayah yang rawan")
    expect(gallery.locator("figure")).to_have_count(3)
    expect(gallery.locator("figcaption").first).to_contain_text("Pesisir: waspadai rob")


def test_a_contact_can_be_reached(second: Page) -> None:
    card = second.locator(".contact-card").first
    expect(card.get_by_role("link", name="posko@peragaan.example")).to_have_attribute(
        "href", "mailto:posko@peragaan.example"
    )


def test_a_video_asks_for_consent_before_anybody_else_is_called(
    demonstration_server: RunningServer, browser_page: Page
) -> None:
    third = opened(demonstration_server, browser_page, f"{PATH}halaman/3/")
    card = third.locator(".video-card")
    expect(card).to_contain_text("YouTube menerima data kunjungan Anda")
    link = card.get_by_role("link", name=re.compile("Setuju, buka di YouTube"))
    expect(link).to_have_attribute("rel", re.compile("noreferrer"))
    expect(third.locator("iframe")).to_have_count(0)


def test_related_articles_are_of_this_site(first: Page) -> None:
    related = first.get_by_role("region", name="Artikel terkait")
    expect(related.locator("article")).to_have_count(4)
    for link in related.get_by_role("link").all():
        assert "kota-bandung" in str(link.evaluate("a => a.href"))


def test_topic_class_and_last_publication_stand_below_the_text(first: Page) -> None:
    about = first.locator("dl.about")
    expect(about.get_by_role("link", name="Kebencanaan")).to_be_visible()
    expect(about).to_contain_text("Berkala")
    expect(about).to_contain_text("Terbit terakhir")


def test_the_article_can_be_passed_on_without_a_foreign_script(first: Page) -> None:
    share = first.get_by_role("region", name="Bagikan")
    for name, host in (
        ("WhatsApp", "wa.me"), ("Telegram", "t.me"), ("X", "x.com"), ("Facebook", "facebook.com"),
    ):  # fmt: skip
        link = share.get_by_role("link", name=re.compile(rf"^{name}\b"))
        assert host in str(link.get_attribute("href"))
    scripts = first.evaluate("Array.from(document.scripts, s => s.src).filter(Boolean)")
    assert all("kota-bandung.localhost" in source for source in scripts)


def test_the_link_can_be_copied(chromium: Browser, demonstration_server: RunningServer) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(demonstration_server.url("kota-bandung", PATH))
    page.get_by_role("button", name="Salin tautan").click()
    expect(page.get_by_text("Tersalin").first).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == demonstration_server.url("kota-bandung", PATH)
    context.close()


def test_the_device_s_own_share_sheet_is_offered_where_it_exists(
    chromium: Browser, demonstration_server: RunningServer
) -> None:
    context = chromium.new_context()
    context.add_init_script(
        "navigator.share = data => { window.shared = data; return Promise.resolve(); }"
    )
    page = context.new_page()
    page.goto(demonstration_server.url("kota-bandung", PATH))
    page.get_by_role("button", name="Bagikan lewat…").click()
    assert page.evaluate("window.shared.url") == demonstration_server.url("kota-bandung", PATH)
    context.close()


def test_readers_can_follow_the_institution_elsewhere(first: Page) -> None:
    news = first.get_by_role("link", name="Ikuti di Google News")
    assert "news.google.com" in str(news.get_attribute("href"))
    group = first.get_by_role("link", name="Gabung di Telegram")
    assert "t.me" in str(group.get_attribute("href"))


def test_corrections_are_public_with_their_day(article: Page) -> None:
    article.get_by_role("link", name=re.compile("^Dikoreksi")).click()
    history = article.get_by_role("region", name="Koreksi")
    expect(history).to_be_in_viewport()
    expect(history.locator("time")).to_have_text(re.compile(r"\d+ \w+ \d{4}"))
    expect(history).to_contain_text("Versi pertama menyebut posko buka 24 jam.")


def test_paper_carries_the_text_and_its_sources_and_no_buttons(article: Page) -> None:
    article.emulate_media(media="print")
    expect(article.locator("h1")).to_be_visible()
    expect(article.locator(".fact-sources")).to_be_visible()
    for part in (".site-nav", ".share", ".tools", ".related", ".parts"):
        expect(article.locator(part).first).to_be_hidden()


def test_the_text_can_be_listened_to(
    chromium: Browser, demonstration_server: RunningServer
) -> None:
    """Speech stands still in a browser without voices, so the voice is played by the test."""
    context = chromium.new_context()
    context.add_init_script(
        """
        window.spoken = [];
        const voice = {lang: "id-ID", name: "uji", default: true, localService: true};
        Object.defineProperty(window, "speechSynthesis", {value: {
          speaking: false, paused: false, pending: false,
          getVoices: () => [voice],
          addEventListener() {}, removeEventListener() {},
          speak(utterance) { window.spoken.push([utterance.lang, utterance.text]); },
          cancel() { window.cancelled = true; }, pause() {}, resume() {},
        }});
        window.SpeechSynthesisUtterance = class {
          constructor(text) { this.text = text; }
          addEventListener() {}
        };
        """
    )
    page = context.new_page()
    page.goto(demonstration_server.url("kota-bandung", PATH))
    page.get_by_role("button", name="Dengarkan").click()
    spoken = page.evaluate("window.spoken")
    assert spoken[0][0].startswith("id")
    assert "Panduan musim hujan" in spoken[0][1]
    page.get_by_role("button", name="Berhenti").click()
    assert page.evaluate("window.cancelled")
    context.close()


def test_the_keyboard_alone_leads_from_home_to_the_third_part(
    demonstration_server: RunningServer, browser_page: Page
) -> None:
    page = browser_page
    page.goto(demonstration_server.url("kota-bandung"))
    tab_to(page, SLUG)
    for number in (2, 3):
        tab_to(page, f"halaman/{number}/")
    assert page.url.endswith("/halaman/3/")


def tab_to(page: Page, target: str) -> None:
    """Press Tab until a link to the target has the focus, see that it shows, and press Enter."""
    for _ in range(80):
        page.keyboard.press("Tab")
        reached = page.evaluate("document.activeElement.href || ''")
        if target in reached:
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none"
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    pytest.fail(f"no link to {target} within 80 steps")


def test_without_javascript_nothing_is_missing_but_the_device_s_own_tools(
    chromium: Browser, demonstration_server: RunningServer
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(demonstration_server.url("kota-bandung", PATH))
    expect(page.locator(".fact-sources")).to_be_visible()
    expect(
        page.get_by_role("link", name=re.compile("Selanjutnya.*Saat banjir datang"))
    ).to_be_visible()
    expect(page.get_by_role("button", name="Salin tautan")).to_have_count(0)
    context.close()
