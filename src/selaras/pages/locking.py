"""The locks of what was approved and is not yet public."""

from typing import Any

from wagtail.locks import BaseLock
from wagtail.models import Page

from selaras.common.clock import commit_moment
from selaras.pages.clearance import OwnPage
from selaras.pages.errors import InRelease
from selaras.pages.states import release_of
from selaras.review.states import State


class ApprovedLock(BaseLock):
    """Nobody changes what was approved: who wants to, ends the approval first."""

    def for_user(self, user: Any) -> bool:
        return True

    def get_message(self, user: Any) -> str:
        return (
            "Versi ini sudah disetujui, jadi terkunci. Penyetuju dapat menerbitkannya, "
            "atau membatalkan persetujuannya agar naskah dapat diubah lagi."
        )

    def get_locked_by(self, user: Any) -> str:
        return "Terkunci: sudah disetujui"

    def get_description(self, user: Any) -> str:
        return "Perubahan memerlukan persetujuan baru."


class ReleaseLock(BaseLock):
    """Its version is fixed until the joint release went live, or is taken back to a draft."""

    def for_user(self, user: Any) -> bool:
        return True

    def get_message(self, user: Any) -> str:
        title = release_of(self.object)
        return (
            f'Halaman ini menunggu rilis bersama "{title}", jadi terkunci. '
            "Untuk mengubahnya, batalkan dahulu kesiapan rilis itu."
        )

    def get_locked_by(self, user: Any) -> str:
        return "Terkunci: menunggu rilis bersama"

    def get_description(self, user: Any) -> str:
        return "Perubahan memerlukan rilis yang disiapkan lagi."


def approved_lock(page: OwnPage) -> BaseLock | None:
    if page.pk is None or not page.has_unpublished_changes:
        return None
    if release_of(page):
        return ReleaseLock(page)  # type: ignore[no-untyped-call]
    return ApprovedLock(page) if page.shown_state.draft is State.APPROVED else None  # type: ignore[no-untyped-call]


def require_no_release(page: OwnPage) -> None:
    """Raises `InRelease` for a page that waits for its joint release, which alone publishes it."""
    if page.pk is None or commit_moment() is not None:
        return
    found = Page.objects.filter(pk=page.pk, release_items__armed=True)
    title = found.values_list("release_items__release__title", flat=True).first()
    if title is not None:
        raise InRelease(title)
