"""Forms that no screen sends: nothing foreign is taken, nothing breaks, nothing is lost."""

import json
from typing import Any

import pytest
from django.test import Client
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    querydict_from_html,
    rich_text,
    streamfield,
)

from selaras.media.models import File, Picture
from selaras.pages.models import ArticlePage
from selaras.pages.tests.making import article, home_of
from support.filling import Objects
from support.strangers import OWN, Secrets

pytestmark = pytest.mark.django_db
JSON = {"accept": "application/json"}
STRANGER = "kota-bogor"


@pytest.fixture
def own(neighbours: Secrets) -> Objects:
    return Objects(neighbours, OWN)


@pytest.fixture
def strange(neighbours: Secrets) -> Objects:
    return Objects(neighbours, STRANGER)


def opened(desk: Client, page: ArticlePage) -> dict[str, Any]:
    html = desk.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    fields = querydict_from_html(html, form_id="page-edit-form")
    kept = {name: fields.getlist(name)[-1] for name in fields}
    # The browser makes the fields of the body from data in the page.
    body = {"body": streamfield([("paragraph", rich_text("<p>Isi.</p>"))])}
    return {**kept, **nested_form_data(body)}


def linking(entity: str, key: int) -> str:
    """A text that links a page or a document by its number."""
    return json.dumps(
        {
            "blocks": [
                {
                    "key": "a",
                    "text": "lihat",
                    "type": "unstyled",
                    "depth": 0,
                    "inlineStyleRanges": [],
                    "entityRanges": [{"offset": 0, "length": 5, "key": 0}],
                }
            ],
            "entityMap": {"0": {"type": entity, "mutability": "MUTABLE", "data": {"id": key}}},
        }
    )


def naming(strange: Objects) -> dict[str, dict[str, Any]]:
    """Every way in which a form can name something by its number."""
    picture, file, page = strange.picture, strange.file, strange.page.pk
    shown = {"image": {"image": picture, "alt_text": "x"}, "caption": ""}
    return {
        "picture": {"picture": picture},
        "related": {"related": inline_formset([{"page": page}])},
        "read also": {"body": streamfield([("read_also", page)])},
        "picture block": {"body": streamfield([("picture", shown)])},
        "document block": {"body": streamfield([("document", {"file": file, "title": "x"})])},
        "page link": {"body": streamfield([("paragraph", linking("LINK", page))])},
        "document link": {"body": streamfield([("paragraph", linking("DOCUMENT", file))])},
    }


WAYS = (
    "picture", "related", "read also", "picture block", "document block", "page link",
    "document link",
)  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_what_is_foreign_is_not_chosen_by_its_number(
    own: Objects, strange: Objects, desk: Client, way: str
) -> None:
    path = f"/admin/pages/{own.page.pk}/edit/"
    versions = own.page.revisions.count()
    form = opened(desk, own.page) | dict(nested_form_data(naming(strange)[way]))
    for headers in ({}, JSON):
        response = desk.post(path, form, headers=headers, follow=True)
        assert "bukan milik instansi Anda" in response.content.decode()
        assert own.secrets.told(response.content.decode()) == set()
    assert own.page.revisions.count() == versions
    preview = desk.post(f"{path}preview/", form, follow=True)
    assert own.secrets.told(preview.content.decode()) == set()
    assert own.secrets.told(desk.get(f"{path}preview/").content.decode()) == set()


@pytest.mark.parametrize("way", WAYS)
def test_what_is_ones_own_is_chosen(own: Objects, desk: Client, way: str) -> None:
    """The refusal is about whose it is."""
    versions = own.page.revisions.count()
    form = opened(desk, own.page) | dict(nested_form_data(naming(own)[way]))
    desk.post(f"/admin/pages/{own.page.pk}/edit/", form)
    assert own.page.revisions.count() == versions + 1


def test_a_foreign_picture_that_stands_there_already_stays(
    own: Objects, strange: Objects, desk: Client
) -> None:
    """A page that was imported or made by a program can still be edited."""
    page = article("dengan-gambar", picture=Picture.objects.get(pk=strange.picture))
    form = opened(desk, page) | {"title": "Judul baru"}
    desk.post(f"/admin/pages/{page.pk}/edit/", form)
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().title == "Judul baru"


@pytest.mark.parametrize("broken", [{}, {"body-count": "x"}, {"body-count": "1"}])
def test_a_form_without_its_body_is_refused_and_nothing_is_lost(
    own: Objects, desk: Client, broken: dict[str, str]
) -> None:
    path = f"/admin/pages/{own.page.pk}/edit/"
    versions = own.page.revisions.count()
    form = {k: v for k, v in opened(desk, own.page).items() if not k.startswith("body")} | broken
    told = desk.post(path, form, headers=JSON)
    assert told.status_code == 400
    assert "tidak lengkap" in told.json()["error_message"]
    assert "tidak lengkap" in desk.post(path, form, follow=True).content.decode()
    assert own.page.revisions.count() == versions
    add = f"/admin/pages/add/pages/articlepage/{home_of().pk}/"
    assert desk.post(add, form, headers=JSON).status_code == 400
    assert desk.post(f"{path}preview/", form, headers=JSON).status_code == 400


@pytest.mark.parametrize("model", [Picture, File])
def test_nothing_is_put_into_a_foreign_library(
    own: Objects, strange: Objects, desk: Client, model: type[Picture] | type[File]
) -> None:
    kind, mine = ("images", own.picture) if model is Picture else ("documents/edit", own.file)
    there = model.objects.get(title=strange.word).collection_id
    form = {"title": "Baru", "description": "x", "collection": there}
    desk.post(f"/admin/{kind}/{mine}/", form)
    assert model.objects.get(pk=mine).collection_id != there
