import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from selaras.accounts.inbox.registry import Urgency, Waiting
from selaras.accounts.models import User
from selaras.institutions.models import Institution
from selaras.pages.adopting.errors import SourceWithdrawn
from selaras.pages.adopting.inbox import adopted_texts
from selaras.pages.adopting.queries import adopters_of_announcement
from selaras.pages.adopting.services import decline
from selaras.pages.adopting.sources import State
from selaras.pages.adopting.tests.taking import (
    announced,
    applied,
    central_page,
    published_anew,
    recalled,
    replacing,
    state_of,
    taken,
)
from selaras.pages.models import AdoptedText, ArticlePage
from selaras.pages.review.services import approve, submit
from selaras.pages.review.tests.writing import PUBLIC, approver, client_of, fresh, place, writer
from selaras.pages.tests.making import BANDUNG

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
REASON = "Angkanya keliru."


def live(page: ArticlePage) -> ArticlePage:
    """As review publishes it."""
    page = fresh(page)
    submit(page=fresh(page), user=writer(f"pengaju-{page.latest_revision_id}"))
    approve(page=fresh(page), user=approver(f"penyetuju-{page.latest_revision_id}"))
    return fresh(page)


@override_settings(ROOT_URLCONF="selaras.config.urls.editor")
def waiting_for(user: User) -> Waiting:
    return adopted_texts(user)


def read(page: ArticlePage) -> str:
    return Client(headers=PUBLIC).get(f"/{page.slug}/").content.decode()


def test_a_recalled_announcement_is_told_to_the_editor_and_to_the_reader() -> None:
    tini, source = writer(), announced()
    page = live(taken(tini, "pengumuman", source.pk))
    said = read(page)
    assert source.title in said
    assert source.url in said
    assert "telah ditarik" not in said

    recalled(source, REASON)
    assert "Sumber halaman ini telah ditarik." in read(page)
    (item,) = waiting_for(tini).items
    assert (item.urgency, item.kind, item.detail) == (Urgency.NOW, "Sumber teks ditarik", REASON)
    edit = client_of(tini).get(place("wagtailadmin_pages:edit", page.pk)).content.decode()
    assert "Sumber halaman ini telah ditarik" in edit
    assert REASON in edit
    shown = client_of(tini).get(item.url)
    assert REASON in shown.content.decode()

    client_of(tini).post(
        item.url, {"act": "biarkan", "mark": shown.context["adopted"].outcome.mark}
    )
    assert waiting_for(writer("rekan")).total == 0
    assert "Sumber halaman ini telah ditarik." in read(page)


def test_a_recalled_announcement_that_was_replaced_offers_what_stands_now() -> None:
    tini, first = writer(), announced(1)
    page = taken(tini, "pengumuman", first.pk)
    second = replacing(first, announced(2, ["Bawa lampu."]))
    recalled(first)
    outcome = state_of(page).outcome
    assert (outcome.state, outcome.newer and outcome.newer.row) == (State.WITHDRAWN, second)
    applied(page, tini)
    assert state_of(page).outcome.state is State.STANDING
    recalled(second)
    assert state_of(page).outcome.state is State.WITHDRAWN


def test_what_was_recalled_cannot_be_taken() -> None:
    tini, source = writer(), recalled(announced())
    address = f"/admin/teks-pusat/ambil/pengumuman/{source.pk}/"
    answer = client_of(tini).get(address)
    assert "sudah ditarik" in answer.content.decode()
    with pytest.raises(SourceWithdrawn):
        taken(tini, "pengumuman", source.pk)
    assert not AdoptedText.objects.exists()


def test_a_source_page_that_is_taken_down_or_deleted_leaves_the_page_whole() -> None:
    tini, source = writer(), central_page("jam", "Satu.")
    page = live(taken(tini, "halaman", source.pk))
    ArticlePage.objects.get(pk=source.pk).unpublish()
    (item,) = waiting_for(tini).items
    assert item.urgency == Urgency.NOW
    assert "Sumber halaman ini telah ditarik." in read(page)
    ArticlePage.objects.get(pk=source.pk).delete()
    assert state_of(page).outcome.reason == "Halaman sumber sudah dihapus."
    assert "Satu." in read(page)
    client = client_of(tini)
    for address in (
        place("wagtailadmin_pages:edit", page.pk),
        item.url,
        "/admin/teks-pusat/diambil/",
    ):
        assert client.get(address).status_code == 200
    decline(page=fresh(page), user=tini, mark=state_of(page).outcome.mark)
    assert waiting_for(tini).total == 0


def test_the_public_page_names_the_version_that_it_rests_on_until_the_next_is_published() -> None:
    tini, first = writer(), announced(1)
    page = live(taken(tini, "pengumuman", first.pk))
    second = replacing(first, announced(2, ["Bawa lampu."]))
    applied(page, tini)
    assert first.title in read(page)
    assert second.title not in read(page)
    recalled(first)
    assert "Sumber halaman ini telah ditarik." in read(page)
    page = live(page)
    assert second.title in read(page)
    assert "telah ditarik" not in read(page)


def test_adopters_are_institutions_with_a_public_page_also_after_a_replacement() -> None:
    tini, first = writer(), announced(1)
    page = taken(tini, "pengumuman", first.pk)
    assert adopters_of_announcement(first) == set()
    live(page)
    second = replacing(first, announced(2))
    bandung = Institution.objects.get(slug=BANDUNG).pk
    with CaptureQueriesContext(connection) as asked:
        assert adopters_of_announcement(first) == {bandung}
    assert len(asked) <= 3
    assert adopters_of_announcement(second) == set()
    applied(page, tini)
    live(page)
    assert adopters_of_announcement(second) == {bandung}
    assert adopters_of_announcement(first) == {bandung}


def test_ten_more_pages_cost_the_inbox_and_the_lists_no_more_queries() -> None:
    tini, source, first = writer(), central_page("jam", "Satu."), announced(1)
    owner = client_of(writer("pusat", "bnpb"))
    addresses = ("/admin/teks-pusat/diambil/", "/admin/teks-pusat/dipakai/")

    def asked() -> list[int]:
        counts = []
        with CaptureQueriesContext(connection) as found:
            assert waiting_for(tini).total
        counts.append(len(found))
        for client, address in zip((client_of(tini), owner), addresses, strict=True):
            client.get(address)
            with CaptureQueriesContext(connection) as found:
                assert client.get(address).context["rows"]
            counts.append(len(found))
        return counts

    for kind, key in (("halaman", source.pk), ("pengumuman", first.pk)):
        taken(tini, kind, key)
    published_anew(source, "Dua.")
    replacing(first, announced(2))
    waiting_for(tini)
    before = asked()
    for _ in range(5):
        for kind, key in (("halaman", source.pk), ("pengumuman", first.pk)):
            taken(tini, kind, key)
    AdoptedText.objects.filter(source_page=source).update(version="1")
    assert asked() == before
    assert waiting_for(tini).total == 12
