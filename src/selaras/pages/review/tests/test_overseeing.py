"""Who has a view over an institution reads and remarks, and changes nothing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.accounts.models import User
from selaras.pages.clearance import version_of
from selaras.pages.review import services
from selaras.pages.review.tests.writing import (
    act,
    approver,
    client_of,
    draft,
    fresh,
    screen,
    submitted,
    writer,
)
from selaras.review.errors import EmptyRemark, MayNotRead, TooLong
from selaras.review.models import Remark
from selaras.review.services import remark
from support.people import oversee

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
SECRET = "Rahasia kota"


@pytest.fixture
def overseer() -> User:
    """Somebody of the province's office, which has a view over the province."""
    oversee("jawa-barat", "32")
    return writer("pembina", "jawa-barat")


def test_an_overseer_finds_the_institutions_and_their_drafts(overseer: User) -> None:
    page = submitted(writer(), title=SECRET)
    client = client_of(overseer)
    assert "Kota Bandung" in client.get("/admin/pembinaan/").content.decode()
    listed = client.get("/admin/pembinaan/kota-bandung/").content.decode()
    assert SECRET in listed
    assert "Sedang ditinjau" in listed
    shown = client.get(screen(page))
    assert SECRET in shown.content.decode()
    naskah = client.get(screen(page, f"naskah/{page.latest_revision_id}/"))
    assert "Isi naskah." in naskah.content.decode()


def test_without_a_row_there_is_no_view() -> None:
    page = submitted(writer(), title=SECRET)
    client = client_of(writer("pembina", "jawa-barat"))
    assert client.get("/admin/pembinaan/").status_code in {302, 403}
    for path in (
        "/admin/pembinaan/kota-bandung/",
        screen(page),
        screen(page, f"naskah/{page.latest_revision_id}/"),
    ):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert SECRET not in answer.content.decode()
    with pytest.raises(MayNotRead):
        remark(version=version_of(page), user=writer("lain", "jawa-barat"), text="Halo.")


def test_an_overseer_elsewhere_sees_nothing(overseer: User) -> None:
    oversee("jawa-tengah", "33")
    page = draft(writer())
    assert client_of(writer("jauh", "jawa-tengah")).get(screen(page)).status_code == 404


def test_an_overseer_suggests_and_the_writer_takes_it_by_hand(overseer: User) -> None:
    tini = writer()
    page = draft(tini)
    answer = act(page, overseer, "catat", quote="Isi naskah.", replacement="Isi yang benar.")
    assert answer.status_code == 302
    row = Remark.objects.get()
    assert row.is_suggestion
    assert (
        "Isi yang benar." in client_of(tini).get(f"/admin/pages/{page.pk}/edit/").content.decode()
    )
    assert "Isi naskah." in str(fresh(page).get_latest_revision_as_object().body)
    client_of(tini).post(screen(page, f"catatan/{row.pk}/"), {"taken": "0"})
    row.refresh_from_db()
    assert row.state == Remark.State.DISMISSED


def test_an_overseer_changes_and_decides_nothing(overseer: User) -> None:
    page = submitted(writer())
    client = client_of(overseer)
    for path in (
        f"/admin/pages/{page.pk}/edit/",
        screen(page, "darurat/"),
        screen(page, "tautan/"),
        screen(page, "pengganti/"),
    ):
        assert client.get(path).status_code in {403, 404}, path
        assert client.post(path, {}).status_code in {403, 404}, path
    for word in ("setujui", "perbaikan", "ajukan", "terbitkan", "batalkan", "benarkan", "tarik"):
        assert act(page, overseer, word, comment="Ya.", reason="Ya.").status_code == 200, word
    assert fresh(page).shown_state.label == "Sedang ditinjau"
    boss = approver("bos", "jawa-barat")
    with pytest.raises(Exception, match="bukan penyetuju"):
        services.approve(page=page, user=boss)


def test_a_remark_needs_words(overseer: User) -> None:
    version = version_of(draft(writer()))
    for words in ({"text": " "}, {"text": "", "quote": "x"}, {"text": "", "replacement": "x"}):
        with pytest.raises(EmptyRemark):
            remark(version=version, user=overseer, **words)
    with pytest.raises(TooLong):
        remark(version=version, user=overseer, text="x" * 4001)


def test_an_unknown_act_and_an_unknown_page_are_not_found(overseer: User) -> None:
    page = draft(writer())
    client = client_of(overseer)
    assert client.post(screen(page), {"act": "hapus"}).status_code == 404
    assert client.get("/admin/tinjauan/999999/").status_code == 404
    assert client.get(screen(page, "naskah/999999/")).status_code == 404


def test_more_pages_cost_no_more_queries(overseer: User) -> None:
    tini = writer()

    def asked(count: int) -> int:
        for number in range(count):
            submitted(tini, f"halaman-{count}-{number}")
        client = client_of(overseer)
        client.get("/admin/pembinaan/kota-bandung/")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            answer = client.get("/admin/pembinaan/kota-bandung/")
        assert answer.status_code == 200
        return len(queries)

    assert asked(1) == asked(10)
