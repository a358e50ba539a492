"""What waits for whom: the inbox, Wagtail's own list, and letters."""

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import TaskState, Workflow, WorkflowPage

from selaras.accounts.inbox.registry import inbox_of
from selaras.accounts.models import User
from selaras.ledger.worker import settle_due
from selaras.pages.clearance import version_of
from selaras.pages.models import InstitutionApproval
from selaras.pages.review import services
from selaras.pages.review.tests.writing import (
    approver,
    changed,
    draft,
    emergency,
    fresh,
    submitted,
    writer,
)
from selaras.review.queries import emergencies_for, remarks_for, returned_to, waiting_for
from selaras.review.services import make_link, remark_by_link

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("country"),
    pytest.mark.urls("selaras.config.urls.editor"),
]


def kinds(user: User) -> list[str]:
    return [item.kind for item in inbox_of(user).items]


def test_one_workflow_holds_for_every_page() -> None:
    services.open_workflow()
    services.open_workflow()
    assert InstitutionApproval.objects.count() == 1
    (workflow,) = Workflow.objects.filter(active=True)
    assert WorkflowPage.objects.get().page.depth == 1
    assert draft(writer()).get_workflow() == workflow


def test_what_waits_is_with_the_institutions_approvers_and_nobody_else() -> None:
    submitted(writer())
    boss = approver()
    assert kinds(boss) == ["Menunggu persetujuan"]
    assert kinds(approver("jauh", "kota-cimahi")) == []
    assert kinds(writer("dua")) == []
    assert [row.title for row in waiting_for(boss)] == ["Naskah naskah"]


def test_wagtails_own_list_says_the_same() -> None:
    page = submitted(writer())
    boss = approver()
    mine = TaskState.objects.reviewable_by(boss)
    assert [state.revision_id for state in mine] == [page.latest_revision_id]
    for user in (approver("jauh", "kota-cimahi"), writer("dua")):
        assert not TaskState.objects.reviewable_by(user).exists()
    own = submitted(boss, "sendiri")
    assert own.latest_revision_id not in mine.values_list("revision_id", flat=True)


def test_a_returned_draft_is_in_its_writers_inbox_until_it_is_submitted_again() -> None:
    tini = writer()
    page = submitted(tini)
    services.return_to_writer(page=page, user=approver(), comment="Kurang sumber.")
    assert kinds(tini) == ["Perlu diperbaiki"]
    assert [row.comment for row in returned_to(tini)] == ["Kurang sumber."]
    services.submit(page=changed(page, tini, lead="Lagi."), user=tini)
    assert kinds(tini) == []


def test_remarks_are_in_the_inbox_of_the_institutions_writers() -> None:
    tini = writer()
    page = draft(tini)
    link, _ = make_link(version=version_of(page), reader="Ahli", days=1, user=tini)
    remark_by_link(link=link, text="Periksa lagi.")
    assert kinds(tini) == ["Catatan"]
    assert [row.text for row in remarks_for(tini)] == ["Periksa lagi."]
    assert kinds(writer("jauh", "kota-cimahi")) == []


def test_an_emergency_stands_first_for_another_approver() -> None:
    boss, other = emergency(), approver()
    submitted(writer(), "biasa")
    services.publish_at_once(page=draft(boss, "genting"), user=boss, reason="Banjir.")
    assert kinds(other) == ["Terbit darurat", "Menunggu persetujuan"]
    assert kinds(boss) == []
    assert len(emergencies_for(other)) == 1


def test_more_of_it_costs_the_inbox_no_more_queries() -> None:
    tini, boss = writer(), approver()

    def asked(count: int) -> int:
        for number in range(count):
            submitted(tini, f"banyak-{count}-{number}")
        again = User.objects.get(pk=boss.pk)
        with CaptureQueriesContext(connection) as queries:
            inbox_of(again)
        return len(queries)

    assert asked(1) == asked(12)


def test_more_of_it_costs_wagtails_list_no_more_queries() -> None:
    tini, boss = writer(), approver()
    task = InstitutionApproval.objects.get()

    def asked(count: int) -> int:
        for number in range(count):
            submitted(tini, f"banyak-{count}-{number}")
        again = User.objects.get(pk=boss.pk)
        with CaptureQueriesContext(connection) as queries:
            list(task.get_task_states_user_can_moderate(again))
        return len(queries)

    assert asked(2) == asked(6)


def with_mail(user: User) -> User:
    user.email = f"{user.username}@contoh.example"
    user.save()
    return user


def test_approvers_get_a_letter_and_nobody_else() -> None:
    tini, boss = with_mail(writer()), with_mail(approver())
    with_mail(approver("jauh", "kota-cimahi"))
    with_mail(emergency())
    submitted(tini)
    assert mail.outbox == []
    settle_due()
    (letter,) = mail.outbox
    assert letter.to == [boss.email]
    assert letter.subject == "Menunggu persetujuan Anda: Naskah naskah"
    assert "/admin/tinjauan/" in letter.body


def test_the_writer_is_told_what_was_decided() -> None:
    tini, boss = with_mail(writer()), approver()
    page = submitted(tini)
    services.return_to_writer(page=page, user=boss, comment="Kurang sumber.")
    services.submit(page=changed(page, tini, lead="Lagi."), user=tini)
    services.approve(page=fresh(page), user=boss)
    settle_due()
    subjects = [letter.subject for letter in mail.outbox]
    assert subjects == ["Perlu diperbaiki: Naskah naskah", "Disetujui: Naskah naskah"]
    assert "Kurang sumber." in mail.outbox[0].body


def test_approvers_are_told_of_an_emergency() -> None:
    boss, other = with_mail(emergency()), with_mail(approver())
    services.publish_at_once(page=draft(boss), user=boss, reason="Banjir.")
    settle_due()
    (letter,) = mail.outbox
    assert letter.to == [other.email]
    assert "Banjir." in letter.body


def test_a_letter_about_what_is_past_is_not_sent() -> None:
    tini, boss = writer(), with_mail(approver())
    page = submitted(tini)
    fresh(page).current_workflow_state.cancel(user=tini)
    settle_due()
    assert mail.outbox == []
    assert boss.email
