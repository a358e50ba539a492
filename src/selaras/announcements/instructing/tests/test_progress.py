"""Each step of an addressee is taken once, by its own people, and nothing said is lost."""

from io import BytesIO
from typing import Any

import pytest
from django.utils import timezone

from selaras.announcements.instructing.errors import (
    Lacking,
    MayNotAnswerFor,
    MayNotFollow,
    NotIssued,
    NotPossible,
)
from selaras.announcements.instructing.services import (
    acknowledge,
    answer,
    ask,
    ask_again,
    cancel,
    mark_read,
    record_evidence,
    remind,
    reopen,
    report,
)
from selaras.announcements.instructing.services.inquiries import TooManyOpen
from selaras.announcements.instructing.services.reminding import NobodyToRemind, RemindedJustNow
from selaras.announcements.instructing.tests.asking import (
    Role,
    addressee,
    approver,
    author,
    institution,
    issued,
)
from selaras.announcements.models import Addressee, Evidence, Report
from selaras.ledger.models import AuditEntry
from selaras.media.errors import BadFile
from selaras.media.models import File, Library
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
PDF = b"%PDF-1.7 bukti"


@pytest.fixture
def row() -> Addressee:
    return addressee(issued(wants_link=True, wants_file=True))


def local(*roles: Role, name: str = "bandung") -> Any:
    return person(name, "kota-bandung", *(roles or (Role.WRITER,)))


def fresh(row: Addressee) -> Addressee:
    return Addressee.objects.select_related("instruction__issuer", "institution").get(pk=row.pk)


def test_reading_counts_the_first_time_and_acknowledging_says_it_too(row: Addressee) -> None:
    user = local()
    for _ in range(2):
        mark_read(addressee=row, user=user)
    first = fresh(row).read_at
    acknowledge(addressee=row, user=user)
    row = fresh(row)
    assert (row.state, row.read_at, row.acknowledged_by) == ("acknowledged", first, user)
    assert AuditEntry.objects.filter(action="instructions.read").count() == 1
    assert AuditEntry.objects.get(action="instructions.acknowledge").institution == "kota-bandung"
    with pytest.raises(NotPossible):
        acknowledge(addressee=row, user=user)


def test_done_needs_the_evidence_that_is_wanted_and_keeps_it(row: Addressee) -> None:
    user = local()
    for link in ("", "javascript:alert(1)", "https://x.id@jahat.example/"):
        with pytest.raises(Lacking):
            report(addressee=row, user=user, done=True, link=link)
    with pytest.raises(BadFile):
        report(addressee=row, user=user, done=True, file=BytesIO(b"MZ"), name="a.exe", size=2)
    assert fresh(row).state == "received"
    assert not File.objects.exists()
    report(addressee=row, user=user, done=False, text="Mulai.")
    report(addressee=row, user=user, done=True, file=BytesIO(PDF), name="bukti.pdf", size=len(PDF))
    row = fresh(row)
    assert row.state == "done"
    assert None not in (row.acknowledged_at, row.started_at, row.done_at)
    kept = File.objects.get()
    assert kept.collection_id == Library.objects.get(institution__slug="kota-bandung").collection_id
    assert [one.state for one in Report.objects.filter(addressee=row)] == ["in_progress", "done"]


def test_what_was_done_goes_back_by_either_side_with_a_reason(row: Addressee) -> None:
    user, centre = local(), author()
    link = "https://kota-bandung.example/siaga"
    report(addressee=row, user=user, done=True, link=link)
    with pytest.raises(Lacking):
        ask_again(addressee=row, user=centre, comment=" ")
    with pytest.raises(MayNotFollow):
        ask_again(addressee=row, user=user, comment="Kurang.")
    ask_again(addressee=row, user=centre, comment="Tautannya ke halaman lama.")
    assert (fresh(row).state, fresh(row).done_at) == ("in_progress", None)
    assert Report.objects.get(by_issuer=True).text == "Tautannya ke halaman lama."
    report(addressee=row, user=user, done=True, link=link)
    reopen(addressee=row, user=user, reason="Halamannya terhapus.")
    assert fresh(row).state == "in_progress"
    with pytest.raises(NotPossible):
        reopen(addressee=row, user=user, reason="Lagi.")


def test_only_the_institutions_own_people_answer_for_it(row: Addressee) -> None:
    for user in (local(Role.AUDITOR, name="pemeriksa"), author(), approver("kab-bandung")):
        with pytest.raises(MayNotAnswerFor):
            acknowledge(addressee=row, user=user)
    acknowledge(addressee=row, user=local(Role.ADMINISTRATOR, name="pengelola"))


def test_after_it_was_cancelled_nothing_is_reported_or_asked(row: Addressee) -> None:
    cancel(instruction=row.instruction, user=approver(), reason="Keliru.")
    user = local()
    for act in (
        lambda: acknowledge(addressee=row, user=user),
        lambda: report(addressee=row, user=user, done=False, text="x"),
        lambda: ask(addressee=row, user=user, text="Mengapa?"),
        lambda: remind(instruction=row.instruction, user=author()),
    ):
        with pytest.raises(NotIssued):
            act()


def test_a_question_is_answered_once_by_the_issuer(row: Addressee) -> None:
    user, centre = local(), author()
    inquiry = ask(addressee=row, user=user, text="Di halaman depan saja?")
    with pytest.raises(MayNotFollow):
        answer(inquiry=inquiry, user=user, text="Ya.")
    answer(inquiry=inquiry, user=centre, text="Ya, cukup.")
    with pytest.raises(NotPossible):
        answer(inquiry=inquiry, user=centre, text="Tidak.")
    inquiry.refresh_from_db()
    assert inquiry.answer == "Ya, cukup."
    for _ in range(10):
        ask(addressee=row, user=user, text="Lagi?")
    with pytest.raises(TooManyOpen):
        ask(addressee=row, user=user, text="Lagi?")


def test_reminding_reaches_those_who_have_not_acknowledged_and_not_again_at_once(
    row: Addressee,
) -> None:
    centre = author()
    acknowledge(addressee=row, user=local())
    made = remind(instruction=row.instruction, user=centre)
    assert made.count == 1
    assert fresh(row).reminded_at is None
    assert addressee(row.instruction, "kab-bandung").reminded_at == made.at
    with pytest.raises(RemindedJustNow):
        remind(instruction=row.instruction, user=centre)
    row.instruction.reminders.all().delete()
    Addressee.objects.update(state="acknowledged", acknowledged_at=timezone.now())
    with pytest.raises(NobodyToRemind):
        remind(instruction=row.instruction, user=centre)


def test_evidence_of_a_machine_is_kept_once_and_only_of_addressees(row: Addressee) -> None:
    given: dict[str, Any] = {
        "instruction": row.instruction_id,
        "kind": "banner",
        "words": "Pita darurat berdiri di situs.",
        "url": "https://kota-bandung.example/",
        "actor": "sistem:uji",
    }
    made = record_evidence(institution=row.institution_id, **given)
    assert record_evidence(institution=row.institution_id, **given) == made
    assert record_evidence(institution=institution("kab-merauke").pk, **given) is None
    assert Evidence.objects.count() == 1
    assert AuditEntry.objects.filter(action="instructions.evidence").count() == 1
