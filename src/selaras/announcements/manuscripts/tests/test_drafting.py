"""A manuscript is kept as it was typed, and reviewed exactly as it was kept."""

import pytest

from selaras.accounts.inbox.registry import inbox_of
from selaras.announcements.errors import (
    DrillOutside,
    InvalidManuscript,
    SavedMeanwhile,
    Settled,
    TooLate,
)
from selaras.announcements.manuscripts.services import (
    approve,
    discard,
    return_to_author,
    save,
    submit,
)
from selaras.announcements.manuscripts.tests.writing import (
    approver,
    author,
    content,
    later,
    publisher,
    saved,
    seen,
    submitted,
    wall,
    written,
)
from selaras.announcements.models import Announcement
from selaras.institutions.models import Membership, Topic
from selaras.institutions.policies import MayNotSpeak
from selaras.ledger.models import AuditEntry
from selaras.ledger.worker import settle_due
from selaras.review.errors import ChangedMeanwhile, NoComment, NotWaiting, OwnWork
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


def test_whoever_saves_over_another_version_is_told_and_nothing_is_lost() -> None:
    first, second = author("satu"), author("dua")
    manuscript = written(first)
    save(manuscript=manuscript, content=content(title="Kata dua"), user=second, seen=1)
    with pytest.raises(SavedMeanwhile) as refused:
        save(manuscript=manuscript, content=content(title="Kata satu"), user=first, seen=1)
    assert refused.value.newest.content["title"] == "Kata dua"
    assert str(second) in refused.value.problem
    save(manuscript=manuscript, content=content(title="Kata satu"), user=first, seen=2)
    titles = manuscript.versions.order_by("number").values_list("content__title", flat=True)
    assert list(titles) == ["Status siaga diperbarui", "Kata dua", "Kata satu"]


def test_saving_the_same_again_is_no_version_and_no_entry() -> None:
    user = author()
    manuscript = written(user)
    before = AuditEntry.objects.count()
    assert save(manuscript=manuscript, content=content(), user=user, seen=1).number == 1
    assert AuditEntry.objects.count() == before


def test_only_an_author_of_the_owner_may_start() -> None:
    with pytest.raises(MayNotSpeak):
        written(person("penulis", "bnpb", Membership.Role.WRITER))
    with pytest.raises(MayNotSpeak):
        written(person("lain", "kemendagri", Membership.Role.AUTHOR))


def test_all_that_is_wrong_is_told_at_once_when_somebody_submits() -> None:
    user = author()
    manuscript = written(user, title="", instrument_url="bukan alamat", questions=[["Apa?", ""]])
    with pytest.raises(InvalidManuscript) as refused:
        submit(manuscript=manuscript, user=user, seen=seen(manuscript))
    fields = {getattr(flaw, "field", "") for flaw in refused.value.flaws}
    assert fields == {"title", "instrument_url", "questions"}


@pytest.mark.parametrize(
    "rows", [[["siaga.status", "32.73", "ungu"]], [["siaga.status", "x", "merah"]]]
)
def test_a_value_or_a_place_that_does_not_exist_is_not_submitted(rows: list[list[str]]) -> None:
    user = author()
    manuscript = written(user, rows=rows)
    with pytest.raises(InvalidManuscript):
        submit(manuscript=manuscript, user=user, seen=seen(manuscript))


@pytest.mark.parametrize(
    "goes_live", ["2020-01-01T08:00", "2026-13-40T08:00", "T", "0001-01-01T00:00"]
)
def test_a_moment_that_is_past_or_none_is_refused(goes_live: str) -> None:
    user = author()
    manuscript = written(user, goes_live=goes_live)
    with pytest.raises((TooLate, InvalidManuscript)):
        submit(manuscript=manuscript, user=user, seen=seen(manuscript))


def test_a_revision_that_changed_meanwhile_is_not_approved() -> None:
    user, decides = author(), approver()
    manuscript = submitted(user)
    fingerprint = seen(manuscript)
    saved(manuscript, user, title="Judul lain")
    with pytest.raises(ChangedMeanwhile):
        approve(manuscript=manuscript, user=decides, seen=fingerprint)
    with pytest.raises(NotWaiting):  # saving took the round back: nobody asked for the new one
        approve(manuscript=manuscript, user=decides, seen=seen(manuscript))
    assert not Announcement.objects.exists()


def test_nobody_approves_what_she_wrote_or_submitted() -> None:
    both = person("berdua", "bnpb", Membership.Role.AUTHOR, Membership.Role.APPROVER)
    manuscript = submitted(both)
    with pytest.raises(OwnWork):
        approve(manuscript=manuscript, user=both, seen=seen(manuscript))
    other = person("lain", "bnpb", Membership.Role.AUTHOR, Membership.Role.APPROVER)
    saved(manuscript, other, title="Kata orang lain")
    submit(manuscript=manuscript, user=both, seen=seen(manuscript))
    with pytest.raises(OwnWork):
        approve(manuscript=manuscript, user=other, seen=seen(manuscript))


def test_what_is_returned_needs_a_comment_and_can_be_submitted_again() -> None:
    user, decides = author(), approver()
    manuscript = submitted(user)
    with pytest.raises(NoComment):
        return_to_author(manuscript=manuscript, user=decides, comment="  ")
    return_to_author(manuscript=manuscript, user=decides, comment="Dasar hukumnya keliru.")
    (item,) = inbox_of(user).items
    assert (item.kind, item.detail) == ("Perlu diperbaiki", "Dasar hukumnya keliru.")
    saved(manuscript, user, instrument="Keputusan 13 Tahun 2026")
    submit(manuscript=manuscript, user=user, seen=seen(manuscript))
    assert approve(manuscript=manuscript, user=decides, seen=seen(manuscript)).version == 2


def test_a_drill_stays_in_the_demonstration() -> None:
    user = author()
    Topic.objects.filter(key="siaga-musim-hujan").update(demonstration=False)
    manuscript = written(user, drill=True)
    with pytest.raises(DrillOutside):
        submit(manuscript=manuscript, user=user, seen=seen(manuscript))
    Topic.objects.filter(key="siaga-musim-hujan").update(demonstration=True)
    submit(manuscript=manuscript, user=user, seen=seen(manuscript))
    assert approve(manuscript=manuscript, user=approver(), seen=seen(manuscript)).drill


def test_a_round_is_told_by_letter_and_inbox_to_approvers_alone(mailoutbox: list[object]) -> None:
    user, decides, emergency = author(), approver(), publisher()
    for one in (user, decides, emergency):
        one.email = f"{one.username}@contoh.id"
        one.save()
    manuscript = submitted(user)
    path = f"/admin/umumkan/naskah/{manuscript.pk}/"
    (item,) = inbox_of(decides).items
    assert (item.kind, item.url) == ("Menunggu persetujuan", path)
    assert not inbox_of(user).items
    assert not inbox_of(emergency).items
    settle_due()
    (letter,) = mailoutbox
    assert letter.to == [decides.email]  # type: ignore[attr-defined]
    assert path in letter.body  # type: ignore[attr-defined]
    approve(manuscript=manuscript, user=decides, seen=seen(manuscript))
    settle_due()
    assert mailoutbox[-1].to == [user.email]  # type: ignore[attr-defined]


def test_what_is_planned_or_discarded_stays_as_it_is() -> None:
    user, decides = author(), approver()
    planned = submitted(user, goes_live=wall(later()))
    approve(manuscript=planned, user=decides, seen=seen(planned))
    thrown = written(user)
    discard(manuscript=thrown, user=user)
    for manuscript in (planned, thrown):
        with pytest.raises(Settled):
            saved(manuscript, user, title="Lain")
        with pytest.raises(Settled):
            submit(manuscript=manuscript, user=user, seen=seen(manuscript))
