from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from selaras.accounts.models import User
from selaras.ledger.models import AuditEntry
from selaras.pages.clearance import version_of
from selaras.pages.models import ArticlePage
from selaras.pages.review.tests.writing import (
    EDITORS,
    approver,
    changed,
    client_of,
    draft,
    emergency,
    screen,
    writer,
)
from selaras.review.errors import BadLink, MayNotSubmit
from selaras.review.models import CommentLink, Remark
from selaras.review.services import make_link, revoke_link
from selaras.review.services.remarks import LINK_SENDS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]

READER = "Ahli epidemiologi"
INCOMPLETE = [("", 3), ("  ", 3), ("x" * 101, 3), ("A", 0), ("A", 99)]


def linked(user: User, page: ArticlePage, days: int = 3) -> tuple[CommentLink, str]:
    link, token = make_link(version=version_of(page), reader=READER, days=days, user=user)
    return link, f"/tinjau/{token}/"


def visitor() -> Client:
    return Client(headers=EDITORS)


def test_a_reader_without_an_account_reads_the_draft_and_comments() -> None:
    tini = writer()
    page = draft(tini, body=[{"type": "paragraph", "value": "<p>Angka 58,59 persen.</p>"}])
    _, path = linked(tini, page)
    shown = visitor().get(path)
    assert shown.status_code == 200
    assert "Naskah naskah" in shown.content.decode()
    assert "Angka 58,59 persen." in visitor().get(f"{path}naskah/").content.decode()
    sent = visitor().post(path, {"text": "Sumbernya mana?", "quote": "58,59 persen"})
    assert sent.status_code == 302
    remark = Remark.objects.get()
    assert (remark.writer_name, remark.text, remark.quote) == (
        READER, "Sumbernya mana?", "58,59 persen",
    )  # fmt: skip
    assert "Sumbernya mana?" in visitor().get(path).content.decode()
    assert "Sumbernya mana?" in client_of(tini).get(screen(page)).content.decode()


def test_the_answers_are_kept_by_nobody_and_set_no_cookie() -> None:
    tini = writer()
    _, path = linked(tini, draft(tini))
    for where in (path, f"{path}naskah/", "/tinjau/salah/", "/tinjau/salah/naskah/"):
        answer = visitor().get(where)
        assert answer.headers["Cache-Control"] == "no-store, private", where
        assert answer.headers["Referrer-Policy"] == "no-referrer", where
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow", where
        assert not answer.cookies, where
    assert not visitor().post(path, {"text": "Catatan."}).cookies


def test_only_a_hash_of_the_token_is_kept() -> None:
    tini = writer()
    link, path = linked(tini, draft(tini))
    token = path.split("/")[2]
    assert len(token) >= 43
    assert token not in str(CommentLink.objects.filter(pk=link.pk).values().get())
    assert token not in str(list(AuditEntry.objects.values()))


def test_wrong_expired_and_revoked_links_answer_the_same_and_reveal_nothing() -> None:
    tini = writer()
    page = draft(tini)
    revoked, revoked_path = linked(tini, page)
    revoke_link(link=revoked, user=tini)
    _, expired_path = linked(tini, page, days=1)
    wrong = visitor().get("/tinjau/" + "x" * 43 + "/")
    very_long = visitor().get("/tinjau/" + "x" * 3000 + "/")
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        others = [
            visitor().get(revoked_path),
            visitor().get(expired_path),
            visitor().post(expired_path, {"text": "Masih?"}),
            visitor().get(f"{expired_path}naskah/"),
        ]
    for answer in (wrong, very_long, *others):
        assert answer.status_code == 404
        assert answer.content == wrong.content
        assert "Naskah" not in answer.content.decode()
    assert not Remark.objects.exists()


def test_a_link_shows_its_own_version_and_says_that_there_is_a_newer_one() -> None:
    tini = writer()
    page = draft(tini)
    _, path = linked(tini, page)
    assert "sudah berubah" not in visitor().get(path).content.decode()
    changed(page, tini, title="Judul rahasia yang baru")
    shown = visitor().get(path).content.decode()
    assert "sudah berubah" in shown
    assert "Judul rahasia" not in shown
    assert "Judul rahasia" not in visitor().get(f"{path}naskah/").content.decode()


def test_a_version_that_was_written_over_is_not_shown() -> None:
    tini = writer()
    page = draft(tini)
    _, path = linked(tini, page)
    revision = page.latest_revision
    revision.content["title"] = "Disisipkan"
    revision.save()
    assert visitor().get(path).status_code == 404


def test_the_writers_make_list_and_revoke_links_on_their_screen() -> None:
    tini = writer()
    page = draft(tini)
    client = client_of(tini)
    made = client.post(screen(page, "tautan/"), {"reader": READER, "days": "7"})
    address = made.context["address"]
    path = address.partition("redaksi.localhost")[2].partition("/")[2]
    assert visitor().get(f"/{path}").status_code == 200
    listed = client.get(screen(page, "tautan/")).content.decode()
    assert READER in listed
    assert "Terakhir dibuka" in listed
    assert path not in listed
    link = CommentLink.objects.get()
    client.post(screen(page, f"tautan/{link.pk}/"))
    assert visitor().get(f"/{path}").status_code == 404


def test_nobody_from_elsewhere_makes_or_revokes_a_link() -> None:
    tini = writer()
    page = draft(tini)
    link, path = linked(tini, page)
    stranger = writer("jauh", "kota-cimahi")
    with pytest.raises(MayNotSubmit):
        linked(stranger, page)
    with pytest.raises(MayNotSubmit):
        revoke_link(link=link, user=stranger)
    client = client_of(stranger)
    assert client.get(screen(page, "tautan/")).status_code == 404
    assert client.post(screen(page, f"tautan/{link.pk}/")).status_code == 404
    assert visitor().get(path).status_code == 200


@pytest.mark.parametrize(("reader", "days"), INCOMPLETE)
def test_an_invitation_needs_a_name_and_an_end(reader: str, days: int) -> None:
    tini = writer()
    page = draft(tini)
    with pytest.raises(BadLink):
        make_link(version=version_of(page), reader=reader, days=days, user=tini)
    answer = client_of(tini).post(screen(page, "tautan/"), {"reader": reader, "days": str(days)})
    assert answer.status_code == 200
    assert not CommentLink.objects.exists()


@pytest.mark.parametrize("text", ["", "   ", "x" * 4001, "a\x00b"])
def test_a_comment_that_cannot_be_sent_is_told_why_and_kept(text: str) -> None:
    tini = writer()
    _, path = linked(tini, draft(tini))
    answer = visitor().post(path, {"text": text, "quote": "Kutipan saya"})
    assert answer.status_code == 200
    shown = answer.content.decode()
    assert "Catatan belum terkirim." in shown
    assert "Kutipan saya" in shown
    assert not Remark.objects.exists()


def test_a_link_sends_only_so_many_comments_at_a_time() -> None:
    tini = writer()
    _, path = linked(tini, draft(tini))
    for number in range(LINK_SENDS):
        assert visitor().post(path, {"text": f"Catatan {number}"}).status_code == 302
    answer = visitor().post(path, {"text": "Satu lagi"})
    assert "Terlalu banyak catatan" in answer.content.decode()
    assert Remark.objects.count() == LINK_SENDS


def test_who_tries_tokens_is_stopped() -> None:
    client = visitor()
    answers = {client.get(f"/tinjau/{number:043}/").status_code for number in range(130)}
    assert answers == {404, 429}


def test_making_using_and_revoking_are_audited_without_a_name() -> None:
    tini = writer()
    link, path = linked(tini, draft(tini))
    for _ in range(3):
        visitor().get(path)
    visitor().post(path, {"text": "Catatan."})
    revoke_link(link=link, user=tini)
    told = list(
        AuditEntry.objects.filter(action__startswith="review.").values_list("action", "actor")
    )
    mine, machine = f"orang:{tini.reference}", "sistem:tautan-tinjauan"
    assert sorted(told) == [
        ("review.link.make", mine),
        ("review.link.open", machine),
        ("review.link.revoke", mine),
        ("review.remark", machine),
    ]
    assert READER not in str(list(AuditEntry.objects.values()))


def test_remarks_are_handled_by_writers_and_shown_beside_the_text() -> None:
    tini = writer()
    page = draft(tini)
    _, path = linked(tini, page)
    visitor().post(path, {"text": "Periksa angka ini."})
    editor = client_of(tini).get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "Periksa angka ini." in editor
    remark = Remark.objects.get()
    stranger = client_of(emergency("jauh", "kota-cimahi"))
    assert stranger.post(screen(page, f"catatan/{remark.pk}/"), {"taken": "1"}).status_code == 404
    client_of(approver()).post(screen(page, f"catatan/{remark.pk}/"), {"taken": "1"})
    remark.refresh_from_db()
    assert remark.state == Remark.State.DONE
