import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.accounts.models import User
from selaras.embeds.tests.editing import writer
from selaras.ledger.models import AuditEntry, Epoch
from selaras.pages.admin.withdrawing import WithdrawItem
from selaras.pages.clearance import without_review
from selaras.pages.errors import MayNotWithdraw, NoReason, NotPublished
from selaras.pages.models import ArticlePage
from selaras.pages.services import withdraw
from selaras.pages.tests.making import HOST, article, home_of, publish_again, section
from support.searching import Settle

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]

REASON = "Tanggalnya keliru; yang benar ada di pengumuman baru."
BREAK = {"type": "page_break", "value": {"title": "Kedua"}}


def get(path: str) -> tuple[int, str]:
    response = Client(headers={"host": HOST}).get(path)
    return response.status_code, response.content.decode()


def words_of(path: str) -> str:
    """Also where a search marks some of them."""
    return re.sub("</?mark>", "", get(path)[1])


def person(slug: str = "kota-bandung") -> User:
    writer(slug)
    return User.objects.get(username=f"penulis-{slug}")


def long_article(slug: str = "panjang") -> ArticlePage:
    paragraph = {"type": "paragraph", "value": "<p>Isi rahasia.</p>"}
    return article(slug, title="Jadwal vaksin", body=[paragraph, BREAK, paragraph])


def test_a_withdrawn_page_says_why_at_all_its_addresses() -> None:
    page = long_article()
    withdraw(page=page, reason=f"  {REASON}\n", user=person())
    assert not page.live
    assert page.withdrawal_reason == REASON
    for path in ("/panjang/", "/panjang/halaman/2/", "/panjang/semua/", "/en/panjang/"):
        status, body = get(path)
        assert status == 410, path
        assert REASON in body
        assert "Jadwal vaksin" in body
        assert "Isi rahasia" not in body
    assert get("/panjang/lain/")[0] == 404


def test_a_withdrawn_page_stands_in_no_list_and_is_not_found(settle_search: Settle) -> None:
    news = section()
    page = article("kabar", news, title="Kabar keliru")
    lists = ("/", "/berita/", "/cari/?q=keliru")
    settle_search()
    assert all("Kabar keliru" in words_of(path) for path in lists)
    withdraw(page=page, reason=REASON, user=person())
    settle_search()
    assert not any("Kabar keliru" in words_of(path) for path in lists)


def test_pages_below_a_withdrawn_section_stay() -> None:
    news = section()
    article("kabar", news)
    withdraw(page=news, reason=REASON, user=person())
    assert get("/berita/")[0] == 410
    assert get("/berita/halaman/2/")[0] == 410
    assert get("/berita/kabar/")[0] == 200


def test_a_page_that_is_published_again_has_forgotten_its_withdrawal() -> None:
    page = long_article()
    withdraw(page=page, reason=REASON, user=person())
    with without_review("uji"):
        page.get_latest_revision().publish()
    page.refresh_from_db()
    assert (page.live, page.withdrawn_at, page.withdrawal_reason) == (True, None, "")
    assert get("/panjang/")[0] == 200
    page.unpublish()
    assert REASON not in get("/panjang/")[1]


def test_saving_a_draft_keeps_the_reason() -> None:
    page = long_article()
    withdraw(page=page, reason=REASON, user=person())
    draft = page.get_latest_revision_as_object()
    draft.title = "Jadwal baru"
    draft.save()
    draft.save_revision()
    status, body = get("/panjang/")
    assert status == 410
    assert REASON in body


def test_a_page_that_is_only_scheduled_stays_withdrawn() -> None:
    page = long_article()
    withdraw(page=page, reason=REASON, user=person())
    draft = page.get_latest_revision_as_object()
    draft.go_live_at = timezone.now() + timedelta(days=1)
    publish_again(draft)
    assert REASON in get("/panjang/")[1]


def test_withdrawing_is_audited_and_advances_the_epoch() -> None:
    page, user = long_article(), person()
    before = Epoch.objects.filter(pk=1).values_list("number", flat=True).first() or 0
    withdraw(page=page, reason=REASON, user=user)
    entry = AuditEntry.objects.get(action="pages.withdraw")
    assert (entry.object_id, entry.institution) == (str(page.pk), "kota-bandung")
    assert (entry.reason, entry.details) == (REASON, {"title": "Jadwal vaksin"})
    assert Epoch.objects.get(pk=1).number > before


def test_only_who_may_publish_it_withdraws_a_page() -> None:
    page = long_article()
    with pytest.raises(MayNotWithdraw):
        withdraw(page=page, reason=REASON, user=person("kab-merauke"))
    page.refresh_from_db()
    assert page.live
    assert not AuditEntry.objects.filter(action="pages.withdraw").exists()


def test_the_home_page_is_never_withdrawn() -> None:
    writer("aceh", superuser=True)
    with pytest.raises(MayNotWithdraw):
        withdraw(page=home_of(), reason=REASON, user=User.objects.get(is_superuser=True))


@pytest.mark.parametrize("reason", ["", " \n", "x" * 301])
def test_a_reason_is_needed_and_bounded(reason: str) -> None:
    with pytest.raises(NoReason):
        withdraw(page=long_article(), reason=reason, user=person())


def test_what_is_not_published_is_not_withdrawn() -> None:
    page, user = long_article(), person()
    page.unpublish()
    with pytest.raises(NotPublished):
        withdraw(page=page, reason=REASON, user=user)


def screen(page: ArticlePage) -> str:
    return f"/admin/tarik/{page.pk}/"


def test_an_editor_withdraws_from_the_pages_menu() -> None:
    page, client = long_article(), writer()
    for place in (f"/admin/pages/{home_of().pk}/", f"/admin/pages/{page.pk}/edit/"):
        assert screen(page) in client.get(place).content.decode()
    assert "Jadwal vaksin" in client.get(screen(page)).content.decode()
    response = client.post(screen(page), {"reason": REASON})
    assert response["Location"] == f"/admin/pages/{home_of().pk}/"
    assert REASON in get("/panjang/")[1]
    assert screen(page) not in client.get(f"/admin/pages/{page.pk}/edit/").content.decode()


def test_a_screen_without_a_reason_says_so_and_withdraws_nothing() -> None:
    page = long_article()
    assert writer().post(screen(page), {"reason": " "}).status_code == 200
    assert get("/panjang/")[0] == 200


def test_nobody_else_finds_the_screen() -> None:
    page = long_article()
    other = writer("kab-merauke")
    assert other.get(screen(page)).status_code == 404
    assert other.post(screen(page), {"reason": REASON}).status_code == 404
    assert writer().get(f"/admin/tarik/{home_of().pk}/").status_code == 404
    assert writer("aceh", superuser=True).get("/admin/tarik/999999/").status_code == 404


def test_a_page_that_is_not_published_leads_back_to_its_editor() -> None:
    page = long_article()
    page.unpublish()
    assert writer().get(screen(page))["Location"] == f"/admin/pages/{page.pk}/edit/"


def ticked(*pages: ArticlePage) -> str:
    keys = "&".join(f"id={page.pk}" for page in pages)
    return f"/admin/bulk/wagtailcore/page/withdraw/?{keys}&next=/admin/"


def test_pages_that_were_ticked_are_withdrawn_with_one_reason() -> None:
    mine = [long_article(f"a-{number}") for number in range(3)]
    mine[2].unpublish()
    client = writer()
    asked = client.get(ticked(*mine)).content.decode()
    assert "Tidak ikut ditarik" in asked
    assert client.post(ticked(*mine), {"reason": REASON})["Location"] == "/admin/"
    assert [REASON in get(f"/{page.slug}/")[1] for page in mine] == [True, True, False]


def test_pages_of_others_that_were_ticked_stay() -> None:
    page = long_article()
    writer("kab-merauke").post(ticked(page), {"reason": REASON})
    assert get("/panjang/")[0] == 200


def test_offering_it_costs_no_more_queries_for_more_pages() -> None:
    user = person()

    def asked(count: int) -> int:
        """For pages that are read as the explorer reads them."""
        children = home_of().get_children()
        listed = children.annotate_approved_schedule().prefetch_workflow_states()[:count]
        with CaptureQueriesContext(connection) as queries:
            offered = [WithdrawItem(page=page).is_shown(user) for page in listed]
        assert offered == [True] * count
        return len(queries)

    for number in range(10):
        long_article(f"a-{number}")
    asked(1)
    assert asked(10) == asked(1)
