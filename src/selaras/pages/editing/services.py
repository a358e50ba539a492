"""Versions of a page that were written at the same time: none is lost, none replaces another."""

from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Revision

from selaras.accounts.models import User
from selaras.common.errors import Refused
from selaras.ledger.services import record, told_here

KEPT = "selaras.version.keep"
TAKEN = "selaras.version.take"


class NewerVersion(Refused):
    """Somebody saved while it was decided which version is to be the newest."""

    def __init__(self) -> None:
        super().__init__(
            "Halaman ini baru saja disimpan lagi.",
            "Bandingkan dulu dengan versi yang terbaru itu.",
        )


class NotKept(Refused):
    """The version is not one that was set aside on this page."""

    def __init__(self) -> None:
        super().__init__("Versi itu tidak ada di halaman ini.", "Lihat riwayat halaman.")


def keep_version(*, page: Page, user: User, again: int = 0) -> Revision:
    """Put what this person wrote into the history, beside the newest version and not above it.

    `page` holds what was written and is not saved. `again` is the key of the version that this
    person's same window kept before; that one is written anew.
    """
    with transaction.atomic():
        newest = Page.objects.select_for_update().get(pk=page.pk).get_latest_revision()
        before = _kept(page, again).filter(user=user).first() if again else None
        kept = before or Revision(
            content_object=page, base_content_type=page.get_base_content_type(), user=user
        )
        # Wagtail takes the youngest version as the newest: this one stands just below it.
        kept.created_at = newest.created_at - timedelta(microseconds=1)
        kept.content = page.serializable_data()
        kept.object_str = str(page)
        kept.save()
        if before is None:
            log(page, KEPT, user=user, revision=kept, content_changed=True)
        return kept


def take_version(*, page: Page, kept: Revision, over: Revision, user: User) -> Revision:
    """Make a kept version the newest one, as a version of its own. Nothing is published.

    Raises `NewerVersion` unless `over` is the newest still, and `NotKept`.
    """
    with transaction.atomic():
        newest = Page.objects.select_for_update().get(pk=page.pk).get_latest_revision()
        if (newest.pk, newest.created_at) != (over.pk, over.created_at):
            raise NewerVersion
        if not _kept(page, kept.pk).exists():
            raise NotKept
        with told_here():
            taken: Revision = kept.as_object().save_revision(
                user=user, log_action=TAKEN, previous_revision=kept, clean=False
            )
        institution = getattr(page, "institution", None)
        record(
            actor=user,
            institution=institution.slug if institution else "",
            action="pages.version.take",
            object_kind="page",
            object_id=str(page.pk),
            revision=str(taken.pk),
            details={"kept": kept.pk, "over": newest.pk},
        )
        return taken


def _kept(page: Page, key: int) -> QuerySet[Revision]:
    """The version with that key, if it was set aside on this page and never became the newest."""
    logged = PageLogEntry.objects.filter(page=page.pk, action=KEPT, revision=key)
    kept: QuerySet[Revision] = Revision.objects.filter(pk__in=logged.values("revision_id"))
    return kept
