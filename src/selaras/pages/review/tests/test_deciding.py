import pytest
from django.test import Client
from wagtail.models import WorkflowState

from selaras.ledger.models import AuditEntry
from selaras.pages.clearance import version_of
from selaras.pages.review import services
from selaras.pages.review.tests.writing import (
    PUBLIC,
    Role,
    act,
    an_hour_from_now,
    approver,
    changed,
    client_of,
    draft,
    fresh,
    public_status,
    screen,
    submitted,
    writer,
)
from selaras.review.errors import (
    ChangedMeanwhile,
    MayNotApprove,
    MayNotSubmit,
    NoComment,
    NotWaiting,
    OwnWork,
)
from selaras.review.models import Round
from selaras.review.states import State
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]


def test_what_a_writer_submits_and_another_approves_is_public() -> None:
    page = submitted(writer())
    assert fresh(page).shown_state.label == "Sedang ditinjau"
    assert public_status(page) == 404
    answer = act(page, approver(), "setujui")
    assert answer.status_code == 302
    assert public_status(page) == 200
    assert fresh(page).shown_state.state is State.PUBLISHED


def test_each_step_is_audited_with_who_and_which_version() -> None:
    tini, boss = writer(), approver()
    page = submitted(tini)
    services.approve(page=page, user=boss, comment="Sudah diperiksa.")
    said = AuditEntry.objects.get(action="review.approve")
    assert said.actor == f"orang:{boss.reference}"
    assert (said.object_id, said.revision) == (str(page.pk), str(page.latest_revision_id))
    assert (said.institution, said.reason) == ("kota-bandung", "Sudah diperiksa.")
    assert AuditEntry.objects.get(action="review.submit").actor == f"orang:{tini.reference}"


def test_nobody_approves_what_she_wrote_or_submitted() -> None:
    both = person("keduanya", "kota-bandung", Role.WRITER, Role.APPROVER)
    own = submitted(both)
    written = draft(both, "ditulis")
    services.submit(page=written, user=writer())
    handed_in = draft(writer("lain"), "diajukan")
    services.submit(page=handed_in, user=both)
    for page in (own, written, handed_in):
        with pytest.raises(OwnWork):
            services.approve(page=page, user=both)
        answer = act(page, both, "setujui")
        assert "tulisan Anda sendiri" in answer.content.decode()
        assert not fresh(page).live


def test_an_approver_elsewhere_and_a_writer_approve_nothing() -> None:
    page = submitted(writer())
    for user in (approver("jauh", "kota-cimahi"), writer("dua")):
        with pytest.raises(MayNotApprove):
            services.approve(page=page, user=user)
    assert act(page, writer("tiga"), "setujui").status_code == 200
    assert client_of(approver("asing", "kota-cimahi")).get(screen(page)).status_code == 404
    assert not fresh(page).live


def test_what_changed_meanwhile_is_not_approved() -> None:
    tini, boss = writer(), approver()
    page = submitted(tini)
    read = version_of(page).fingerprint
    changed(page, tini, title="Judul lain")
    with pytest.raises(ChangedMeanwhile):
        services.approve(page=page, user=boss)
    with pytest.raises(ChangedMeanwhile):
        services.approve(page=page, user=boss, seen=read)
    assert not fresh(page).live


def test_a_form_that_was_opened_before_a_change_approves_nothing_and_keeps_the_comment() -> None:
    tini, boss = writer(), approver()
    page = submitted(tini)
    read = version_of(page).fingerprint
    newer = changed(page, tini, title="Judul lain")
    services.submit(page=newer, user=tini)
    answer = client_of(boss).post(
        screen(page), {"act": "setujui", "seen": read, "comment": "Baik sekali."}
    )
    said = answer.content.decode()
    assert "berubah sementara itu" in said
    assert "Baik sekali." in said
    assert not fresh(page).live


def test_a_version_that_was_written_over_under_its_number_is_another_one() -> None:
    page = submitted(writer())
    revision = page.latest_revision
    revision.content["title"] = "Disisipkan"
    revision.save()
    with pytest.raises(ChangedMeanwhile):
        services.approve(page=page, user=approver())


def test_saving_again_by_itself_leaves_the_submitted_version_as_it_is() -> None:
    tini = writer()
    page = submitted(tini)
    newest = page.get_latest_revision_as_object()
    newest.title = "Disimpan sendiri"
    saved = newest.save_revision(user=tini, overwrite_revision=page.latest_revision)
    assert saved.pk != page.latest_revision_id


def test_an_approver_who_mends_a_text_is_its_author_and_another_approves() -> None:
    mender = approver("pembetul")
    page = submitted(writer())
    mended = changed(page, mender, title="Dibetulkan")
    services.submit(page=mended, user=mender)
    with pytest.raises(OwnWork):
        services.approve(page=mended, user=mender)
    services.approve(page=mended, user=approver())
    assert fresh(page).title == "Dibetulkan"


def test_a_returned_draft_says_why_and_is_submitted_again() -> None:
    tini, boss = writer(), approver()
    page = submitted(tini)
    assert act(page, boss, "perbaikan", comment="Sumbernya belum ada.").status_code == 302
    assert fresh(page).shown_state.label == "Draf · perlu diperbaiki"
    assert "Sumbernya belum ada." in client_of(tini).get(screen(page)).content.decode()
    mended = changed(page, tini, lead="Dengan sumber.")
    services.submit(page=mended, user=tini)
    assert fresh(page).current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS
    services.approve(page=fresh(page), user=boss)
    assert public_status(page) == 200


def test_returning_needs_a_comment() -> None:
    page = submitted(writer())
    with pytest.raises(NoComment):
        services.return_to_writer(page=page, user=approver(), comment="  ")
    assert Round.objects.get().state == Round.State.WAITING


def test_what_was_decided_is_not_decided_again() -> None:
    page = submitted(writer())
    services.approve(page=page, user=approver())
    with pytest.raises(NotWaiting):
        services.return_to_writer(page=fresh(page), user=approver("lain"), comment="Tidak.")


def test_only_who_writes_there_submits() -> None:
    page = draft(writer())
    with pytest.raises(MayNotSubmit):
        services.submit(page=page, user=writer("jauh", "kota-cimahi"))


def test_what_is_approved_for_later_is_locked_until_it_is_published_or_ended() -> None:
    tini, boss = writer(), approver()
    page = submitted(tini)
    act(page, boss, "setujui-nanti")
    held = fresh(page)
    assert (held.live, held.shown_state.label) == (False, "Disetujui")
    lock = held.get_lock()
    assert lock is not None
    assert lock.for_user(tini)
    assert lock.for_user(boss)
    act(page, boss, "batalkan")
    assert fresh(page).get_lock() is None
    assert fresh(page).shown_state.label == "Draf"


def test_what_was_approved_for_later_is_published_by_an_approver() -> None:
    page = submitted(writer())
    boss = approver()
    act(page, boss, "setujui-nanti")
    assert act(page, writer("dua"), "terbitkan").status_code == 200
    assert not fresh(page).live
    act(page, boss, "terbitkan")
    assert public_status(page) == 200


def test_the_moment_that_the_writer_set_is_part_of_what_is_approved() -> None:
    page = submitted(writer(), go_live_at=an_hour_from_now())
    services.approve(page=page, user=approver())
    assert fresh(page).shown_state.label == "Terjadwal"
    assert public_status(page) == 404


def test_a_change_to_a_public_page_waits_while_the_page_stays() -> None:
    tini, boss = writer(), approver()
    page = submitted(tini)
    services.approve(page=page, user=boss)
    newer = changed(page, tini, lead="Teras yang baru.")
    services.submit(page=newer, user=tini)
    assert fresh(page).shown_state.label == "Terbit · perubahan sedang ditinjau"
    assert "Teras yang baru." not in Client(headers=PUBLIC).get("/naskah/").content.decode()
    services.approve(page=fresh(page), user=boss)
    assert "Teras yang baru." in Client(headers=PUBLIC).get("/naskah/").content.decode()
    assert fresh(page).shown_state.label == "Terbit"


def test_a_draft_that_its_writer_takes_back_waits_no_more() -> None:
    tini = writer()
    page = submitted(tini)
    fresh(page).current_workflow_state.cancel(user=tini)
    assert Round.objects.get().state == Round.State.TAKEN_BACK
    assert fresh(page).shown_state.label == "Draf"
