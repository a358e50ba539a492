"""A page is previewed in three sizes, and as every region reads it."""

import html
import json
import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from selaras.embeds.tests.editing import embed, writer
from selaras.facts.models import FactType
from selaras.facts.tests.speaking import say
from selaras.pages.editing.tests.posting import edit_url, filled, opened
from selaras.pages.models import ArticlePage
from selaras.pages.tests.making import article

LIST_OF_REGIONS = re.compile(r'FROM "institutions_region" WHERE NOT')
OPTION = re.compile(r'<option value="([^"]*)"[^>]*>Sebagai ([^<]+)</option>')


@pytest.fixture
def client(topics: None) -> Client:
    return writer()


@pytest.fixture
def page(topics: None) -> ArticlePage:
    posts = FactType.objects.get(key="siaga.posko")
    say(posts, "32.73", "11", date(2020, 1, 1))
    say(posts, "35.78", "22", date(2020, 1, 1))
    text = f"<p>Ada {embed('siaga.posko')}.</p>"
    return article("uji", body=[{"type": "paragraph", "value": text}])


def seen(client: Client, page: ArticlePage, mode: str = "") -> str:
    revision = page.get_latest_revision()
    response = client.get(f"/admin/pages/{page.pk}/revisions/{revision.pk}/view/?mode={mode}")
    assert response.status_code == 200
    return html.unescape(re.sub(r"<[^>]+>", "", response.content.decode()))


def test_a_page_is_previewed_as_its_own_region_first(client: Client, page: ArticlePage) -> None:
    assert page.preview_modes[0] == ("", "Sebagai Kota Bandung (wilayah sendiri)")
    assert "Ada 11 posko" in seen(client, page)


def test_a_page_is_previewed_as_any_other_region_reads_it(
    client: Client, page: ArticlePage
) -> None:
    assert ("35.78", "Sebagai Kota Surabaya") in page.preview_modes
    assert ("32", "Sebagai Provinsi Jawa Barat") in page.preview_modes
    assert "Ada 22 posko" in seen(client, page, "35.78")


@pytest.mark.parametrize("mode", ["99.99", "%00", "Bandung", "32.73'--"])
def test_a_mode_that_does_not_exist_shows_the_own_region(
    client: Client, page: ArticlePage, mode: str
) -> None:
    assert "Ada 11 posko" in seen(client, page, mode)


def test_what_is_still_being_written_is_previewed_as_another_region(
    client: Client, page: ArticlePage
) -> None:
    form = filled(opened(client, page), "Belum disimpan.")
    url = f"{edit_url(page)}preview/"
    assert client.post(url, form).json() == {"is_valid": True, "is_available": True}
    shown = client.get(f"{url}?mode=35.78&in_preview_panel=true").content.decode()
    assert "Belum disimpan." in shown


def test_every_region_is_a_mode_once(page: ArticlePage) -> None:
    names = [name for name, _label in page.preview_modes]
    assert len(names) == len(set(names)) == 553


def test_the_sizes_are_named_in_indonesian(page: ArticlePage) -> None:
    assert [size["label"] for size in page.preview_sizes] == ["Ponsel", "Tablet", "Desktop"]
    assert page.default_preview_size == "mobile"


def test_the_editor_reads_the_regions_once(client: Client, page: ArticlePage) -> None:
    with CaptureQueriesContext(connection) as asked:
        text = client.get(edit_url(page)).content.decode()
    assert sum(bool(LIST_OF_REGIONS.search(query["sql"])) for query in asked) == 1
    assert len(OPTION.findall(text)) == 553


def test_a_list_of_pages_reads_no_regions(client: Client, page: ArticlePage) -> None:
    with CaptureQueriesContext(connection) as asked:
        client.get(f"/admin/pages/{page.get_parent().pk}/")
    assert not any(LIST_OF_REGIONS.search(query["sql"]) for query in asked)


def test_a_page_that_is_being_made_can_be_previewed(client: Client, page: ArticlePage) -> None:
    add = f"/admin/pages/add/pages/articlepage/{page.get_parent().pk}/"
    assert "Sebagai wilayah sendiri" in client.get(add).content.decode()
    body = streamfield([("paragraph", rich_text("Baru sama sekali."))])
    fields = filled(opened(client, page), "x", title="Baru", slug="baru")
    answer = client.post(f"{add}preview/", {**fields, **nested_form_data({"body": body})})
    assert json.loads(answer.content)["is_available"] is True
    shown = client.get(f"{add}preview/?mode=35.78").content.decode()
    assert "Baru sama sekali." in shown
