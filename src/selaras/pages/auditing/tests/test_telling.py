"""What Wagtail logs becomes an entry of the audit: once, with its revision, and naming nobody."""

import json

import pytest
from django.db import transaction
from wagtail.log_actions import LogContext, log
from wagtail.models import Comment, ModelLogEntry, PageLogEntry, Workflow

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership
from selaras.ledger.json_lines import as_json
from selaras.ledger.models import AuditEntry
from selaras.ledger.services import told_here
from selaras.media.tests.pictures import picture
from selaras.pages.clearance import without_review
from selaras.pages.models import ArticlePage
from selaras.pages.services import withdraw
from selaras.pages.tests.making import home_of
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
Role = Membership.Role


def told(action: str) -> AuditEntry:
    return AuditEntry.objects.get(action=action)


def article(slug: str) -> ArticlePage:
    """A page that is live, as one made by `add_child` is."""
    page = ArticlePage(
        title=f"Artikel {slug}", slug=slug, lead="Teras.", byline="Tim", place="Bandung"
    )
    home_of().add_child(instance=page)
    return page


def tini() -> User:
    user = person("tini", "kota-bandung", Role.WRITER, Role.EMERGENCY)
    user.first_name = "Tini"
    user.save()
    return user


def test_what_is_done_with_a_page_is_told_with_its_revision_and_institution() -> None:
    user = tini()
    page = article("uji")
    revision = page.save_revision(user=user)
    log(page, "wagtail.publish", user=user, revision=revision)
    entry = told("wagtail.publish")
    assert (entry.actor, entry.institution) == (f"orang:{user.reference}", "kota-bandung")
    assert (entry.object_kind, entry.object_id) == ("page", str(page.pk))
    assert entry.revision == str(revision.pk)
    assert entry.details["title"] == page.title


def test_each_entry_of_wagtails_log_becomes_one_of_the_audit() -> None:
    before, earlier = AuditEntry.objects.count(), PageLogEntry.objects.count()
    user, page = tini(), article("uji")
    with without_review("uji"):
        page.copy(update_attrs={"slug": "salinan"}, user=user)
    page.unpublish(user=user)
    page.move(page.get_parent(), pos="first-child", user=user)
    page.delete(user=user)
    logged = list(PageLogEntry.objects.order_by("id").values_list("action", flat=True)[earlier:])
    entries = AuditEntry.objects.order_by("number")[before:]
    entries = [entry for entry in entries if entry.action.startswith("wagtail.")]
    assert [entry.action for entry in entries] == logged
    assert {entry.institution for entry in entries} == {"kota-bandung"}
    assert "wagtail.delete" in logged


def test_what_the_application_does_by_itself_is_told_as_such() -> None:
    article("uji")
    assert told("wagtail.create").actor == "sistem:wagtail"


def test_a_withdrawal_is_told_once_as_what_it_is() -> None:
    user, page = tini(), article("uji")
    live = page.save_revision()
    type(page).objects.filter(pk=page.pk).update(live_revision=live)
    withdraw(page=page, reason="Angkanya salah.", user=user)
    entry = told("pages.withdraw")
    assert (entry.reason, entry.revision) == ("Angkanya salah.", str(live.pk))
    assert not AuditEntry.objects.filter(action="wagtail.unpublish").exists()
    assert PageLogEntry.objects.filter(action="wagtail.unpublish").exists()


def test_saving_again_into_the_same_version_is_told_once() -> None:
    user, page = tini(), article("uji")
    with LogContext(user=user):
        revision = page.save_revision(user=user, log_action=True)
    for _ in range(3):  # each in a request of its own
        with LogContext(user=user):
            page.save_revision(user=user, log_action=True, overwrite_revision=revision)
    saved = {"action": "wagtail.edit", "revision": str(revision.pk)}
    assert PageLogEntry.objects.filter(**saved).count() == 4
    assert AuditEntry.objects.filter(**saved).count() == 1
    with LogContext(user=user):
        page.save_revision(user=user, log_action=True)
    assert AuditEntry.objects.filter(action="wagtail.edit").count() == 2


def test_one_act_on_many_pages_is_told_of_each() -> None:
    user = tini()
    pages = [article(f"uji-{number}") for number in range(3)]
    with LogContext(user=user):
        for page in pages:
            log(page, "wagtail.lock")
    assert AuditEntry.objects.filter(action="wagtail.lock").count() == 3


def test_the_words_of_a_rejection_are_its_reason() -> None:
    user, page = tini(), article("uji")
    comment = {"comment": "Sumbernya belum ada.", "workflow": {"id": 1, "title": "Tinjauan"}}
    log(page, "wagtail.workflow.reject", user=user, data=comment)
    entry = told("wagtail.workflow.reject")
    assert entry.reason == "Sumbernya belum ada."
    assert entry.details["workflow"]["title"] == "Tinjauan"
    assert "comment" not in entry.details


def test_the_words_of_comments_are_not_kept_for_good() -> None:
    user, page = tini(), article("uji")
    comment = Comment.objects.create(
        page=page, user=user, text="Tanya Ibu Uji.", contentpath="title"
    )
    comment.log_create(user=user)
    assert told("wagtail.comments.create").details["comment"] == {
        "id": comment.pk,
        "contentpath": "title",
    }


def test_a_change_of_an_account_names_nobody() -> None:
    user = tini()
    admin = person("kepala", "kota-bandung", Role.ADMINISTRATOR)
    log(user, "wagtail.edit", user=admin)
    entry = told("wagtail.edit")
    assert (entry.object_kind, entry.object_id) == ("account", str(user.reference))
    assert entry.institution == "kota-bandung"
    text = json.dumps(as_json(entry)).lower()
    assert "tini" not in text
    assert "kepala" not in text


def test_an_account_of_several_institutions_belongs_to_none() -> None:
    user = person("tini", "kota-bandung", Role.WRITER)
    Membership.objects.create(
        user=user,
        institution=Institution.objects.get(slug="aceh"),
        role=Role.WRITER,
        valid_from="2020-01-01",
    )
    log(user, "wagtail.edit")
    assert told("wagtail.edit").institution == ""


def test_a_picture_is_told_with_the_institution_whose_library_holds_it() -> None:
    made = picture()
    log(made, "wagtail.create")
    entry = told("wagtail.create")
    assert (entry.object_kind, entry.object_id) == ("media.picture", str(made.pk))
    assert (entry.institution, entry.details["title"]) == ("kota-bandung", made.title)


def test_what_is_no_institutions_is_told_too() -> None:
    workflow = Workflow.objects.create(name="Tinjauan")
    log(workflow, "wagtail.create")
    entry = told("wagtail.create")
    assert (entry.object_kind, entry.institution) == ("wagtailcore.workflow", "")
    assert ModelLogEntry.objects.count() == 1


def test_nothing_is_told_of_what_is_taken_back() -> None:
    page = article("uji")
    with transaction.atomic():
        log(page, "wagtail.lock")
        transaction.set_rollback(True)
    assert not PageLogEntry.objects.filter(action="wagtail.lock").exists()
    assert not AuditEntry.objects.filter(action="wagtail.lock").exists()


def test_what_a_service_records_itself_is_left_to_it() -> None:
    page = article("uji")
    with told_here():
        log(page, "wagtail.lock")
    assert not AuditEntry.objects.filter(action="wagtail.lock").exists()
    log(page, "wagtail.unlock")
    assert told("wagtail.unlock").object_id == str(page.pk)
