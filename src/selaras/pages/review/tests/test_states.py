"""The states of real pages, and what ends them."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from selaras.pages.errors import MayNotWithdraw
from selaras.pages.models import ArticlePage, Correction
from selaras.pages.review import services
from selaras.pages.review.errors import BadReplacement, NothingToSubmit
from selaras.pages.review.tests.writing import (
    PUBLIC,
    approver,
    changed,
    client_of,
    draft,
    emergency,
    fresh,
    screen,
    submitted,
    writer,
)
from selaras.pages.services import withdraw
from selaras.pages.states import with_states
from selaras.pages.tests.making import article, home_of
from selaras.review.errors import NotApproved
from selaras.review.models import Round
from selaras.review.queries import waiting_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]


def label(page: ArticlePage) -> str:
    return fresh(page).shown_state.label


def published(slug: str = "naskah") -> ArticlePage:
    page = submitted(writer(f"penulis-{slug}"), slug)
    services.approve(page=page, user=approver(f"penyetuju-{slug}"))
    return fresh(page)


def test_a_correction_is_a_change_that_another_approves() -> None:
    page = published()
    newest = page.get_latest_revision_as_object()
    newest.corrections = [Correction(text="Angka 58,9 seharusnya 58,59.")]
    tini = writer()
    newest.save_revision(user=tini)
    assert label(page) == "Terbit · perubahan belum diajukan"
    services.submit(page=fresh(page), user=tini)
    services.approve(page=fresh(page), user=approver())
    assert label(page) == "Terbit, dikoreksi"


def test_approvers_and_emergency_publishers_withdraw_and_writers_do_not() -> None:
    page = published()
    with pytest.raises(MayNotWithdraw):
        withdraw(page=page, reason="Keliru.", user=writer())
    withdraw(page=page, reason="Keliru.", user=approver())
    assert label(page) == "Ditarik"
    other = published("lain")
    withdraw(page=other, reason="Keliru.", user=emergency())
    assert label(other) == "Ditarik"


def test_a_change_that_waits_to_be_published_keeps_no_page_public() -> None:
    page = published()
    tini, boss = writer(), approver()
    services.submit(page=changed(page, tini, lead="Baru."), user=tini)
    services.approve(page=fresh(page), user=boss, publishing=False)
    withdraw(page=fresh(page), reason="Keliru.", user=boss)
    assert not fresh(page).live


def test_what_was_withdrawn_returns_only_by_a_new_review() -> None:
    page = published()
    tini, boss = writer(), approver()
    withdraw(page=page, reason="Keliru.", user=boss)
    with pytest.raises(NotApproved):
        fresh(page).latest_revision.publish()
    with pytest.raises(NothingToSubmit):
        services.submit(page=fresh(page), user=tini)
    services.submit(page=changed(page, tini, lead="Benar."), user=tini)
    assert label(page) == "Ditarik · perubahan sedang ditinjau"
    services.approve(page=fresh(page), user=boss)
    assert label(page) == "Terbit"


def test_a_page_says_which_other_has_taken_its_place() -> None:
    old, new = published("lama"), published("baru")
    client = client_of(approver())
    assert client.get(screen(old, "pengganti/")).status_code == 200
    client.post(screen(old, "pengganti/"), {"by": str(new.pk)})
    assert label(old) == "Digantikan"
    shown = Client(headers=PUBLIC).get("/lama/").content.decode()
    assert "Halaman ini tidak berlaku lagi." in shown
    assert "/baru/" in shown
    newest = fresh(old).get_latest_revision_as_object()
    newest.save_revision()
    assert fresh(old).superseded_by_id == new.pk
    services.supersede(page=fresh(old), by=None, user=approver("lain"))
    assert "tidak berlaku lagi" not in Client(headers=PUBLIC).get("/lama/").content.decode()


def test_a_replacement_is_public_on_the_same_site_and_no_circle() -> None:
    old, new = published("lama"), published("baru")
    boss = approver()
    elsewhere = article("jauh", home_of("kota-cimahi"))
    for wrong in (old, draft(writer(), "draf"), elsewhere):
        with pytest.raises(BadReplacement):
            services.supersede(page=old, by=wrong, user=boss)
    services.supersede(page=old, by=new, user=boss)
    with pytest.raises(BadReplacement):
        services.supersede(page=new, by=fresh(old), user=boss)
    with pytest.raises(MayNotWithdraw):
        services.supersede(page=old, by=None, user=writer("lain"))


def test_nobody_is_asked_about_a_page_that_is_gone() -> None:
    page = submitted(writer())
    boss = approver()
    assert waiting_for(boss).exists()
    page.delete()
    assert not Round.objects.exists()
    assert not waiting_for(boss).exists()


def test_the_states_of_many_pages_are_one_query() -> None:
    published("satu")
    submitted(writer(), "dua")
    draft(writer("lain"), "tiga")
    with CaptureQueriesContext(connection) as queries:
        found = with_states(ArticlePage.objects.order_by("path"))
        labels = [page.shown_state.label for page in found]
    assert labels == ["Terbit", "Sedang ditinjau", "Draf"]
    assert len(queries) == 1


def test_the_explorer_and_the_editor_say_the_state() -> None:
    tini = writer()
    page = submitted(tini)
    listed = client_of(tini).get(f"/admin/pages/{home_of().pk}/").content.decode()
    assert "Sedang ditinjau" in listed
    opened = client_of(tini).get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "Sedang ditinjau" in opened
