"""Whatever becomes public, changes or goes is found so a moment later."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from selaras.accounts.models import User
from selaras.announcements.models import Relation
from selaras.announcements.tests.telling import take_back, tell
from selaras.institutions.models import Institution, Topic
from selaras.institutions.topics import hand_over
from selaras.pages.models.profile import SiteProfile
from selaras.pages.review.services.superseding import supersede
from selaras.pages.tests.making import BANDUNG, article, publish_again, section
from selaras.search.indexing import keeping
from selaras.search.indexing.comparing import differences
from selaras.search.indexing.keeping import Indexer
from selaras.search.indexing.noting import note_everything
from selaras.search.models import WaitingEntry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


def stored(indexer: Indexer, key: str) -> dict[str, Any]:
    """What is found under that key once everything due is settled; empty where nothing is."""
    indexer.settle_all()
    found = indexer.index.snapshot().documents([key])
    return dict(found.get(key, {}))


@pytest.fixture(autouse=True)
def nothing_waits(topics: None) -> None:
    WaitingEntry.objects.all().delete()


def test_a_page_is_found_as_it_is_published_changed_and_unpublished(indexer: Indexer) -> None:
    page = article("kabar", title="Banjir surut")
    key = f"page:{page.pk}"
    first = stored(indexer, key)
    assert (first["title"], first["path"], first["institution"]) == (
        "Banjir surut", "/kabar/", BANDUNG,
    )  # fmt: skip
    page.title = "Banjir naik"
    page.save_revision()
    assert stored(indexer, key)["title"] == "Banjir surut"
    publish_again(page)
    assert stored(indexer, key)["title"] == "Banjir naik"
    page.unpublish()
    assert stored(indexer, key) == {}


def test_a_page_that_is_deleted_is_not_found(indexer: Indexer) -> None:
    page = article("kabar")
    key = f"page:{page.pk}"
    assert stored(indexer, key)
    page.delete()
    assert stored(indexer, key) == {}


def test_pages_are_found_where_they_were_moved_to(indexer: Indexer) -> None:
    news, other = section("berita"), section("arsip")
    page = article("kabar", parent=news)
    key = f"page:{page.pk}"
    assert stored(indexer, key)["path"] == "/berita/kabar/"
    news.slug = "warta"
    publish_again(news)
    assert stored(indexer, key)["path"] == "/warta/kabar/"
    page.refresh_from_db()
    page.move(other, pos="last-child")
    assert stored(indexer, key)["path"] == "/arsip/kabar/"


def test_a_page_is_superseded_while_the_other_is_public(indexer: Indexer) -> None:
    old, new = article("lama"), article("baru")
    supersede(page=old, by=new, user=User.objects.create_superuser("uji", "uji@x.example", "x"))
    assert stored(indexer, f"page:{old.pk}")["superseded"]
    new.unpublish()
    assert not stored(indexer, f"page:{old.pk}")["superseded"]


def test_an_announcement_is_found_from_its_second_to_its_recall(indexer: Indexer) -> None:
    at = timezone.now() + timedelta(hours=2)
    told = tell(at=at)
    key = f"announcement:{told.pk}"
    assert stored(indexer, key) == {}
    with time_machine.travel(at + timedelta(seconds=1)):
        shown = stored(indexer, key)
        assert (shown["on_portal"], shown["owner"], shown["superseded"]) == (True, True, False)
        assert shown["topics"] == ["siaga-musim-hujan"]
        take_back(told)
        assert stored(indexer, key) == {}


def test_an_announcement_is_superseded_by_a_later_one_and_when_it_is_over(
    indexer: Indexer,
) -> None:
    first = tell()
    key = f"announcement:{first.pk}"
    assert not stored(indexer, key)["superseded"]
    second = tell(key="uji-2", earlier=first, relation=Relation.SUPERSEDES)
    assert stored(indexer, key)["superseded"]
    assert not stored(indexer, f"announcement:{second.pk}")["superseded"]
    third = tell({"Kota Bogor": "merah"}, key="uji-3", through="2027-01-31")
    assert not stored(indexer, f"announcement:{third.pk}")["superseded"]
    with time_machine.travel("2027-02-02"):
        assert stored(indexer, f"announcement:{third.pk}")["superseded"]


def test_a_topic_that_is_handed_over_has_another_owner(indexer: Indexer) -> None:
    told = tell()
    key = f"announcement:{told.pk}"
    assert stored(indexer, key)["owner"]
    hand_over(
        topic=Topic.objects.get(key="siaga-musim-hujan"),
        to=Institution.objects.get(slug="bmkg"),
        reason="Perpres",
        actor="uji",
    )
    assert not stored(indexer, key)["owner"]


def test_an_institution_is_found_by_its_new_name_and_address(indexer: Indexer) -> None:
    office = Institution.objects.get(slug=BANDUNG)
    office.name = "Dinas Kabar Kota Bandung"
    office.save()
    SiteProfile.objects.create(institution=office, address="Jalan Contoh 1")
    shown = stored(indexer, f"institution:{office.pk}")
    assert shown["title"] == "Dinas Kabar Kota Bandung"
    assert "Jalan Contoh 1" in shown["body"]


def test_what_was_written_past_all_signals_is_told_and_mended(indexer: Indexer) -> None:
    kept, left = article("tetap"), article("hilang")
    indexer.settle_all()
    whole = {one.key for one in differences(indexer.index)}  # the country itself, not indexed yet
    type(kept).objects.filter(pk=kept.pk).update(title="Diam-diam")
    type(left).objects.filter(pk=left.pk).update(live=False)
    assert not WaitingEntry.objects.exists()
    found = {one.key: one.fault.name for one in differences(indexer.index)}
    assert {key: found[key] for key in found.keys() - whole} == {
        f"page:{kept.pk}": "OTHER", f"page:{left.pk}": "LEFT",
    }  # fmt: skip
    note_everything()
    indexer.settle_all()
    assert list(differences(indexer.index)) == []


def test_what_is_noted_while_it_is_settled_is_settled_again(
    indexer: Indexer, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = article("kabar")
    real = keeping.make

    def changed_meanwhile(keys: list[str]) -> Any:
        made = real(keys)
        monkeypatch.setattr(keeping, "make", real)
        page.title = "Lebih baru"
        publish_again(page)
        return made

    monkeypatch.setattr(keeping, "make", changed_meanwhile)
    assert stored(indexer, f"page:{page.pk}")["title"] == "Lebih baru"


def test_nothing_is_asked_twice_where_nothing_waits(
    indexer: Indexer, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):
        assert not indexer.settle()
