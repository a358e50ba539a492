from datetime import timedelta

import pytest
from django.utils import timezone

from selaras.pages.models import ArticlePage, PageSubject, RelatedArticle, Subject
from selaras.pages.related import MOST, related_to
from selaras.pages.tests.making import article, home_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def health(country: None) -> Subject:
    return Subject.objects.create(slug="kesehatan", label="Kesehatan")


def about(page: ArticlePage, subject: Subject) -> ArticlePage:
    PageSubject.objects.create(page=page, subject=subject)
    return page


def dated(days_ago: int) -> dict[str, object]:
    return {"dated": timezone.now() - timedelta(days=days_ago)}


def test_the_same_subject_comes_before_the_newest(health: Subject) -> None:
    page = about(article("ini"), health)
    newest = article("terbaru", **dated(0))
    same = about(article("sama", **dated(30)), health)
    assert [one.pk for one in related_to(page)] == [same.pk, newest.pk]


def test_only_the_same_site_and_only_what_is_public(health: Subject) -> None:
    page = about(article("ini"), health)
    about(article("lain", home_of("kota-surabaya")), health)
    about(article("ditarik"), health).unpublish()
    assert related_to(page) == []


def test_what_the_editor_chose_stands_alone_and_in_that_order(health: Subject) -> None:
    page = article("ini")
    first, second = article("satu"), article("dua", home_of("kota-surabaya"))
    article("tiga")
    for chosen in (second, first):
        RelatedArticle.objects.create(article=page, page=chosen)
    assert [one.pk for one in related_to(page)] == [second.pk, first.pk]


def test_there_are_never_more_than_fit(health: Subject) -> None:
    page = article("ini")
    for number in range(MOST + 2):
        article(f"lain-{number}")
    assert len(related_to(page)) == MOST
