from datetime import UTC, datetime, timedelta
from datetime import timezone as fixed
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from selaras.announcements.errors import InvalidDocument
from selaras.announcements.tests.documents import document
from selaras.institutions.models import Institution
from selaras.institutions.policies import MayNotSpeak
from selaras.pages.errors import InRelease
from selaras.pages.models import Release, ReleaseItem
from selaras.pages.releases.errors import (
    BadMoment,
    BadPages,
    BadTitle,
    ChangedMeanwhile,
    MayNotArm,
    MayNotPrepare,
    MayNotStop,
    NotOpen,
    NotOurVoice,
    NotReady,
    OwnRelease,
)
from selaras.pages.releases.examining import examine
from selaras.pages.releases.moments import moment_from
from selaras.pages.releases.services import arm, cancel, change, disarm, make
from selaras.pages.releases.tests.preparing import (
    approved,
    composed,
    due,
    go,
    people,
    ready,
    soon,
    stored,
)
from selaras.pages.review.services import end_approval, publish_approved, publish_at_once
from selaras.pages.review.tests.writing import Role, draft, fresh, writer
from selaras.pages.services import withdraw
from selaras.pages.tests.making import home_of, section
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
State = Release.State


def words(release: Release) -> str:
    return " ".join(examine(stored(release)).words)


def test_a_ready_release_locks_its_pages_against_everybody() -> None:
    page = approved("satu")
    _, boss = people()
    emergency = person("darurat", "bnpb", Role.EMERGENCY)
    release = ready([page])
    lock = fresh(page).get_lock()
    assert lock is not None
    assert lock.for_user(boss)
    assert "rilis bersama" in lock.get_message(boss)
    with pytest.raises(InRelease):
        publish_approved(page=page, user=boss)
    with pytest.raises(InRelease):
        end_approval(page=page, user=boss)
    with pytest.raises(InRelease):
        publish_at_once(page=page, user=emergency, reason="Mendesak.")
    assert not fresh(page).live
    disarm(release=release, user=emergency)
    end_approval(page=page, user=boss)
    assert fresh(page).get_lock() is None


def test_only_pages_that_were_approved_in_review_are_taken() -> None:
    tini, _ = people()
    with pytest.raises(BadPages):
        composed([draft(tini, "draf", "bnpb")])
    with pytest.raises(BadPages):
        composed([])
    with pytest.raises(BadPages):
        composed([approved("satu"), approved("asing", "kota-bandung")])
    assert not Release.objects.exists()


def test_two_hundred_pages_are_refused_by_their_number() -> None:
    tini, _ = people()
    owner = Institution.objects.get(slug="bnpb")
    with pytest.raises(BadPages, match="200"):
        make(institution=owner, title="x", goes_at=soon(), pages=range(1, 201), user=tini)


def test_who_put_it_together_or_changed_it_does_not_make_it_ready() -> None:
    tini, boss = people()
    both = person("keduanya", "bnpb", Role.WRITER, Role.APPROVER)
    page = approved("satu")
    release = composed([page])
    with pytest.raises(MayNotArm):
        arm(release=release, user=tini)
    same = {"title": "Lain", "goes_at": soon(), "pages": [page.pk]}
    change(release=release, user=both, **same)  # type: ignore[arg-type]
    with pytest.raises(OwnRelease):
        arm(release=release, user=both)
    with pytest.raises(MayNotArm):
        arm(release=release, user=people("kota-bandung")[1])
    arm(release=release, user=boss)
    assert stored(release).state == State.READY


def test_with_an_announcement_who_makes_it_ready_must_hold_the_announcing_role() -> None:
    release = composed([approved("satu")], document=document())
    with pytest.raises(MayNotSpeak):
        arm(release=release, user=person("bukan-penyusun", "bnpb", Role.APPROVER))
    arm(release=release, user=people()[1])


def test_nobody_prepares_for_another_institution_or_with_its_voice() -> None:
    tini, _ = people("kota-bandung")
    page = approved("satu")
    owner = Institution.objects.get(slug="bnpb")
    given = {"title": "x", "goes_at": soon(), "pages": [page.pk]}
    with pytest.raises(MayNotPrepare):
        make(institution=owner, user=tini, **given)  # type: ignore[arg-type]
    with pytest.raises(NotOurVoice):
        composed([approved("dua", "kota-bandung")], "kota-bandung", document=document())
    with pytest.raises(MayNotSpeak):
        composed([page], document=document({"Kota Bandung": "1"}, of="ppkm.level", topic="ppkm"))


def test_a_document_that_cannot_be_read_says_where() -> None:
    page = approved("satu")
    with pytest.raises(InvalidDocument):
        composed([page], document="bukan naskah")


@pytest.mark.parametrize("title", ["", "   ", "x" * 201])
def test_a_title_has_letters_but_not_too_many(title: str) -> None:
    with pytest.raises(BadTitle):
        composed([approved("satu")], title=title)


def test_its_moment_lies_ahead_and_within_a_year() -> None:
    page = approved("satu")
    for wrong in (timedelta(seconds=-1), timedelta(days=400)):
        with pytest.raises(BadMoment):
            composed([page], goes_at=timezone.now() + wrong)
    with pytest.raises(BadMoment):
        arm(release=due(composed([page])), user=people()[1])


def test_a_moment_is_read_on_the_clocks_of_the_institution() -> None:
    wit = fixed(timedelta(hours=9), "WIT")
    assert moment_from("2026-11-30T10:00:05", wit) == datetime(2026, 11, 30, 1, 0, 5, tzinfo=UTC)
    for text in ("", "besok", "2026-02-30T10:00", "99999-01-01T00:00", "2026-11-30T10:00+07:00"):
        with pytest.raises(BadMoment):
            moment_from(text, wit)


def test_a_moment_that_the_clocks_leave_out_does_not_exist() -> None:
    with pytest.raises(BadMoment, match="tidak ada pada hari"):
        moment_from("2026-03-29T02:30:00", ZoneInfo("Europe/Berlin"))


def test_a_page_is_held_by_one_ready_release_only() -> None:
    page = approved("satu")
    first, second = composed([page]), composed([page], title="Kedua")
    _, boss = people()
    arm(release=first, user=boss)
    with pytest.raises(NotReady) as refusal:
        arm(release=second, user=boss)
    assert "menunggu rilis lain" in " ".join(refusal.value.problems)
    with pytest.raises(IntegrityError), transaction.atomic():
        ReleaseItem.objects.filter(release=second).update(armed=True)


def test_making_it_ready_twice_is_refused() -> None:
    release = ready([approved("satu")])
    with pytest.raises(NotOpen):
        arm(release=release, user=people()[1])
    with pytest.raises(NotOpen):
        change(release=release, title="x", goes_at=soon(), pages=[1], user=people()[0])


def test_what_changed_since_it_was_read_is_not_made_ready() -> None:
    from selaras.pages.releases.queries import mark_of

    first, second = approved("satu"), approved("dua")
    release = composed([first])
    seen = mark_of(release)
    change(
        release=release, title="Siaga bersama", goes_at=release.goes_at,
        pages=[first.pk, second.pk], user=people()[0],
    )  # fmt: skip
    with pytest.raises(ChangedMeanwhile):
        arm(release=release, user=people()[1], seen=seen)


def test_stopping_is_for_its_own_people() -> None:
    release = ready([approved("satu")])
    for stranger in (writer("lain"), person("penulis-lain", "bnpb", Role.WRITER)):
        with pytest.raises(MayNotStop):
            disarm(release=release, user=stranger)
        with pytest.raises(MayNotStop):
            cancel(release=release, user=stranger)
    go(due(release))
    with pytest.raises(NotOpen):
        cancel(release=release, user=people()[1])


def test_a_deleted_page_is_named_and_keeps_the_rest_back() -> None:
    page = approved("satu")
    release = ready([page, approved("dua")])
    fresh(page).delete()
    assert "Naskah satu: Halaman ini sudah dihapus." in words(release)


def test_a_page_that_moved_to_another_address_or_site_is_named() -> None:
    page, away = approved("satu", "kota-bandung"), approved("dua", "kota-bandung")
    release = ready([page, away], "kota-bandung")
    fresh(page).move(section(), pos="last-child")
    fresh(away).move(home_of("kota-cimahi"), pos="last-child")
    said = words(release)
    assert "Naskah satu: Halaman ini dipindahkan sesudah dipilih." in said
    assert "Naskah dua: Halaman ini tidak lagi di situs instansi ini." in said


def test_a_public_page_that_was_withdrawn_meanwhile_is_named() -> None:
    page = approved("satu")
    _, boss = people()
    publish_approved(page=page, user=boss)
    newer = fresh(page).get_latest_revision_as_object()
    newer.title = "Lebih baru"
    tini, _ = people()
    newer.save_revision(user=tini)
    from selaras.pages.review.services import approve, submit

    submit(page=fresh(page), user=tini)
    approve(page=fresh(page), user=boss, publishing=False)
    release = ready([fresh(page)])
    withdraw(page=fresh(page), reason="Keliru.", user=boss)
    assert "ditarik sesudah dipilih" in words(release)


def test_an_institution_whose_site_went_is_told() -> None:
    release = ready([approved("satu")])
    Institution.objects.filter(slug="bnpb").update(site=None)
    assert "belum mempunyai situs" in words(release)


def test_two_pages_that_want_the_same_address_are_both_named() -> None:
    tini, boss = people()
    first, second = approved("satu"), approved("dua")
    from selaras.pages.review.services import approve, submit

    for page in (first, second):
        end_approval(page=page, user=boss)
        newest = fresh(page).get_latest_revision_as_object()
        newest.slug = "sama"
        newest.save_revision(user=tini)
        submit(page=fresh(page), user=tini)
        approve(page=fresh(page), user=boss, publishing=False)
    release = composed([first, second])
    with pytest.raises(NotReady) as refusal:
        arm(release=release, user=boss)
    assert [said.count("dipakai halaman lain") for said in refusal.value.problems] == [1, 1]


def test_a_page_with_a_moment_of_its_own_is_not_taken() -> None:
    page = approved("satu", go_live_at=timezone.now() + timedelta(days=9))
    with pytest.raises(NotReady, match="belum dapat disiapkan"):
        arm(release=composed([page]), user=people()[1])


def test_a_failed_release_is_put_together_again() -> None:
    page = approved("satu")
    release = ready([page])
    Release.objects.filter(pk=release.pk).update(state=State.FAILED)
    ReleaseItem.objects.update(armed=False)
    change(release=release, title="Lagi", goes_at=soon(), pages=[page.pk], user=people()[0])
    arm(release=release, user=people()[1])
    assert go(due(release))
    assert fresh(page).live
