"""From approval to the second, and back: planned, live, called off, at once, recalled."""

import pytest
import time_machine

from selaras.accounts.inbox.registry import Urgency, inbox_of
from selaras.announcements.errors import NoReason, NotPlanned, NotRecallable, Settled
from selaras.announcements.manuscripts.listing import announcements_read_by, shown_announcements
from selaras.announcements.manuscripts.services import (
    approve,
    publish_at_once,
    review_afterwards,
    submit,
)
from selaras.announcements.manuscripts.tests.writing import (
    BANDUNG,
    announced,
    approver,
    author,
    later,
    publisher,
    saved,
    seen,
    submitted,
    value_in,
    wall,
    written,
)
from selaras.announcements.models import Announcement, Recall
from selaras.announcements.queries import announcements
from selaras.announcements.services import ask_recall, call_off, confirm_recall, decline_recall
from selaras.institutions.models import Membership
from selaras.institutions.policies import MayNotSpeak
from selaras.ledger.models import AuditEntry
from selaras.ledger.worker import settle_due
from selaras.review.errors import MayNotPublishAtOnce, NotWaiting, OwnWork
from selaras.review.errors import NoReason as NoEmergencyReason
from selaras.review.models import EmergencyPublication
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


def state_of(announcement: Announcement, reader: object) -> str:
    found = announcements_read_by(reader).filter(pk=announcement.pk)  # type: ignore[arg-type]
    return shown_announcements(found)[0][1].label


def test_what_is_approved_for_a_second_is_live_on_it_and_nothing_has_to_run() -> None:
    user, decides = author(), approver()
    announced(user, decides, rows=[["siaga.status", BANDUNG, "kuning"]])
    moment = later()
    planned = announced(user, decides, goes_live=wall(moment), title="Nanti malam")
    assert planned.published_at == moment
    assert state_of(planned, user) == "Terjadwal"
    with time_machine.travel(moment.timestamp() - 1, tick=False):
        assert value_in(BANDUNG) == "kuning"
        assert not announcements().filter(pk=planned.pk).exists()
    with time_machine.travel(moment.timestamp(), tick=False):
        assert value_in(BANDUNG) == "merah"
        assert announcements().filter(pk=planned.pk).exists()
        assert state_of(planned, user) == "Terbit"
        assert not AuditEntry.objects.filter(action="announcements.live").exists()
        settle_due()  # the worker comes later, and only tells others
        assert AuditEntry.objects.filter(action="announcements.live").count() == 1


def test_what_is_called_off_never_becomes_public_and_can_be_worked_on_again() -> None:
    user, decides = author(), approver()
    moment = later()
    planned = announced(user, decides, goes_live=wall(moment))
    manuscript = planned.manuscript
    assert manuscript
    with pytest.raises(NoReason):
        call_off(announcement=planned, user=user, reason=" ")
    with pytest.raises(MayNotSpeak):
        call_off(announcement=planned, user=publisher(), reason="Belum waktunya.")
    call_off(announcement=planned, user=decides, reason="Belum waktunya.")
    saved(manuscript, user, title="Sekali lagi", goes_live=wall(moment))
    submit(manuscript=manuscript, user=user, seen=seen(manuscript))
    again = approve(manuscript=manuscript, user=decides, seen=seen(manuscript))
    with time_machine.travel(moment.timestamp(), tick=False):
        assert list(announcements()) == [again]
        with pytest.raises(NotPlanned):
            call_off(announcement=again, user=user, reason="Terlambat.")


def test_calling_off_gives_back_what_would_have_held() -> None:
    user, decides = author(), approver()
    announced(user, decides, rows=[["siaga.status", BANDUNG, "kuning"]])
    moment = later()
    planned = announced(user, decides, goes_live=wall(moment))
    call_off(announcement=planned, user=user, reason="Belum waktunya.")
    with time_machine.travel(moment.timestamp() + 1, tick=False):
        assert value_in(BANDUNG) == "kuning"


def test_an_approval_of_what_became_too_late_is_refused_and_stays_waiting() -> None:
    user, decides = author(), approver()
    moment = later()
    manuscript = submitted(user, goes_live=wall(moment))
    fingerprint = seen(manuscript)
    with time_machine.travel(moment.timestamp() + 1, tick=False):
        with pytest.raises(Exception, match="sudah lewat"):
            approve(manuscript=manuscript, user=decides, seen=fingerprint)
        assert [item.kind for item in inbox_of(decides).items] == ["Menunggu persetujuan"]


def test_an_emergency_is_public_at_once_and_reviewed_by_somebody_else_after() -> None:
    user, decides, emergency = author(), approver(), publisher()
    manuscript = submitted(user, goes_live=wall(later()))
    with pytest.raises(MayNotPublishAtOnce):
        publish_at_once(manuscript=manuscript, user=user, seen=seen(manuscript), reason="Banjir.")
    with pytest.raises(NoEmergencyReason):
        publish_at_once(manuscript=manuscript, user=emergency, seen=seen(manuscript), reason="")
    assert not Announcement.objects.exists()
    made = publish_at_once(
        manuscript=manuscript, user=emergency, seen=seen(manuscript), reason="Tanggul jebol."
    )
    assert made.is_public
    assert made.emergency
    assert value_in(BANDUNG) == "merah"
    assert state_of(made, user) == "Terbit · darurat, menunggu tinjauan"
    (item,) = inbox_of(decides).items
    assert (item.urgency, item.detail) == (Urgency.NOW, "Tanggul jebol.")
    marked = EmergencyPublication.objects.get()
    both = person("berdua", "bnpb", Membership.Role.APPROVER, Membership.Role.EMERGENCY)
    EmergencyPublication.objects.update(published_by=both)
    with pytest.raises(OwnWork):
        review_afterwards(emergency=marked, announcement=made, user=both, stands=True)
    review_afterwards(emergency=marked, announcement=made, user=decides, stands=True)
    assert state_of(made, user) == "Terbit"
    with pytest.raises(NotWaiting):
        review_afterwards(emergency=marked, announcement=made, user=decides, stands=True)


def test_an_emergency_that_shall_not_stand_is_recalled_in_two_steps() -> None:
    user, decides, emergency = author(), approver(), publisher()
    manuscript = written(user)
    made = publish_at_once(
        manuscript=manuscript, user=emergency, seen=seen(manuscript), reason="Tanggul jebol."
    )
    marked = EmergencyPublication.objects.get()
    with pytest.raises(NoReason):
        review_afterwards(emergency=marked, announcement=made, user=decides, stands=False)
    marked.refresh_from_db()
    assert marked.outcome == EmergencyPublication.Outcome.WAITING
    review_afterwards(
        emergency=marked, announcement=made, user=decides, stands=False, remark="Kabarnya keliru."
    )
    made.refresh_from_db()
    assert made.recalled_at is None
    confirm_recall(recall=Recall.objects.get(), user=emergency)
    made.refresh_from_db()
    assert made.recall_reason == "Kabarnya keliru."


@pytest.mark.parametrize(("restores", "value"), [(True, "kuning"), (False, None)])
def test_a_recall_takes_two_people_and_gives_back_what_held_only_where_that_was_asked(
    restores: bool, value: str | None
) -> None:
    user, decides = author(), approver()
    announced(user, decides, rows=[["siaga.status", BANDUNG, "kuning"]])
    made = announced(user, decides)
    with pytest.raises(NoReason):
        ask_recall(announcement=made, user=user, reason="")
    asked = ask_recall(announcement=made, user=decides, reason="Salah.", restores=restores)
    assert value_in(BANDUNG) == "merah"
    with pytest.raises(NotRecallable):
        ask_recall(announcement=made, user=user, reason="Salah.")
    for wrong in (decides, user):
        with pytest.raises(MayNotSpeak):
            confirm_recall(recall=asked, user=wrong)
    other = publisher()
    (item,) = inbox_of(other).items
    assert (item.urgency, item.url) == (Urgency.NOW, f"/admin/umumkan/diumumkan/{made.pk}/tarik/")
    assert [one.kind for one in inbox_of(decides).items] == []
    assert confirm_recall(recall=asked, user=other) == 1
    assert value_in(BANDUNG) == value
    assert state_of(made, user) == "Ditarik"
    assert announcements().filter(pk=made.pk).exists()  # it stays to be read
    with pytest.raises(NotRecallable):
        confirm_recall(recall=asked, user=other)


def test_who_asked_may_give_the_recall_up_and_others_may_decline_it() -> None:
    user, decides = author(), approver()
    made = announced(user, decides)
    for who in (user, decides):
        asked = ask_recall(announcement=made, user=user, reason="Mungkin salah.")
        with pytest.raises(MayNotSpeak):
            decline_recall(recall=asked, user=author(f"lain-{who.username}"))
        decline_recall(recall=asked, user=who)
    made.refresh_from_db()
    assert made.recalled_at is None
    assert value_in(BANDUNG) == "merah"


def test_what_is_planned_is_called_off_and_not_recalled() -> None:
    user, decides = author(), approver()
    planned = announced(user, decides, goes_live=wall(later()))
    with pytest.raises(NotRecallable):
        ask_recall(announcement=planned, user=user, reason="Salah.")
    assert planned.manuscript
    with pytest.raises(Settled):
        saved(planned.manuscript, user, title="Lain")
