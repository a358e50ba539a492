"""What the record keeps of every publication, and that nobody can rewrite it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import DatabaseError
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.common.guards import missing
from selaras.embeds.tests.editing import writer
from selaras.pages.bulk import add_children
from selaras.pages.models import (
    ArticlePage,
    BasePage,
    Correction,
    Publication,
    PublishedContent,
    Subject,
)
from selaras.pages.models.subjects import PageSubject
from selaras.pages.past.guards import GUARDS
from selaras.pages.past.revived import page_of
from selaras.pages.past.services import record_many, record_past
from selaras.pages.services import withdraw
from selaras.pages.tests.making import article, home_of, publish_again, section

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]

End = Publication.End


def rows(page_id: int) -> list[Publication]:
    return list(Publication.objects.filter(page_id=page_id).order_by("public_from", "pk"))


def ends(page_id: int) -> list[str]:
    return [row.ended for row in rows(page_id)]


def unsaved(slug: str) -> ArticlePage:
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Locale

    return ArticlePage(
        title=slug, draft_title=slug, slug=slug, lead="Teras.", byline="Tim", place="Bandung",
        body=[{"type": "paragraph", "value": "<p>Isi.</p>"}], locale=Locale.get_default(),
        content_type=ContentType.objects.get_for_model(ArticlePage),
    )  # fmt: skip


def test_every_home_page_has_a_publication_from_setup() -> None:
    assert Publication.objects.filter(path="/", public_to=None).count() == 559
    assert PublishedContent.objects.count() <= 559


def test_periods_follow_each_other_without_a_gap() -> None:
    page = article("satu")
    publish_again(page)
    page.unpublish()
    first, second = rows(page.pk)
    assert (first.public_to, first.ended) == (second.public_from, End.REPLACED)
    assert second.ended == End.UNPUBLISHED
    assert (second.host, second.path) == ("kota-bandung.localhost", "/satu/")
    assert second.revision == page.get_latest_revision().pk


def test_the_same_content_is_stored_once() -> None:
    page = article("satu")
    before = PublishedContent.objects.count()
    publish_again(ArticlePage.objects.get(pk=page.pk))
    assert len(rows(page.pk)) == 2
    assert PublishedContent.objects.count() == before


def test_a_draft_and_a_scheduled_page_leave_no_trace() -> None:
    page = article("satu")
    page.title = "Draf"
    page.save_revision()
    page.go_live_at = timezone.now() + timedelta(days=1)
    publish_again(page)
    assert ends(page.pk) == [""]
    assert rows(page.pk)[0].title != "Draf"


def test_each_end_has_its_reason() -> None:
    writer("kota-bandung")
    page = article("satu")
    page.unpublish(set_expired=True)
    assert ends(page.pk) == [End.EXPIRED]
    publish_again(page)
    ArticlePage.objects.get(pk=page.pk).move(section(), pos="last-child")
    key = page.pk
    ArticlePage.objects.get(pk=key).delete()
    assert ends(key) == [End.EXPIRED, End.MOVED, End.DELETED]


def test_a_withdrawal_is_told_from_an_unpublication(admin_user: object) -> None:
    page = article("satu")
    withdraw(page=page, reason="Keliru.", user=admin_user)  # type: ignore[arg-type]
    assert ends(page.pk) == [End.WITHDRAWN]


def test_children_move_with_their_parents_slug() -> None:
    news = section()
    page = article("satu", news)
    news = type(news).objects.get(pk=news.pk)
    news.slug = "kabar"
    publish_again(news)
    assert [row.path for row in rows(page.pk)] == ["/berita/satu/", "/kabar/satu/"]
    assert ends(page.pk) == [End.MOVED, ""]
    assert [row.path for row in rows(news.pk)] == ["/berita/", "/kabar/"]


def test_a_deleted_section_ends_all_below_it() -> None:
    news = section()
    pages = [article(slug, news) for slug in ("satu", "dua")]
    type(news).objects.get(pk=news.pk).delete()
    assert [ends(page.pk) for page in pages] == [[End.DELETED]] * 2


def test_pages_in_bulk_are_recorded_with_their_rows_in_few_queries() -> None:
    few, many = [unsaved("a")], [unsaved(f"b-{number}") for number in range(30)]
    add_children({home_of(): [*few, *many]})
    subject = Subject.objects.create(slug="uji", label="Uji")
    PageSubject.objects.bulk_create(PageSubject(page_id=page.pk, subject=subject) for page in many)
    with CaptureQueriesContext(connection) as one:
        record_many(few)
    with CaptureQueriesContext(connection) as thirty:
        record_many(many)
    assert len(thirty) == len(one)
    kept = page_of(rows(many[0].pk)[0])
    assert kept.pk == kept.id == many[0].pk
    assert [row.subject_id for row in kept.page_subjects.all()] == [subject.pk]


def test_publishing_costs_five_queries_more() -> None:
    page = article("satu")
    with CaptureQueriesContext(connection) as captured:
        publish_again(ArticlePage.objects.get(pk=page.pk))
    about = [one for one in captured.captured_queries if "pages_publi" in one["sql"]]
    assert len(about) <= 5


def test_setup_mends_what_was_written_past_the_record() -> None:
    made, gone, stays = unsaved("a"), article("gone"), article("stays")
    made.last_published_at = timezone.now() - timedelta(days=9)
    add_children({home_of(): [made]})
    ArticlePage.objects.filter(pk=gone.pk).update(live=False)
    assert record_past() == 1
    (row,) = rows(made.pk)
    assert (row.reconstructed, row.public_from) == (True, made.last_published_at)
    assert ends(gone.pk) == [End.UNPUBLISHED]
    assert ends(stays.pk) == [""]
    assert record_past() == 0


def test_what_editors_say_among_themselves_is_not_kept() -> None:
    page = article("satu")
    page.corrections.add(Correction(text="Terlihat."))
    publish_again(page)
    kept: BasePage = page_of(rows(page.pk)[-1])
    assert [one.text for one in kept.corrections.all()] == ["Terlihat."]  # type: ignore[attr-defined]
    assert not {"wagtail_admin_comments", "owner", "locked_by"} & _names(rows(page.pk)[-1])


def _names(row: Publication) -> set[str]:
    from selaras.pages.past.content import unpacked

    return set(unpacked(row.content))


def refused(act: object) -> None:
    with pytest.raises((IntegrityError, DatabaseError)), transaction.atomic():
        act()  # type: ignore[operator]


def test_the_database_lets_nobody_rewrite_the_past() -> None:
    page = article("satu")
    publish_again(page)
    closed, still = rows(page.pk)
    every = Publication.objects.filter(pk=closed.pk)
    refused(lambda: every.update(title="Lain"))
    refused(lambda: every.update(public_to=timezone.now()))
    refused(lambda: every.update(public_to=None, ended=""))
    refused(every.delete)
    refused(lambda: Publication.objects.filter(pk=still.pk).update(path="/lain/"))
    refused(lambda: PublishedContent.objects.filter(pk=still.content_id).update(packed=b""))
    refused(lambda: PublishedContent.objects.filter(pk=still.content_id)._raw_delete("default"))
    assert missing(connection, GUARDS) == []
