"""No way through Wagtail makes public what nobody approved."""

import pytest
from django.test import Client
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page

from selaras.accounts.models import User
from selaras.ledger.clock import tick
from selaras.pages.clearance import without_review
from selaras.pages.editing.tests.posting import filled, opened
from selaras.pages.models import ArticlePage
from selaras.pages.review import services
from selaras.pages.review.tests.writing import (
    Role,
    an_hour_from_now,
    approver,
    changed,
    client_of,
    draft,
    emergency,
    fresh,
    place,
    public_status,
    submitted,
    writer,
)
from selaras.pages.tests.making import article, home_of, section
from selaras.review.errors import NotApproved
from selaras.review.models import EmergencyPublication, Round
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]

PUBLISH = {"action-publish": "action-publish"}


def everybody() -> list[User]:
    roles = (Role.WRITER, Role.APPROVER, Role.EMERGENCY, Role.AUTHOR)
    return [person(f"orang-{role}", "kota-bandung", role) for role in roles]


def opened_new(client: Client) -> tuple[str, dict[str, str]]:
    """The form of a new article, as it is shown."""
    where = place("wagtailadmin_pages:add", "pages", "articlepage", home_of().pk)
    form = client.get(where)
    assert form.status_code == 200
    return where, {
        "title": "Baru", "slug": "baru", "lead": "Teras.", "byline": "R", "place": "B",
        "dated": "2026-01-01 10:00", "information_class": "berkala",
        **{
            f"{name}-{count}": "0"
            for name in ("related", "page_subjects", "corrections", "comments")
            for count in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
        },
    }  # fmt: skip


def test_the_editor_publishes_for_nobody() -> None:
    page = draft(writer())
    for user in everybody():
        client = client_of(user)
        sent = filled(opened(client, page), "Isi lain.", **PUBLISH)
        answer = client.post(f"/admin/pages/{page.pk}/edit/", sent)
        assert answer.status_code == 302, user
        page = fresh(page)
        assert not page.live, user
    assert public_status(page) == 404


def test_the_form_of_a_new_page_publishes_for_nobody() -> None:
    for user in everybody():
        client = client_of(user)
        where, fields = opened_new(client)
        client.post(where, filled(fields, "Isi.", **PUBLISH))
        made = ArticlePage.objects.get(slug="baru")
        assert not made.live, user
        made.delete()


def test_going_back_to_an_older_version_publishes_for_nobody() -> None:
    page = article("uji")
    with without_review("uji"):
        page.save_revision()
    old = page.latest_revision
    changed(page, writer(), title="Lebih baru")
    for user in everybody():
        client = client_of(user)
        where = place("wagtailadmin_pages:revisions_revert", page.pk, old.pk)
        before = fresh(page).live_revision_id
        client.post(where, filled(opened(client, page), "Kembali.", **PUBLISH))
        assert fresh(page).live_revision_id == before, user


def test_ticked_pages_are_submitted_and_never_published() -> None:
    first, second = draft(writer(), "satu"), draft(writer("dua"), "dua")
    where = place("wagtail_bulk_action", "wagtailcore", "page", "publish")
    for user in everybody():
        client_of(user).post(f"{where}?id={first.pk}&id={second.pk}", {"include_descendants": "on"})
        assert not fresh(first).live, user
        assert not fresh(second).live, user
    assert Round.objects.filter(state=Round.State.WAITING).count() == 2


def test_a_copy_is_a_draft() -> None:
    page = article("asli")
    for user in everybody():
        where = place("wagtailadmin_pages:copy", page.pk)
        sent = {
            "new_title": "Salinan", "new_slug": f"salinan-{user.pk}",
            "new_parent_page": str(home_of().pk), "publish_copies": "on", "alias": "on",
        }  # fmt: skip
        assert client_of(user).post(where, sent).status_code == 302
        copy = ArticlePage.objects.get(slug=f"salinan-{user.pk}")
        assert not copy.live, user
        assert copy.alias_of_id is None, user


def test_moving_a_draft_leaves_it_a_draft() -> None:
    page, news = draft(writer()), section()
    for user in everybody():
        where = place("wagtailadmin_pages:move_confirm", page.pk, news.pk)
        client_of(user).post(where)
        assert not fresh(page).live, user


def test_the_admins_api_has_no_way_to_publish() -> None:
    page = draft(writer())
    for user in everybody():
        client = client_of(user)
        for path in (f"pages/{page.pk}/action/publish/", f"pages/{page.pk}/action/copy/"):
            assert client.post(f"/admin/api/main/{path}").status_code == 404
        assert not fresh(page).live


def test_a_workflow_that_ends_by_itself_publishes_nothing() -> None:
    """Also where somebody calls Wagtail's own methods past the service."""
    page = submitted(writer())
    page.current_workflow_task_state.approve(user=approver())
    assert not fresh(page).live


def test_the_models_own_ways_ask_for_an_approval() -> None:
    page = draft(writer())
    boss = emergency()
    ways = [
        page.latest_revision.publish,
        lambda: page.latest_revision.publish(user=boss, skip_permission_checks=True),
        lambda: fresh(page).publish(page.latest_revision, boss),
        lambda: PublishPageRevisionAction(page.latest_revision, user=boss).execute(),
        lambda: PublishPageRevisionAction(page.latest_revision).execute(),
    ]
    for way in ways:
        with pytest.raises(NotApproved):
            way()
        assert not fresh(page).live


def test_a_copy_that_shall_be_live_is_refused() -> None:
    page = article("asli")
    with pytest.raises(NotApproved):
        CopyPageAction(page=page, update_attrs={"slug": "salinan"}).execute()
    made = CreatePageAliasAction(draft(writer()), update_slug="samaran").execute()
    assert not made.live


def test_a_schedule_that_nobody_approved_makes_nothing_public() -> None:
    page = draft(writer(), go_live_at=an_hour_from_now())
    revision = page.latest_revision
    revision.approved_go_live_at = page.latest_revision.created_at
    revision.save()
    tick()
    assert not fresh(page).live
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None


def test_an_approval_of_an_older_version_clears_no_newer_one() -> None:
    tini = writer()
    page = submitted(tini)
    services.approve(page=page, user=approver(), publishing=False)
    newer = changed(page, tini, title="Disisipkan")
    with pytest.raises(NotApproved):
        newer.latest_revision.publish()


def test_what_the_application_publishes_by_itself_leaves_no_mark_of_a_person() -> None:
    page = draft(writer())
    with without_review("impor"):
        page.latest_revision.publish()
    assert public_status(page) == 200
    assert not EmergencyPublication.objects.exists()
    assert Page.objects.get(pk=page.pk).live


def test_only_an_approver_takes_a_schedule_back_and_the_approval_with_it() -> None:
    tini, boss = writer(), approver()
    page = submitted(tini, go_live_at=an_hour_from_now())
    services.approve(page=page, user=boss)
    revision = fresh(page).scheduled_revision
    where = place("wagtailadmin_pages:revisions_unschedule", page.pk, revision.pk)
    for user in (tini, emergency()):
        client_of(user).post(where)
        assert fresh(page).scheduled_revision is not None, user
    assert client_of(boss).get(where).status_code == 200
    client_of(boss).post(where)
    assert fresh(page).scheduled_revision is None
    assert fresh(page).shown_state.label == "Draf"
    with pytest.raises(NotApproved):
        revision.publish()


def test_what_is_scheduled_is_locked_for_everybody() -> None:
    page = submitted(writer(), go_live_at=an_hour_from_now())
    services.approve(page=page, user=approver())
    for user in everybody():
        client = client_of(user)
        answer = client.post(f"/admin/pages/{page.pk}/edit/", {"title": "Diam-diam"})
        assert answer.status_code in {200, 302}
        assert fresh(page).latest_revision_id == page.latest_revision_id
