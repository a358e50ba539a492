from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.accounts.inbox.registry import Urgency
from selaras.announcements.tests.documents import document
from selaras.ledger.worker import settle_due
from selaras.pages.models import Release
from selaras.pages.releases.following import look_after_releases
from selaras.pages.releases.inbox import releases as inbox
from selaras.pages.releases.queries import mark_of
from selaras.pages.releases.tests.preparing import (
    approved,
    composed,
    due,
    people,
    ready,
    stored,
)
from selaras.pages.review.tests.writing import Role, approver, client_of, fresh, writer
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
State = Release.State
LIST, NEW = "/admin/rilis/", "/admin/rilis/baru/"


def show(release: Release, more: str = "") -> str:
    return f"{LIST}{release.pk}/{more}"


def local(release_at: Any) -> str:
    return timezone.localtime(release_at).strftime("%Y-%m-%dT%H:%M:%S")


def test_from_choosing_pages_to_going_live_by_the_screens() -> None:
    tini, boss = people()
    pages = [approved("satu"), approved("dua")]
    moment = timezone.now() + timedelta(hours=1)
    sent = {
        "title": "Siaga", "goes_at": local(moment), "act": "simpan", "document": document(),
        "pages": [str(page.pk) for page in pages],
    }  # fmt: skip
    answer = client_of(tini).post(NEW, sent)
    release = Release.objects.get()
    assert answer.headers["Location"] == show(release)
    assert "Siapkan rilis" not in client_of(tini).get(show(release)).content.decode()
    shown = client_of(boss).get(show(release))
    assert "Siapkan rilis" in shown.content.decode()
    client_of(boss).post(show(release), {"act": "siapkan", "seen": shown.context["seen"]})
    assert stored(release).state == State.READY
    assert "Terkunci" in client_of(tini).get(show(release)).content.decode()
    due(release)
    Release.objects.update(next_at=timezone.now())
    look_after_releases()
    assert "Semuanya terbit" in client_of(tini).get(show(release)).content.decode()
    assert fresh(pages[0]).live


def test_arming_with_an_announcement_asks_for_the_second_factor_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    release = composed([approved("satu")], document=document())
    plain = composed([approved("dua")])
    boss = client_of(people()[1])
    monkeypatch.setattr("selaras.accounts.step_up.is_recent", lambda request: False)
    asked = boss.post(show(release), {"act": "siapkan", "seen": mark_of(release)})
    assert asked.status_code == 200
    assert stored(release).state == State.DRAFT
    boss.post(show(plain), {"act": "siapkan", "seen": mark_of(plain)})
    assert stored(plain).state == State.READY


def test_checking_the_announcement_shows_its_changes_and_saves_nothing() -> None:
    page = approved("satu")
    sent = {"act": "periksa", "document": document(), "title": "Siaga", "pages": [str(page.pk)]}
    said = client_of(people()[0]).post(NEW, sent).content.decode()
    assert "Yang akan berubah" in said
    assert "Kota Bandung" in said
    assert not Release.objects.exists()
    sent["document"] = document({"Kota Bandung": "ungu"})
    assert "ungu" in client_of(people()[0]).post(NEW, sent).content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"goes_at": ""},
        {"goes_at": "2020-01-01T00:00"},
        {"goes_at": "9999-12-31T23:59:59"},
        {"goes_at": "0001-01-01T00:00"},
        {"goes_at": "besok"},
        {"title": ""},
        {"title": "\x00"},
        {"pages": ["x"]},
        {"pages": ["999999999999999999999999"]},
        {"pages": []},
        {"document": "\x00: ["},
        {"document": "a" * 10_000},
    ],
)
def test_bad_input_is_told_and_what_was_typed_stays(wrong: dict[str, Any]) -> None:
    page = approved("satu")
    moment = local(timezone.now() + timedelta(hours=1))
    good = {"title": "Judul saya", "goes_at": moment, "pages": [str(page.pk)], "act": "simpan"}
    answer = client_of(people()[0]).post(NEW, {**good, **wrong})
    said = answer.content.decode()
    assert answer.status_code == 200
    assert not Release.objects.exists()
    assert "title" in wrong or 'value="Judul saya"' in said
    assert "help-critical" in said or "error-message" in said


def test_strangers_find_nothing_and_readers_may_not() -> None:
    release = composed([approved("satu")])
    assert client_of(writer("jauh")).get(show(release)).status_code == 404
    assert client_of(writer("jauh2")).post(show(release), {"act": "batalkan"}).status_code == 404
    auditor = person("pemeriksa", "bnpb", Role.AUDITOR)
    assert client_of(auditor).get(show(release)).status_code in (302, 403)
    assert client_of(auditor).get(LIST).status_code in (302, 403)
    assert "Siaga bersama" not in client_of(approver("lain")).get(LIST).content.decode()
    assert client_of(people()[0]).get(f"{NEW}?instansi=kota-bandung").status_code == 404
    assert client_of(people()[0]).post(show(release), {"act": "x"}).status_code == 404


def test_the_chosen_pages_are_those_of_the_own_institution() -> None:
    approved("rahasia", "kota-bandung")
    approved("milik-sendiri")
    said = client_of(people()[0]).get(NEW).content.decode()
    assert "milik-sendiri" in said
    assert "rahasia" not in said


def test_a_ready_release_is_not_changed_by_its_form() -> None:
    release = ready([approved("satu")])
    assert client_of(people()[0]).get(show(release, "ubah/")).status_code == 302


@override_settings(ROOT_URLCONF="selaras.config.urls.editor")
def test_the_inbox_puts_what_failed_first_and_tells_what_is_soon() -> None:
    tini, boss = people()
    composed([approved("satu")], title="Segera")
    composed([approved("dua")], title="Nanti", goes_at=timezone.now() + timedelta(days=30))
    bad = ready([approved("tiga")], title="Gagal")
    fresh(bad.items.get().page.specific).delete()
    Release.objects.filter(pk=bad.pk).update(goes_at=timezone.now(), next_at=timezone.now())
    look_after_releases()
    said = {item.title: (item.kind, item.urgency) for item in inbox(boss).items}
    assert said == {
        "Gagal": ("Rilis gagal", Urgency.NOW),
        "Segera": ("Rilis belum siap", Urgency.WAITED_FOR),
    }
    assert {item.urgency for item in inbox(tini).items} == {Urgency.NOW, Urgency.OWN_WORK}
    assert inbox(writer("jauh")).total == 0
    assert "Rilis gagal" in client_of(boss).get("/admin/").content.decode()


def test_its_people_get_a_letter_when_it_failed() -> None:
    tini, boss = people()
    for user in (tini, boss):
        user.email = f"{user.username}@contoh.test"
        user.save()
    page = approved("satu")
    ready([page])
    fresh(page).delete()
    Release.objects.update(goes_at=timezone.now(), next_at=timezone.now())
    look_after_releases()
    mail.outbox.clear()
    settle_due(limit=200)
    sent = [letter for letter in mail.outbox if "Rilis gagal" in letter.subject]
    assert {letter.to[0] for letter in sent} == {tini.email, boss.email}


def queries(act: Callable[[], Any]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as counted:
        assert act().status_code == 200
    return len(counted)


def test_screens_ask_as_many_queries_for_sixty_pages_as_for_ten() -> None:
    pages = [approved(f"n{number}") for number in range(60)]
    few, many = composed(pages[:10], document=document()), composed(pages, document=document())
    boss = client_of(people()[1])
    boss.get(show(few))
    assert queries(lambda: boss.get(show(few))) == queries(lambda: boss.get(show(many)))
    before = queries(lambda: boss.get(LIST))
    for _ in range(10):
        composed(pages[:2])
    assert queries(lambda: boss.get(LIST)) == before
    form = queries(lambda: boss.get(show(few, "ubah/")))
    for number in range(5):
        approved(f"lebih{number}")
    assert queries(lambda: boss.get(show(few, "ubah/"))) == form
