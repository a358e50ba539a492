import pytest

from selaras.embeds.spec import EmbedSpec
from selaras.facts.models import FactType
from selaras.ledger.models import AuditEntry
from selaras.pages.errors import NeverStated
from selaras.pages.review import services
from selaras.pages.review.tests.writing import (
    Role,
    act,
    approver,
    client_of,
    draft,
    emergency,
    fresh,
    public_status,
    screen,
    writer,
)
from selaras.review.errors import MayNotPublishAtOnce, NoReason, NotWaiting, OwnWork
from selaras.review.models import EmergencyPublication
from selaras.review.queries import emergencies_for
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]

WHY = "Tanggul jebol; warga harus pindah sekarang."
Outcome = EmergencyPublication.Outcome


def test_an_emergency_publisher_says_why_and_publishes_at_once() -> None:
    boss = emergency()
    page = draft(boss)
    client = client_of(boss)
    shown = client.get(screen(page, "darurat/"))
    assert "tanpa tinjauan" in shown.content.decode()
    sent = {"seen": shown.context["form"].initial["seen"], "reason": WHY}
    assert client.post(screen(page, "darurat/"), sent).status_code == 302
    assert public_status(page) == 200
    row = EmergencyPublication.objects.get()
    assert (row.published_by, row.reason, row.outcome) == (boss, WHY, Outcome.WAITING)
    said = AuditEntry.objects.get(action="review.emergency")
    assert (said.reason, said.revision) == (WHY, str(page.latest_revision_id))
    assert fresh(page).shown_state.label == "Terbit · darurat, menunggu tinjauan"


def test_without_a_reason_nothing_is_published() -> None:
    boss = emergency()
    page = draft(boss)
    for reason in ("", "  ", "x" * 301):
        with pytest.raises(NoReason):
            services.publish_at_once(page=page, user=boss, reason=reason)
    answer = client_of(boss).post(screen(page, "darurat/"), {"seen": "x", "reason": ""})
    assert answer.status_code == 200
    assert not fresh(page).live


def test_nobody_else_publishes_at_once() -> None:
    page = draft(writer())
    others = [writer("dua"), approver(), emergency("jauh", "kota-cimahi")]
    for user in others:
        with pytest.raises(MayNotPublishAtOnce):
            services.publish_at_once(page=page, user=user, reason=WHY)
        answer = client_of(user).post(screen(page, "darurat/"), {"seen": "x", "reason": WHY})
        assert answer.status_code in {403, 404}, user
    assert not fresh(page).live


def test_a_fact_that_was_never_stated_is_not_published_in_an_emergency_either(topics: None) -> None:
    boss = emergency()
    said = EmbedSpec(FactType.objects.get(key="siaga.posko").pk).tag()
    page = draft(boss, body=[{"type": "paragraph", "value": said}])
    with pytest.raises(NeverStated):
        services.publish_at_once(page=page, user=boss, reason=WHY)
    assert not EmergencyPublication.objects.exists()


def published(slug: str = "naskah") -> tuple[object, object]:
    boss = person(f"darurat-{slug}", "kota-bandung", Role.EMERGENCY, Role.APPROVER)
    page = draft(boss, slug)
    services.publish_at_once(page=page, user=boss, reason=WHY)
    return fresh(page), boss


def test_another_approver_confirms_it() -> None:
    page, boss = published()
    other = approver()
    assert list(emergencies_for(boss)) == []
    assert [row.title for row in emergencies_for(other)] == ["Naskah naskah"]
    with pytest.raises(OwnWork):
        services.confirm_emergency(page=page, user=boss)
    assert act(page, other, "benarkan").status_code == 302
    row = EmergencyPublication.objects.get()
    assert (row.outcome, row.reviewed_by) == (Outcome.CONFIRMED, other)
    assert public_status(page) == 200
    assert fresh(page).shown_state.label == "Terbit"
    with pytest.raises(NotWaiting):
        services.confirm_emergency(page=page, user=other)


def test_another_approver_takes_it_down_and_citizens_read_why() -> None:
    page, _ = published()
    other = approver()
    assert "Alasan penarikan" in act(page, other, "tarik").content.decode()
    assert public_status(page) == 200
    act(page, other, "tarik", reason="Tanggulnya tidak jebol.")
    assert public_status(page) == 410
    assert fresh(page).withdrawal_reason == "Tanggulnya tidak jebol."
    assert fresh(page).shown_state.label == "Ditarik"
    assert EmergencyPublication.objects.get().outcome == Outcome.SENT_BACK


def test_what_was_taken_down_is_not_published_again_without_review() -> None:
    page, boss = published()
    services.take_down_emergency(page=page, user=approver(), reason="Keliru.")
    revision = fresh(page).latest_revision
    with pytest.raises(Exception, match="belum disetujui"):
        revision.publish(user=boss)
