from typing import Any

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from selaras.embeds.tests.editing import writer
from selaras.institutions.models import Institution
from selaras.pages.models import ArticlePage
from selaras.pages.tests.making import HOST, article, home_of, publish_again, section

pytestmark = [pytest.mark.django_db(transaction=False), pytest.mark.usefixtures("country")]

PARAGRAPH = {"type": "paragraph", "value": "<p>Isi.</p>"}
BREAK = {"type": "page_break", "value": {"title": ""}}
SITE = "http://kota-bandung.localhost:8000"


def ask(path: str, host: str = HOST) -> tuple[int, str]:
    response: Any = Client(headers={"host": host}).get(path)
    return response.status_code, response.headers.get("Location", "")


@pytest.fixture
def renamed(django_capture_on_commit_callbacks: Any) -> ArticlePage:
    """An article of two parts that stood at /lama/ and stands at /baru/."""
    page = article("lama", body=[PARAGRAPH, BREAK, PARAGRAPH])
    return rename(page, "baru", django_capture_on_commit_callbacks)


def rename(page: ArticlePage, slug: str, committing: Any) -> ArticlePage:
    with committing(execute=True):
        page.slug = slug
        publish_again(page)
    page.refresh_from_db()
    return page


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/lama/", "/baru/"),
        ("/lama", "/baru/"),
        ("/lama/?sumber=wa", "/baru/"),
        ("/lama/halaman/2/", "/baru/halaman/2/"),
        ("/lama/semua/", "/baru/semua/"),
        ("/en/lama/", "/en/baru/"),
        ("/en/lama/halaman/2/", "/en/baru/halaman/2/"),
    ],
)
def test_an_old_address_leads_to_the_new_one_in_its_language_and_part(
    renamed: ArticlePage, old: str, new: str
) -> None:
    assert ask(old) == (301, new)
    assert ask(new)[0] == 200


def test_what_the_page_never_had_is_not_found(renamed: ArticlePage) -> None:
    for path in ("/lama/lain/", "/lama/halaman/x/", "/lama/a/b/c/", "/en/", "/lamaaaa/"):
        assert ask(path)[0] in {404, 200}, path
        assert ask(path)[1] == "", path


def test_an_address_is_kept_on_its_own_site_only(renamed: ArticlePage) -> None:
    for host in ("kab-merauke.localhost", "localhost", "redaksi.localhost"):
        assert ask("/lama/", host)[0] == 404


def test_the_same_old_address_on_two_sites_leads_each_to_its_own(
    renamed: ArticlePage, django_capture_on_commit_callbacks: Any
) -> None:
    other = article("lama", home_of("kab-merauke"))
    rename(other, "lain", django_capture_on_commit_callbacks)
    assert ask("/lama/") == (301, "/baru/")
    assert ask("/lama/", "kab-merauke.localhost") == (301, "/lain/")
    assert ask("/lama/", "localhost")[0] == 404


def test_a_moved_article_is_found_below_its_section(
    django_capture_on_commit_callbacks: Any,
) -> None:
    page, news = article("kabar"), section()
    with django_capture_on_commit_callbacks(execute=True):
        page.move(news, pos="last-child")
    assert ask("/kabar/") == (301, "/berita/kabar/")
    assert ask("/en/kabar/") == (301, "/en/berita/kabar/")
    assert ask("/berita/kabar/")[0] == 200


def test_what_lies_below_a_renamed_section_is_found(
    django_capture_on_commit_callbacks: Any,
) -> None:
    news = section()
    article("kabar", news)
    with django_capture_on_commit_callbacks(execute=True):
        news.slug = "warta"
        publish_again(news)
    assert ask("/berita/") == (301, "/warta/")
    assert ask("/berita/kabar/") == (301, "/warta/kabar/")


def test_several_renamings_lead_straight_to_where_it_stands(
    renamed: ArticlePage, django_capture_on_commit_callbacks: Any
) -> None:
    rename(renamed, "terbaru", django_capture_on_commit_callbacks)
    assert ask("/lama/") == ask("/baru/") == (301, "/terbaru/")


def test_there_and_back_again_makes_no_circle(
    renamed: ArticlePage, django_capture_on_commit_callbacks: Any
) -> None:
    rename(renamed, "lama", django_capture_on_commit_callbacks)
    assert ask("/lama/") == (200, "")
    assert ask("/baru/") == (301, "/lama/")


def test_a_withdrawn_page_is_told_at_its_new_address(renamed: ArticlePage) -> None:
    renamed.unpublish()
    assert ask("/lama/") == (301, "/baru/")
    assert ask("/baru/") == (410, "")


def test_a_redirect_to_a_page_that_was_never_public_leads_nowhere(country: None) -> None:
    draft = ArticlePage(
        title="Draf", slug="draf", lead="Teras.", byline="Redaksi", place="Bandung", live=False
    )
    home_of().add_child(instance=draft)
    for old in ("/draf", "/lama"):
        Redirect.add_redirect(old, redirect_to=draft, site=site())
        assert ask(f"{old}/")[0] == 404


def site() -> Any:
    return Institution.objects.get(slug="kota-bandung").site


def test_links_of_an_old_website_are_followed_with_their_query(country: None) -> None:
    page = article("baru")
    Redirect.add_redirect("/arsip?b=2&a=1", redirect_to=page, site=site())
    Redirect.add_redirect("/2019/05/judul/", redirect_to="https://arsip.example/", site=site())
    assert ask("/arsip?a=1&b=2") == (301, "/baru/")
    assert ask("/2019/05/judul/") == (301, "https://arsip.example/")
    assert ask("/2019/05/judul/halaman/2/")[0] == 404


def test_a_link_to_itself_is_no_redirect(country: None) -> None:
    Redirect.add_redirect("/sana", redirect_to="/sana/", site=site())
    Redirect.add_redirect("/sini", redirect_to=f"http://{HOST}/sini/", site=site())
    assert ask("/sana/")[0] == ask("/sini/")[0] == 404


@pytest.mark.parametrize("path", ["/%00/", "/%ff/", "/lama/\\", "/ä/", "/[/"])
def test_odd_addresses_are_not_found(renamed: ArticlePage, path: str) -> None:
    assert ask(path)[0] == 404


def test_only_readers_are_redirected(renamed: ArticlePage) -> None:
    client = Client(headers={"host": HOST})
    assert client.post("/lama/").status_code == 404
    assert client.head("/lama/").status_code == 301


def test_the_redirects_of_a_site_are_kept_by_its_own_people(renamed: ArticlePage) -> None:
    row = Redirect.objects.get()
    stranger, own = writer("kab-merauke"), writer("kota-bandung")
    assert own.get(f"/admin/redirects/{row.pk}/").status_code == 200
    assert row.old_path in own.get("/admin/redirects/").content.decode()
    assert stranger.get(f"/admin/redirects/{row.pk}/").status_code == 404
    assert row.old_path not in stranger.get("/admin/redirects/").content.decode()
