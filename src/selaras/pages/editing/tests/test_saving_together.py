"""Two people save the same page: nothing is replaced unseen, and nothing is lost."""

import re
from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageLogEntry, Revision

from selaras.ledger.models import AuditEntry
from selaras.pages.editing.tests import posting
from selaras.pages.editing.tests.posting import autosaved, edit_url, filled, newest_text, opened
from selaras.pages.models import ArticlePage

ACTIONS = [{}, {"action-publish": "1"}]


@pytest.fixture
def page(country: None) -> ArticlePage:
    return posting.draft()


@pytest.fixture
def writers(country: None) -> tuple[Client, Client]:
    return posting.two_writers()


def hidden(html: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found is not None
    return found.group(1)


def text_of(revision: Revision) -> str:
    return str(revision.as_object().body)


def clash(writers: tuple[Client, Client], page: ArticlePage, **action: str) -> str:
    """The second saves while the first writes; returns the address that the first is led to."""
    first, second = writers
    mine, hers = opened(first, page), opened(second, page)
    assert second.post(edit_url(page), filled(hers, "Tulisan Penulis Kedua.")).status_code == 302
    response = first.post(edit_url(page), filled(mine, "Tulisan saya.", **action))
    assert response.status_code == 302
    return str(response["Location"])


@pytest.mark.parametrize("action", ACTIONS, ids=["saving", "publishing"])
def test_the_second_is_told_who_saved_and_replaces_nothing(
    writers: tuple[Client, Client], page: ArticlePage, action: dict[str, str]
) -> None:
    place = clash(writers, page, **action)
    assert newest_text(page) == "Tulisan Penulis Kedua."
    assert not page.live or "Tulisan" not in str(page.body)
    told = writers[0].get(place).content.decode()
    assert "Penulis Kedua menyimpan versi lain pada" in told
    assert "WIB, ketika Anda masih menulis." in told
    kept = Revision.objects.get(pk=place.rstrip("/").rpartition("/")[2])
    assert "Tulisan saya." in text_of(kept)


def test_both_versions_stand_in_the_history_and_can_be_compared(
    writers: tuple[Client, Client], page: ArticlePage
) -> None:
    place = clash(writers, page)
    history = writers[0].get(f"/admin/pages/{page.pk}/history/").content.decode()
    assert "Ditulis bersamaan dengan versi lain" in history
    told = writers[0].get(place).content.decode()
    compare = re.search(r'href="([^"]*/compare/[^"]*)"', told)
    assert compare is not None
    shown = writers[0].get(compare.group(1)).content.decode()
    words = re.sub(r"<[^>]+>", "", shown)
    assert "Penulis Kedua" in words
    assert "saya" in words


def test_the_own_text_becomes_the_newest_version_only_on_demand(
    writers: tuple[Client, Client], page: ArticlePage
) -> None:
    first = writers[0]
    place = clash(writers, page)
    html = first.get(place).content.decode()
    over = {"over": hidden(html, "over"), "over_at": hidden(html, "over_at")}
    response = first.post(place, over)
    assert response["Location"] == edit_url(page)
    assert newest_text(page) == "Tulisan saya."
    texts = " ".join(text_of(revision) for revision in page.revisions.all())
    assert "Tulisan Penulis Kedua." in texts
    assert AuditEntry.objects.filter(action="pages.version.take").count() == 1
    history = first.get(f"/admin/pages/{page.pk}/history/").content.decode()
    assert "sebagai versi terbaru" in history


def test_a_third_version_saved_meanwhile_is_not_replaced_either(
    writers: tuple[Client, Client], page: ArticlePage
) -> None:
    first, second = writers
    place = clash(writers, page)
    html = first.get(place).content.decode()
    over = {"over": hidden(html, "over"), "over_at": hidden(html, "over_at")}
    second.post(edit_url(page), filled(opened(second, page), "Penulis Kedua lagi."))
    response = first.post(place, over, follow=True)
    assert "Halaman ini baru saja disimpan lagi." in response.content.decode()
    assert newest_text(page) == "Penulis Kedua lagi."


def test_automatic_saving_keeps_the_text_beside_the_other_version(
    writers: tuple[Client, Client], page: ArticlePage
) -> None:
    first, second = writers
    mine, hers = opened(first, page), opened(second, page)
    assert autosaved(second, page, filled(hers, "Tulisan Penulis Kedua.")).status_code == 200
    answer = autosaved(first, page, filled(mine, "Tulisan saya"))
    assert answer.status_code == 400
    told = answer.json()
    assert told["error_code"] == "invalid_revision"
    assert "Penulis Kedua menyimpan versi lain pada" in told["error_message"]
    again = filled(mine, "Tulisan saya, lalu lebih.", kept_revision=str(told["kept"]))
    assert autosaved(first, page, again).json()["kept"] == told["kept"]
    assert "lalu lebih." in text_of(Revision.objects.get(pk=told["kept"]))
    assert newest_text(page) == "Tulisan Penulis Kedua."
    assert PageLogEntry.objects.filter(action="selaras.version.keep").count() == 1


def test_a_version_that_was_saved_anew_under_its_number_is_noticed(
    writers: tuple[Client, Client], page: ArticlePage
) -> None:
    first, second = writers
    answer = autosaved(second, page, filled(opened(second, page), "Tulisan Penulis Kedua.")).json()
    mine = opened(first, page)
    more = {"overwrite_revision_id": str(answer["revision_id"])}
    seen = {
        "seen_revision": more["overwrite_revision_id"],
        "seen_at": answer["revision_created_at"],
    }
    hers = filled(mine, "Tulisan Penulis Kedua yang lebih panjang.", **more, **seen)
    assert autosaved(second, page, hers).status_code == 200
    response = first.post(edit_url(page), filled(mine, "Tulisan saya."))
    assert "/bersamaan/" in response["Location"]
    assert newest_text(page) == "Tulisan Penulis Kedua yang lebih panjang."


def test_the_own_automatic_saving_is_no_conflict(
    writers: tuple[Client, Client], page: ArticlePage
) -> None:
    first = writers[0]
    mine = opened(first, page)
    answer = autosaved(first, page, filled(mine, "Tulisan saya")).json()
    seen = {"seen_revision": str(answer["revision_id"]), "seen_at": answer["revision_created_at"]}
    form = filled(mine, "Tulisan saya selesai.", **seen)
    response = first.post(edit_url(page), form)
    assert "/bersamaan/" not in response["Location"]
    assert newest_text(page) == "Tulisan saya selesai."


def test_a_form_with_mistakes_still_knows_that_it_is_outdated(
    writers: tuple[Client, Client], page: ArticlePage
) -> None:
    first, second = writers
    mine, hers = opened(first, page), opened(second, page)
    second.post(edit_url(page), filled(hers, "Tulisan Penulis Kedua."))
    wrong = filled(mine, "Tulisan saya.", slug="tidak boleh")
    shown = first.post(edit_url(page), wrong)
    assert shown.status_code == 200
    form = {**wrong, "slug": mine["slug"]}
    for name in ("loaded_revision_id", "loaded_revision_created_at"):
        form[name] = hidden(shown.content.decode(), name)
    response = first.post(edit_url(page), form)
    assert "/bersamaan/" in response["Location"]
    assert newest_text(page) == "Tulisan Penulis Kedua."


def test_an_older_version_is_not_brought_back_over_an_unseen_one(
    writers: tuple[Client, Client], page: ArticlePage
) -> None:
    first, second = writers
    old = page.get_latest_revision()
    hers = opened(second, page)
    url = f"/admin/pages/{page.pk}/revisions/{old.pk}/revert/"
    form = opened(first, page)
    second.post(edit_url(page), filled(hers, "Tulisan Penulis Kedua."))
    response = first.post(url, filled(form, "Isi lama."))
    assert "/bersamaan/" in response["Location"]
    assert newest_text(page) == "Tulisan Penulis Kedua."


def test_a_kept_version_is_not_what_the_index_of_uses_or_the_editor_takes_for_the_newest(
    writers: tuple[Client, Client], page: ArticlePage
) -> None:
    clash(writers, page)
    newest = page.revisions.order_by("-created_at", "-pk").first()
    page.refresh_from_db()
    assert newest.pk == page.latest_revision_id
    assert newest.is_latest_revision()
    assert "Tulisan Penulis Kedua." in text_of(newest)


@pytest.mark.parametrize("over", ["", "0", "abc", "9" * 40])
def test_a_made_up_request_changes_nothing(
    writers: tuple[Client, Client], page: ArticlePage, over: str
) -> None:
    place = clash(writers, page)
    response = writers[0].post(place, {"over": over, "over_at": "kemarin"})
    assert response["Location"] == place
    assert newest_text(page) == "Tulisan Penulis Kedua."


def test_a_version_that_was_never_set_aside_cannot_be_taken(
    writers: tuple[Client, Client], page: ArticlePage
) -> None:
    old = page.get_latest_revision()
    clash(writers, page)
    place = f"/admin/bersamaan/halaman/{page.pk}/versi/{old.pk}/"
    html = writers[0].get(place).content.decode()
    over = {"over": hidden(html, "over"), "over_at": hidden(html, "over_at")}
    response = writers[0].post(place, over, follow=True)
    assert "Versi itu tidak ada di halaman ini." in response.content.decode()
    assert newest_text(page) == "Tulisan Penulis Kedua."


def test_who_may_not_edit_the_page_sees_no_version(
    writers: tuple[Client, Client], page: ArticlePage
) -> None:
    from selaras.embeds.tests.editing import writer

    place = clash(writers, page)
    stranger = writer("kota-surabaya")
    for response in (stranger.get(place), stranger.post(place)):
        assert response.status_code == 404


def test_the_first_save_of_two_is_no_conflict(
    writers: tuple[Client, Client], page: ArticlePage, django_assert_max_num_queries: Any
) -> None:
    first = writers[0]
    form = filled(opened(first, page), "Tulisan saya.")
    assert "/bersamaan/" not in first.post(edit_url(page), form)["Location"]
    assert newest_text(page) == "Tulisan saya."
