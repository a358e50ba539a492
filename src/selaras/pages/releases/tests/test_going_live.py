from datetime import timedelta

import pytest
from django.utils import timezone

from selaras.announcements.models import AnnouncedFact, Announcement
from selaras.announcements.tests.documents import document
from selaras.facts.models import FactType
from selaras.institutions.models import Institution, Membership, Topic
from selaras.ledger.models import AuditEntry, OwedEffect
from selaras.pages.models import ArticlePage, Publication, Release, ReleaseItem
from selaras.pages.releases.following import look_after_releases, wait_until
from selaras.pages.releases.letters import LETTER
from selaras.pages.releases.services import arm, cancel, disarm, fail, go_live
from selaras.pages.releases.services.going import CannotGo
from selaras.pages.releases.tests.preparing import (
    approved,
    composed,
    due,
    go,
    people,
    public,
    ready,
    stored,
    traces,
)
from selaras.pages.review.tests.writing import fresh

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
State = Release.State


def ten() -> list[ArticlePage]:
    return [approved(f"halaman-{number}") for number in range(10)]


def test_ten_pages_and_an_announcement_go_live_with_the_same_instant() -> None:
    pages = ten()
    release = due(ready(pages, document=document()))
    assert go(release)
    done = stored(release)
    instant = done.released_at
    assert done.state == State.RELEASED
    found = [fresh(page) for page in pages]
    assert all(page.live for page in found)
    assert {page.first_published_at for page in found} == {instant}
    assert {page.last_published_at for page in found} == {instant}
    announcement = Announcement.objects.get()
    assert done.announcement == announcement
    assert (announcement.published_at, announcement.valid_from) == (instant, instant)
    versions = [row.version for row in AnnouncedFact.objects.select_related("version")]
    assert {version.recorded_from for version in versions} == {instant}
    assert {version.valid_from for version in versions} == {instant}
    begun = Publication.objects.filter(page_id__in=[page.pk for page in pages])
    assert {row.public_from for row in begun} == {instant}
    assert not ReleaseItem.objects.filter(armed=True).exists()


def test_what_is_prepared_early_carries_its_second_and_is_committed_then() -> None:
    pages = [approved("satu"), approved("dua")]
    release = ready(pages, document=document())
    moment = timezone.now() + timedelta(seconds=3)
    Release.objects.filter(pk=release.pk).update(goes_at=moment)
    asked = []

    def wait(until: object) -> None:
        asked.append(until)
        wait_until(until)  # type: ignore[arg-type]

    go_live(release=stored(release), wait=wait)
    assert asked == [moment]
    assert timezone.now() >= moment
    assert {fresh(page).last_published_at for page in pages} == {moment}
    assert Announcement.objects.get().published_at == moment
    assert stored(release).released_at == moment


def test_with_one_page_made_invalid_none_goes_and_nothing_is_left() -> None:
    pages = ten()
    release = due(ready(pages, document=document()))
    other = fresh(pages[7])
    other.title = "Diubah di belakang rilis"
    other.save_revision()
    before = traces()
    with pytest.raises(CannotGo) as refusal:
        go(release)
    assert traces() == before
    assert not any(public(pages))
    assert not Announcement.objects.exists()
    fail(release=release, examined=refusal.value.examined)
    done = stored(release)
    assert done.state == State.FAILED
    said = {item.title: item.problem for item in done.items.all()}
    assert [title for title, problem in said.items() if problem] == ["Naskah halaman-7"]
    assert said["Naskah halaman-7"] == "Naskah berubah sesudah dipilih."
    assert not done.items.filter(armed=True).exists()


def test_a_page_that_breaks_while_it_is_published_takes_all_others_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Not found by looking: only publishing itself refuses it."""
    pages = ten()
    release = due(ready(pages, document=document()))
    before = traces()
    publish = ArticlePage.publish

    def refuse(self: ArticlePage, *args: object, **kwargs: object) -> None:
        if self.pk == pages[9].pk:
            from selaras.pages.errors import NotPublished

            raise NotPublished(self.title)
        publish(self, *args, **kwargs)

    monkeypatch.setattr(ArticlePage, "publish", refuse)
    with pytest.raises(CannotGo) as refusal:
        go(release)
    assert traces() == before
    assert not any(public(pages))
    assert not Announcement.objects.exists()
    bad = [key for key, found in refusal.value.examined.found.items() if found]
    assert bad == [release.items.get(page=pages[9]).pk]


def test_a_topic_that_changed_its_owner_keeps_everything_back() -> None:
    pages = [approved("satu")]
    release = due(ready(pages, document=document()))
    Topic.objects.update(owner=Institution.objects.get(slug="kemendagri"))
    with pytest.raises(CannotGo, match="Rilis"):
        go(release)
    assert not any(public(pages))
    assert not Announcement.objects.exists()


def test_it_needs_the_rights_of_who_made_it_ready_at_its_own_moment() -> None:
    pages = [approved("satu")]
    release = ready(pages, goes_at=timezone.now() + timedelta(days=3))
    _, boss = people()
    tomorrow = timezone.localdate() + timedelta(days=1)
    Membership.objects.filter(user=boss, role="approver").update(valid_to=tomorrow)
    look_after_releases()
    Release.objects.update(next_at=timezone.now())
    look_after_releases()
    found = stored(release)
    assert found.troubled
    assert "bukan penyetuju" in found.problem
    assert OwedEffect.objects.filter(kind=LETTER).count() == 1


def test_the_worker_releases_what_came_due_while_it_was_down_and_says_that_it_is_late() -> None:
    pages = [approved("satu"), approved("dua")]
    release = due(ready(pages), timedelta(hours=1))
    Release.objects.update(next_at=timezone.now())
    look_after_releases()
    done = stored(release)
    assert done.state == State.RELEASED
    assert done.is_late
    assert all(public(pages))
    assert done.released_at is not None
    assert fresh(pages[0]).last_published_at == done.released_at > done.goes_at


def test_what_is_older_than_a_day_is_left_to_people() -> None:
    pages = [approved("satu")]
    release = due(ready(pages), timedelta(hours=25))
    Release.objects.update(next_at=timezone.now())
    look_after_releases()
    done = stored(release)
    assert done.state == State.FAILED
    assert "24 jam" in done.problem
    assert not any(public(pages))


def test_a_second_worker_does_nothing_any_more() -> None:
    pages = [approved("satu")]
    release = due(ready(pages, document=document()))
    assert go(release)
    before = traces()
    assert not go(release)
    assert traces() == before


def test_a_release_that_was_taken_back_or_cancelled_does_not_go() -> None:
    writer, boss = people()
    first, second = ready([approved("satu")]), ready([approved("dua")])
    disarm(release=first, user=boss)
    cancel(release=second, user=writer)
    for release in (first, second):
        assert not go(due(release))
    assert (stored(first).state, stored(second).state) == (State.DRAFT, State.CANCELLED)


def test_a_fact_that_the_announcement_states_first_counts_for_the_pages() -> None:
    fact_type = FactType.objects.get(key="siaga.bantuan")
    body = f'<p>Bantuan <embed embedtype="fact" id="{fact_type.pk}" format="short"/>.</p>'
    page = approved("bantuan", body=[{"type": "paragraph", "value": body}])
    alone = composed([page])
    with pytest.raises(Exception, match="belum dapat disiapkan"):
        arm(release=alone, user=people()[1])
    text = document({"Indonesia": "Rp1.200.000"}, of="siaga.bantuan")
    release = due(ready([page], document=text))
    assert go(release)
    assert fresh(page).live


def test_each_step_is_audited() -> None:
    release = due(ready([approved("satu")]))
    go(release)
    entries = AuditEntry.objects.filter(object_kind="release").order_by("number")
    said = list(entries.values_list("action", "actor"))
    writer, boss = people()
    assert said == [
        ("releases.make", f"orang:{writer.reference}"),
        ("releases.arm", f"orang:{boss.reference}"),
        ("releases.go_live", "sistem:jam"),
    ]
    assert {entry.institution for entry in entries} == {"bnpb"}
