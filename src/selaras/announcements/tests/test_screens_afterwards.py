"""What is done with an announcement once it is planned or public, and who may read it."""

import re

import pytest
from django.test import Client

from selaras.accounts.models import User
from selaras.announcements.manuscripts.tests.writing import (
    BANDUNG,
    announced,
    approver,
    author,
    later,
    publisher,
    seen,
    submitted,
    value_in,
    wall,
    written,
)
from selaras.announcements.models import Announcement, Recall
from selaras.announcements.services import call_off
from selaras.announcements.tests.editors import (
    address,
    client_of,
    signed_in,
    value_of,
    words,
)
from selaras.institutions.models import Membership
from selaras.ledger.models import AuditEntry
from selaras.ledger.objects import described
from selaras.ledger.words import label_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


@pytest.fixture
def user() -> User:
    return author()


@pytest.fixture
def client(user: User) -> Client:
    return client_of(user)


def test_a_schedule_is_told_to_the_second_and_can_be_called_off(client: Client, user: User) -> None:
    moment = later()
    planned = announced(user, approver(), goes_live=wall(moment))
    page = address("announcement", planned)
    told = words(client.get(page))
    assert f"pukul {wall(moment)[11:].replace(':', '.')} WIB" in told
    assert "Alasannya belum ditulis" in words(client.post(page, {"act": "batalkan"}))
    answer = client.post(page, {"act": "batalkan", "reason": "Belum waktunya."}, follow=True)
    assert "Jadwal dibatalkan" in words(answer)
    assert "Ubah naskah" in words(answer)


def test_an_emergency_needs_a_reason_and_is_reviewed_after(user: User) -> None:
    manuscript = written(user)
    at_once = address("at_once", manuscript)
    now = client_of(publisher())
    page = now.get(at_once)
    posted = {"seen": value_of(page, "seen"), "reason": ""}
    assert "Alasan penerbitan darurat belum ditulis" in words(now.post(at_once, posted))
    answer = now.post(at_once, {**posted, "reason": "Tanggul jebol."}, follow=True)
    assert "DARURAT" in words(answer)
    made = Announcement.objects.get()
    screen = address("announcement", made)
    decides = client_of(approver())
    page = words(decides.get(screen))
    assert "Ditinjau setelah terbit" in page
    assert "Tanggul jebol." in page
    decides.post(screen, {"act": "tarik", "reason": "Kabarnya keliru."})
    assert Recall.objects.get().reason == "Kabarnya keliru."


def test_a_recall_shows_its_reach_and_is_confirmed_by_another(client: Client, user: User) -> None:
    decides = approver()
    first = announced(user, decides, rows=[["siaga.status", BANDUNG, "kuning"]])
    made = announced(user, decides)
    recall = address("recall", made)
    assert re.search(r"<strong>1</strong> situs instansi", words(client.get(recall)))
    page = words(client.post(recall, {"act": "minta", "reason": "", "restores": "1"}))
    assert "Alasannya belum ditulis" in page
    assert re.search(r'name="restores" value="1" checked', page)
    client.post(recall, {"act": "minta", "reason": "Salah ketik.", "restores": "1"})
    page = words(client.get(recall))
    assert "Sahkan penarikan" not in page
    assert "Urungkan permintaan" in page
    other = client_of(decides)
    page = other.get(recall)
    assert "Salah ketik." in words(page)
    number = value_of(page, "recall")
    stale = other.post(recall, {"act": "sahkan", "recall": "0"})
    assert "sudah diputuskan" in words(stale)
    other.post(recall, {"act": "sahkan", "recall": number})
    assert value_in(BANDUNG) == "kuning"
    page = words(client.get(address("announcement", made)))
    for said in ("Ditarik", "Salah ketik.", "Yang sudah dijangkau saat ditarik", "situs instansi"):
        assert said in page
    assert client.get(address("announcement", first)).status_code == 200


def test_auditors_read_and_writers_of_the_same_institution_do_not(user: User) -> None:
    manuscript = written(user)
    show = address("manuscript", manuscript)
    assert signed_in("bnpb", Membership.Role.AUDITOR).get(show).status_code == 200
    assert signed_in("bnpb", Membership.Role.WRITER).get(show).status_code == 403
    assert signed_in("kemendagri").get(show).status_code == 404
    assert (
        signed_in("bnpb", Membership.Role.AUDITOR).get(address("edit", manuscript)).status_code
        == 403
    )


def test_whoever_decides_too_late_is_told_what_became_of_it(user: User) -> None:
    first, second = client_of(approver()), client_of(approver("kedua"))
    manuscript = submitted(user)
    show = address("manuscript", manuscript)
    posted = {"act": "setujui", "seen": seen(manuscript)}
    first.post(show, posted)
    answer = second.post(show, posted, follow=True)
    assert "Naskah ini sudah diumumkan." in words(answer)
    assert "Lihat halaman publik" in words(answer)


def test_what_was_done_is_called_by_words_in_the_audit(user: User) -> None:
    planned = announced(user, approver(), goes_live=wall(later()))
    call_off(announcement=planned, user=user, reason="Belum waktunya.")
    entries = list(AuditEntry.objects.filter(action__regex="^(announcements|facts)[.]"))
    assert {entry.action for entry in entries} >= {"announcements.plan", "announcements.call_off"}
    for entry in entries:
        assert label_of(entry.action) != entry.action
    told = described(user, entries)
    assert told[("announcement", str(planned.pk))].url == address("announcement", planned)
    assert told[("manuscript", str(planned.manuscript_id))].label == planned.title
