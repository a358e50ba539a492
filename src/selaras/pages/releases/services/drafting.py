"""Putting a release together, changing and cancelling it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from selaras.accounts.models import User
from selaras.institutions.models import Institution
from selaras.pages.models import BasePage, Release, ReleaseItem
from selaras.pages.releases import announcing
from selaras.pages.releases.errors import BadPages, BadTitle, NotOpen
from selaras.pages.releases.moments import require_ahead
from selaras.pages.releases.policies import require_preparing, require_stopping
from selaras.pages.releases.queries import candidates
from selaras.pages.releases.services.rows import end, locked, write_down
from selaras.review.versions import fingerprint_of

MOST_PAGES = 100
MOST_LETTERS = 200
State = Release.State


def make(
    *,
    institution: Institution,
    title: str,
    goes_at: datetime,
    pages: Sequence[int],
    document: str = "",
    user: User,
) -> Release:
    """Put a release together from pages whose newest version is approved.

    Raises `MayNotPrepare`, `BadTitle`, `BadMoment`, `BadPages`, or what reading the announcement
    raises; then nothing is written.
    """
    release = Release(institution=institution, made_by=user)
    with transaction.atomic():
        _fill(release, title, goes_at, pages, document, user)
        write_down(release, actor=user, action="releases.make", pages=len(pages))
    return release


def change(
    *,
    release: Release,
    title: str,
    goes_at: datetime,
    pages: Sequence[int],
    document: str = "",
    user: User,
) -> Release:
    """Say anew what goes and when; one that failed becomes a draft again. Raises as `make`, or
    `NotOpen`.
    """
    with transaction.atomic():
        found = locked(release.pk)
        if not found.is_open:
            raise NotOpen(found.get_state_display())
        _fill(found, title, goes_at, pages, document, user)
        write_down(found, actor=user, action="releases.change", pages=len(pages))
    return found


def cancel(*, release: Release, user: User) -> None:
    """Nothing of it goes, for good. Raises `MayNotStop` or `NotOpen`."""
    with transaction.atomic():
        found = locked(release.pk)
        require_stopping(user=user, release=found)
        if not found.is_open and found.state != State.READY:
            raise NotOpen(found.get_state_display())
        end(found, State.CANCELLED, ended_at=timezone.now())
        write_down(found, actor=user, action="releases.cancel")


def _fill(
    release: Release,
    title: str,
    goes_at: datetime,
    pages: Sequence[int],
    document: str,
    user: User,
) -> None:
    require_preparing(user=user, institution=release.institution)
    release.title = " ".join(title.split())
    if not 0 < len(release.title) <= MOST_LETTERS:
        raise BadTitle(len(release.title), MOST_LETTERS)
    require_ahead(goes_at)
    chosen = _chosen(release.institution, pages)
    release.document = document if document.strip() else ""
    if release.document:
        checked = announcing.read(text=document, institution=release.institution)
        announcing.require_new(checked, institution=release.institution, at=goes_at)
    release.goes_at, release.changed_by, release.changed_at = goes_at, user, timezone.now()
    release.state, release.seal, release.problem, release.troubled = State.DRAFT, "", "", False
    release.armed_by = release.armed_at = release.ended_at = None
    release.attempts = 0
    release.save()
    release.items.all().delete()
    ReleaseItem.objects.bulk_create(_item(release, page) for page in chosen)


def _chosen(institution: Institution, keys: Sequence[int]) -> list[Page]:
    """These pages, if all of them may stand in a release now."""
    wanted = set(keys)
    if not wanted:
        raise BadPages("Belum ada halaman yang dipilih.")
    if len(wanted) > MOST_PAGES:
        raise BadPages(f"Terlalu banyak halaman: {len(wanted)}, paling banyak {MOST_PAGES}.")
    found = [
        page
        for page in candidates(institution).filter(pk__in=wanted).select_related("latest_revision")
        if issubclass(page.specific_class or Page, BasePage)
    ]
    if len(found) < len(wanted):
        lacking = len(wanted) - len(found)
        raise BadPages(
            f"{lacking} halaman yang dipilih belum disetujui, sudah terjadwal, "
            "menunggu rilis lain, atau tidak ada lagi di situs ini."
        )
    return found


def _item(release: Release, page: Page) -> ReleaseItem:
    return ReleaseItem(
        release=release,
        page=page,
        revision=page.latest_revision.pk,
        fingerprint=fingerprint_of(page.latest_revision.content),
        title=page.draft_title[:255],
        url_path=page.url_path,
        was_live=page.live,
    )
