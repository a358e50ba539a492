"""Each kind of screen, with one stranger's objects beside one's own."""

import re

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership
from selaras.media.models import File, Picture
from selaras.pages.models import ArticlePage
from selaras.pages.tests.making import article, home_of
from support.filling import Objects
from support.people import person
from support.strangers import OWN, Secrets

pytestmark = pytest.mark.django_db
STRANGER = "kota-bogor"
JSON = {"accept": "application/json"}


@pytest.fixture
def own(neighbours: Secrets) -> Objects:
    return Objects(neighbours, OWN)


@pytest.fixture
def strange(neighbours: Secrets) -> Objects:
    return Objects(neighbours, STRANGER)


def test_filters_of_the_explorer_name_no_person_and_no_site(own: Objects, desk: Client) -> None:
    html = desk.get(f"/admin/pages/{home_of().pk}/").content.decode()
    assert "has_child_pages" in html
    assert not re.search(r'name="(owner|edited_by|site)"', html)


def test_an_editor_of_two_institutions_finds_both_and_no_third(
    own: Objects, strange: Objects, editor: User, desk: Client
) -> None:
    other = Institution.objects.get(slug=STRANGER)
    Membership.objects.create(
        user=editor, institution=other, role=Membership.Role.WRITER, valid_from="2020-01-01"
    )
    html = desk.get("/admin/pages/").content.decode()
    assert f"/admin/pages/{home_of(STRANGER).pk}/" in html
    assert f"/admin/pages/{home_of('jawa-barat').pk}/" not in html
    found = desk.get("/admin/pages/search/?q=zqsandi").content.decode()
    assert own.word in found
    assert strange.word in found
    assert own.secrets.words["jawa-barat"] not in found


def test_the_chooser_begins_at_ones_own_site(own: Objects, strange: Objects, desk: Client) -> None:
    """Also where the only article of the country is a stranger's."""
    ArticlePage.objects.exclude(pk=strange.page.pk).delete()
    html = desk.get("/admin/choose-page/?page_type=pages.ArticlePage").json()["html"]
    assert home_of().title in html
    assert strange.word not in html


def test_a_foreign_page_that_was_ticked_in_the_chooser_is_passed_over(
    own: Objects, strange: Objects, desk: Client
) -> None:
    path = f"/admin/choose-page/chosen-multiple/?id={own.page.pk}&id={strange.page.pk}"
    assert [one["id"] for one in desk.get(path).json()["result"]] == [own.page.pk]


def test_the_address_of_a_foreign_page_stays_an_address(
    own: Objects, strange: Objects, desk: Client
) -> None:
    """Its newest title is a secret, though the page is public."""
    address = f"http://{STRANGER}.localhost:8000/terbit-nanti/"
    form = {"external-link-chooser-url": address, "external-link-chooser-link_text": ""}
    chosen = desk.post("/admin/choose-external-link/", form).json()["result"]
    assert chosen["url"] == address
    assert "id" not in chosen


def test_the_address_of_an_own_page_becomes_a_link_to_it(own: Objects, desk: Client) -> None:
    page = Page.objects.get(slug="terbit-nanti", path__startswith=home_of().path)
    form = {
        "external-link-chooser-url": f"http://{OWN}.localhost:8000/terbit-nanti/",
        "external-link-chooser-link_text": "",
    }
    assert desk.post("/admin/choose-external-link/", form).json()["result"]["id"] == page.pk


@pytest.mark.parametrize("action", ["delete", "move", "publish", "unpublish", "withdraw"])
def test_a_bulk_action_on_a_foreign_page_is_not_there(
    own: Objects, strange: Objects, desk: Client, action: str
) -> None:
    path = f"/admin/bulk/wagtailcore/page/{action}/"
    assert desk.get(f"{path}?id={own.page.pk}").status_code == 200
    assert desk.get(f"{path}?id={own.page.pk}&id={strange.page.pk}").status_code == 404
    assert desk.get(f"{path}?id=all").status_code == 404
    assert desk.get(f"{path}?id=all&childOf={home_of(STRANGER).pk}").status_code == 404


def test_nothing_is_moved_to_a_foreign_site(own: Objects, strange: Objects, desk: Client) -> None:
    there = home_of(STRANGER).pk
    page = own.page.pk
    bulk = f"/admin/bulk/wagtailcore/page/move/?id={page}"
    assert desk.post(bulk, {"chooser": there}).status_code == 404
    move = f"/admin/pages/{page}/move/"
    assert desk.post(move, {"new_parent_page": strange.page.pk}).status_code == 404
    assert desk.get(f"{move}{there}/confirm/").status_code == 404
    copy = {"new_title": "x", "new_slug": "x", "new_parent_page": strange.page.pk}
    assert desk.post(f"/admin/pages/{page}/copy/", copy).status_code == 404
    create = {"parent_page": strange.page.pk}
    assert desk.post("/admin/pages/create/pages/articlepage", create).status_code == 404


@pytest.mark.parametrize(("kind", "model"), [("image", Picture), ("document", File)])
def test_bulk_actions_on_foreign_media_are_not_there(
    own: Objects, strange: Objects, desk: Client, kind: str, model: type[Picture] | type[File]
) -> None:
    path = f"/admin/bulk/media/{model._meta.model_name}/delete/"
    mine, theirs = (model.objects.get(title=one.word).pk for one in (own, strange))
    assert desk.get(f"{path}?id={mine}").status_code == 200
    assert desk.get(f"{path}?id={mine}&id={theirs}").status_code == 404
    everything = desk.get(f"{path}?id=all").content.decode()
    assert own.secrets.told(everything) == set()


def test_who_else_has_a_page_open_is_told_about_own_pages_only(
    own: Objects, strange: Objects, desk: Client
) -> None:
    path = "/admin/editing-sessions/ping/pages/articlepage/{}/0/"
    assert desk.post(path.format(own.page.pk)).status_code == 200
    assert desk.post(path.format(strange.page.pk)).status_code == 404
    assert desk.post("/admin/editing-sessions/ping/accounts/user/1/0/").status_code == 404
    assert desk.post(path.format("abc")).status_code == 404


@pytest.mark.parametrize("key", ["9" * 18, "9" * 40, "0", "abc"])
@pytest.mark.parametrize(
    "path",
    [
        "/admin/pages/{}/edit/",
        "/admin/images/{}/",
        "/admin/redirects/{}/",
        "/admin/bulk/wagtailcore/page/delete/?id={}",
        "/admin/bulk/media/picture/delete/?id={}",
        "/admin/choose-page/?target_pages[]={}",
        "/admin/choose-page/chosen-multiple/?id={}",
    ],
)
def test_a_key_that_is_none_breaks_nothing(desk: Client, path: str, key: str) -> None:
    assert desk.get(path.format(key)).status_code in {200, 404}


def test_usage_shows_where_something_stands_on_own_sites(
    own: Objects, strange: Objects, desk: Client
) -> None:
    picture = Picture.objects.get(title=own.word)
    article("memakai-gambar", picture=picture)
    article("memakai-gambar-juga", home_of(STRANGER), picture=picture)
    html = desk.get(f"/admin/images/usage/{picture.pk}/").content.decode()
    assert "Artikel memakai-gambar" in html
    assert "juga" not in html
    assert html.lower().count("pribadi") == 0


def test_a_redirect_is_kept_for_an_own_site_only(own: Objects, desk: Client) -> None:
    theirs = Institution.objects.get(slug=STRANGER).site_id
    mine = Institution.objects.get(slug=OWN).site_id
    form = {"old_path": "/lama", "is_permanent": "on", "redirect_link": "https://b.example/"}
    desk.post("/admin/redirects/add/", form | {"site": theirs})
    desk.post("/admin/redirects/add/", form | {"site": ""})
    assert not Redirect.objects.filter(old_path="/lama").exists()
    desk.post("/admin/redirects/add/", form | {"site": mine})
    assert Redirect.objects.get(old_path="/lama").site_id == mine


def test_exported_redirects_are_ones_own(own: Objects, desk: Client) -> None:
    response = desk.get("/admin/redirects/?export=csv")
    text = b"".join(response.streaming_content).decode()
    assert own.word in text
    assert own.secrets.told(text) == set()


def test_a_writer_keeps_no_redirects(own: Objects) -> None:
    client = Client(headers={"host": "redaksi.localhost"})
    client.force_login(person("budi", OWN, Membership.Role.WRITER))
    assert client.get("/admin/redirects/").status_code == 403


def test_ones_own_tags_are_offered_and_no_others(own: Objects, desk: Client) -> None:
    assert desk.get("/admin/tag-autocomplete/?term=zqsandi").json() == [own.word]
    html = desk.get("/admin/images/").content.decode()
    assert own.word in html
    assert own.secrets.told(html) == set()


@pytest.mark.parametrize(
    "path",
    [
        "/admin/users/",
        "/admin/groups/",
        "/admin/sites/",
        "/admin/collections/",
        "/admin/workflows/list/",
        "/admin/snippets/",
        "/admin/reports/site-history/",
        "/admin/reports/locked/",
        "/admin/failwhale/",
        "/admin/test404/",
        "/admin/api/main/images/",
        "/admin/api/main/documents/",
        "/admin/redirects/import/",
        "/_util/login/",
    ],
)
def test_what_institutions_do_not_need_is_not_there(desk: Client, path: str) -> None:
    assert desk.get(path).status_code == 404


def test_no_screen_leads_to_what_is_closed(own: Objects, desk: Client) -> None:
    """Menus, buttons and side panels."""
    seen: set[str] = set()
    for path in (
        "/admin/",
        f"/admin/pages/{home_of().pk}/",
        f"/admin/pages/{own.page.pk}/edit/",
        f"/admin/pages/{own.page.pk}/history/",
        f"/admin/pages/{home_of().pk}/add_subpage/",
        "/admin/pages/usage/pages/articlepage/",
        "/admin/images/",
        f"/admin/images/{own.picture}/",
        "/admin/documents/",
        "/admin/redirects/",
        "/admin/account/",
    ):
        html = desk.get(path).content.decode()
        seen |= set(re.findall(r'(?:href|data-url|"url")[=:] ?"(/admin/[^"?#]*)', html))
    # What is ticked is added to the address of a bulk action.
    seen = {path for path in seen if not path.startswith("/admin/bulk/")}
    assert len(seen) > 20
    assert [path for path in sorted(seen) if desk.get(path).status_code == 404] == []
