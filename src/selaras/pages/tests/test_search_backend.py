"""Wagtail's own searches go through the same backend: in the explorer and in the choosers."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from selaras.embeds.tests.editing import writer
from selaras.pages.bulk import add_children
from selaras.pages.models import ArticlePage, ContentPage
from selaras.pages.services import index_pages
from selaras.pages.tests.making import article, home_of

pytestmark = pytest.mark.django_db

RANKING = ("bm25", "ts_rank")


def test_no_search_ranks_its_results(country: None) -> None:
    article("posko", title="Posko siaga")
    for way in ("search", "autocomplete"):
        with CaptureQueriesContext(connection) as queries:
            found = list(getattr(Page.objects.all(), way)("posko"))
        assert [page.title for page in found] == ["Posko siaga"]
        sql = " ".join(query["sql"].lower() for query in queries)
        assert not any(function in sql for function in RANKING)


def test_results_keep_the_order_that_was_asked_for(country: None) -> None:
    for slug in ("b", "c", "a"):
        article(slug, title=f"Posko {slug}")
    found = Page.objects.order_by("title").search("posko")
    assert [page.title for page in found] == ["Posko a", "Posko b", "Posko c"]


@pytest.mark.parametrize("words", ['"', 'po"s', "*", "'", "\\", "( )", "%zq", "😀", "\x00"])
@pytest.mark.parametrize("way", ["search", "autocomplete"])
def test_signs_break_no_search(country: None, way: str, words: str) -> None:
    article("kabar", title="Kabar")
    found = getattr(Page.objects.all(), way)(words)
    assert list(found) == []
    assert found.count() == 0


def test_signs_beside_a_word_are_no_matter(country: None) -> None:
    page = article("posko", title="Posko siaga")
    for words in ('"posko', 'posko "siaga"', "posko *", "posko - siaga"):
        assert [found.pk for found in Page.objects.search(words)] == [page.pk], words


def test_the_explorer_finds_by_the_beginning_of_a_word(topics: None) -> None:
    article("posko", title="Posko siaga")
    client = writer()
    assert "Posko siaga" in client.get("/admin/pages/search/", {"q": "pos"}).content.decode()
    assert client.get("/admin/pages/search/", {"q": '"'}).status_code == 200


def test_other_models_are_searched_by_it_too(country: None) -> None:
    assert list(get_search_backend().search("apa saja", get_image_model())) == []


def test_the_text_of_every_kind_of_page_is_found(country: None) -> None:
    """And no kind of page forgets its body when another is added."""
    kinds = [model for model in ContentPage.__subclasses__() if hasattr(model, "body")]
    assert len(kinds) >= 5
    for model in kinds:
        fields = {field.field_name for field in model.get_searchable_search_fields()}
        assert {"title", "lead", "body"} <= fields, model.__name__


def test_pages_made_in_bulk_are_found_once_they_are_indexed(country: None) -> None:
    model = article("model", title="Beras melimpah")
    pages = [
        ArticlePage(
            title=f"Beras melimpah {number}",
            slug=f"model-{number}",
            locale=model.locale,
            content_type=model.content_type,
        )
        for number in range(3)
    ]
    add_children({home_of(): pages})
    assert Page.objects.search("melimpah").count() == 1
    assert index_pages() >= 3
    assert Page.objects.search("melimpah").count() == 4
    entries = IndexEntry.objects.count()
    assert index_pages() == 0
    assert IndexEntry.objects.count() == entries
