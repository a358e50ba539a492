"""An instruction reaches exactly whom its approver saw, all or nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from selaras.announcements.instructing.errors import (
    BadInstruction,
    ChangedMeanwhile,
    Lacking,
    MayNotInstruct,
    MayNotIssue,
    MayNotPrepare,
    NotDraft,
    OwnInstruction,
)
from selaras.announcements.instructing.events import InstructionIssued
from selaras.announcements.instructing.rules import Kind, Rule
from selaras.announcements.instructing.services import (
    cancel,
    change,
    issue,
    issue_directly,
    prepare,
    send_back,
)
from selaras.announcements.instructing.services.deciding import preview
from selaras.announcements.instructing.tests.asking import (
    REGENCIES,
    Role,
    addressee,
    approved,
    approver,
    author,
    content,
    drafted,
    institution,
    issued,
    submitted,
)
from selaras.announcements.models import Addressee, Instruction
from selaras.announcements.reaching import reach_of
from selaras.announcements.tests.documents import announce
from selaras.common import events
from selaras.institutions.models import Institution
from selaras.institutions.services import dissolve
from selaras.ledger.models import AuditEntry
from selaras.review.errors import NotWaiting
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


def slugs(instruction: Instruction) -> list[str]:
    return list(instruction.addressees.order_by("pk").values_list("institution__slug", flat=True))


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[InstructionIssued]:
    found: list[InstructionIssued] = []
    monkeypatch.setitem(events._receivers, InstructionIssued, [found.append])
    return found


def test_what_one_prepared_another_issues_to_whom_she_saw(heard: list[InstructionIssued]) -> None:
    instruction = approved(submitted(author()), approver())
    assert instruction.state == Instruction.State.ISSUED
    assert slugs(instruction) == ["kab-bandung", "kota-bandung"]
    row = addressee(instruction)
    assert (row.region, row.province, row.region_name) == ("32.73", "32", "Kota Bandung")
    assert (row.state, row.name) == ("received", row.institution.name)
    assert [one.instruction for one in heard] == [instruction.pk]
    assert set(heard[0].institutions) == {one.institution_id for one in Addressee.objects.all()}
    entry = AuditEntry.objects.get(action="instructions.issue")
    assert (entry.institution, entry.details["addressees"]) == ("bnpb", 2)


def test_nobody_issues_what_she_prepared_or_without_the_role_or_what_nobody_submitted() -> None:
    both = person("keduanya", "bnpb", Role.AUTHOR, Role.APPROVER)
    own = submitted(both)
    with pytest.raises(OwnInstruction):
        approved(own, both)
    with pytest.raises(MayNotIssue):
        approved(own, author(name="lain"))
    with pytest.raises(MayNotIssue):
        approved(own, approver("kemendagri", "tetangga"))
    with pytest.raises(NotWaiting):
        approved(drafted(both), approver())
    assert not Addressee.objects.exists()


def test_an_approval_of_what_changed_meanwhile_is_refused() -> None:
    writer, decider = author(), approver()
    instruction = submitted(writer)
    seen = preview(instruction).seen
    change(instruction=instruction, content=content(title="Lain"), user=writer)
    with pytest.raises(ChangedMeanwhile):
        issue(instruction=instruction, user=decider, seen=seen)
    instruction.refresh_from_db()
    with pytest.raises(NotWaiting):  # changing it took back what was submitted
        approved(instruction, decider)
    assert instruction.edition == 2


def test_an_approval_is_refused_where_the_addressees_changed_meanwhile() -> None:
    instruction = submitted(author(), rule=REGENCIES)
    seen = preview(instruction).seen
    dissolve(institution=institution("kota-bandung"), on=timezone.localdate(), actor="uji")
    with pytest.raises(ChangedMeanwhile):
        issue(instruction=instruction, user=approver(), seen=seen)
    shown = preview(instruction)
    assert len(shown.addressing.targets) == 513
    assert "dibubarkan sejak" in shown.addressing.excluded[0].reason


def test_a_failure_while_issuing_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(event: InstructionIssued) -> None:
        raise RuntimeError

    monkeypatch.setitem(events._receivers, InstructionIssued, [fail])
    with pytest.raises(RuntimeError):
        issued(rule=REGENCIES)
    assert not Instruction.objects.exists()
    assert not Addressee.objects.exists()
    assert not AuditEntry.objects.filter(action="instructions.issue").exists()


def test_a_rule_by_an_official_fact_is_resolved_when_it_is_issued() -> None:
    rule = Rule(Kind.LEVEL, fact_type="siaga.status", value="merah")
    instruction = drafted(author(), rule=rule)
    assert preview(instruction).addressing.targets == []
    announce({"Kota Bandung": "merah", "Kabupaten Bandung": "jingga"})
    assert slugs(issued(rule=rule)) == ["kota-bandung"]
    assert "Status siaga Siaga Merah" in instruction.rule_words


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        (REGENCIES, 514),
        (Rule(Kind.PROVINCES), 38),
        (Rule(Kind.WITHIN, provinces=("32", "36")), 27 + 8),
        (Rule(Kind.EVERYONE), 558),
    ],
)
def test_the_centre_reaches_the_whole_country(rule: Rule, count: int) -> None:
    assert issued(rule=rule).addressees.count() == count


def test_a_province_reaches_only_what_lies_in_it_and_a_regency_nobody() -> None:
    writer = author("jawa-barat", "penyusun-jabar")
    wide = drafted(writer, "jawa-barat", rule=REGENCIES)
    assert {one.province for one in preview(wide).addressing.targets} == {"32"}
    everyone = issued("jawa-barat", rule=Rule(Kind.EVERYONE))
    assert everyone.addressees.count() == 27
    local = author("kota-bandung", "penyusun-bandung")
    with pytest.raises(MayNotInstruct):
        drafted(local, "kota-bandung")
    with pytest.raises(MayNotInstruct):
        issue_directly(issuer=institution("kota-bandung"), content=content(), actor="uji")
    with pytest.raises(MayNotPrepare):
        prepare(issuer=institution("bnpb"), content=content(), user=writer)


def test_a_dissolved_office_receives_nothing_and_its_region_is_named_with_the_successor() -> None:
    gone, heir = institution("kota-bandung"), institution("kab-bandung")
    dissolve(institution=gone, on=timezone.localdate(), successor=heir, actor="uji")
    made = issued(rule=Rule(Kind.WITHIN, provinces=("32",)))
    assert "kota-bandung" not in slugs(made)
    shown = preview(made).addressing.excluded
    assert [one.name for one in shown] == [gone.name]
    assert heir.name in shown[0].reason
    new = Institution.objects.create(
        slug="kota-bandung-baru", region_id="32.73", name="Dinas Baru", short_name="DB", place="B"
    )
    assert new.slug in slugs(issued(rule=Rule(Kind.WITHIN, provinces=("32",))))


def test_an_office_that_is_dissolved_later_still_receives() -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    dissolve(institution=institution("kota-bandung"), on=tomorrow, actor="uji")
    assert "kota-bandung" in slugs(issued())


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"title": " "}, "Judul belum diisi"),
        ({"task": ""}, "Yang harus dilakukan belum diisi"),
        ({"due_at": timezone.now() - timedelta(hours=1)}, "Batas waktunya sudah lewat"),
        ({"rule": Rule(Kind.WITHIN)}, "Provinsinya belum dipilih"),
        ({"rule": Rule(Kind.LEVEL)}, "Nilai faktanya belum dipilih"),
        ({"rule": Rule(Kind.INSTITUTIONS)}, "Penerimanya belum ditulis"),
        ({"check_name": "embeds-fact"}, "Fakta yang diperiksa mesin belum dipilih"),
        ({"check_name": "tak-ada"}, "Pemeriksaan mesin itu tidak ada"),
    ],
)
def test_what_is_missing_is_told_in_words(given: dict[str, object], words: str) -> None:
    with pytest.raises(BadInstruction, match=words):
        issued(**given)


def test_what_was_issued_cannot_be_changed_and_a_returned_draft_can() -> None:
    writer, decider = author(), approver()
    instruction = submitted(writer)
    send_back(instruction=instruction, user=decider, comment="Batas waktunya terlalu dekat.")
    change(instruction=instruction, content=content(title="Diperbaiki"), user=writer)
    instruction = Instruction.objects.get(pk=instruction.pk)
    assert instruction.title == "Diperbaiki"
    made = issued()
    for act in (
        lambda: change(instruction=made, content=content(), user=writer),
        lambda: send_back(instruction=made, user=decider, comment="Terlambat."),
    ):
        with pytest.raises(NotDraft):
            act()


@pytest.mark.parametrize("reason", ["", "  "])
def test_what_was_issued_is_cancelled_with_a_reason_by_an_approver_alone(reason: str) -> None:
    made, decider = issued(), approver()
    with pytest.raises(MayNotIssue):
        cancel(instruction=made, user=author(), reason="Keliru.")
    with pytest.raises(Lacking):
        cancel(instruction=made, user=decider, reason=reason)
    cancel(instruction=made, user=decider, reason="Keliru.")
    made.refresh_from_db()
    assert (made.state, made.cancel_reason) == ("cancelled", "Keliru.")


def test_who_was_instructed_because_of_an_announcement_counts_as_reached() -> None:
    announcement = announce().announcement
    issued(announcement=announcement)
    reached = {one.label: one.count for one in reach_of(announcement)}
    assert reached["instansi yang diberi instruksi karenanya"] == 2
