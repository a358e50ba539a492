"""Nothing is published that nobody approved: the last guard, under every way to publish a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.utils import timezone
from wagtail.models import Page, Revision

from selaras.accounts.models import User
from selaras.review.errors import NotApproved
from selaras.review.queries import is_cleared
from selaras.review.services import exempt
from selaras.review.versions import Subject, Version, fingerprint_of

KIND = "page"
OwnPage = Any  # a `BasePage`: pages are built on this module, so that it cannot name them
_why: ContextVar[str] = ContextVar("published_without_review", default="")


@contextmanager
def without_review(why: str) -> Iterator[None]:
    """Inside, the application publishes by itself; `why` is one word for the audit, `impor`."""
    token = _why.set(why)
    try:
        yield
    finally:
        _why.reset(token)


def subject_of(page: Page) -> Subject:
    return Subject(KIND, str(page.pk))


def version_of(page: OwnPage, revision: Revision | None = None) -> Version:
    """A version of a page as it is stored now; the newest where none is named."""
    found = Revision.objects.select_related("user").filter(
        pk=revision.pk if revision else page.latest_revision_id
    )
    stored = found.first()
    if stored is None:
        raise LookupError(f"page {page.pk} has no such revision")
    return Version(
        subject=subject_of(page),
        number=str(stored.pk),
        fingerprint=fingerprint_of(stored.content),
        title=stored.object_str[:255],
        institution=page.institution,
        author=stored.user,
    )


def require_clearance(page: OwnPage, revision: Revision, user: User | None = None) -> None:
    """Raises `NotApproved` unless exactly this version was approved, or may skip review.

    What the application publishes by itself for a later moment is cleared now, for the clock.
    """
    why = _why.get() or ("perintah" if user is not None and user.is_superuser else "")
    version = version_of(page, revision)
    if why:
        later = revision.as_object().go_live_at
        if later and later > timezone.now() and not is_cleared(version):
            exempt(version=version, why=why)
    elif not is_cleared(version):
        raise NotApproved


def require_clearance_to_go_live(page: OwnPage) -> None:
    """For whatever makes a version live without asking the page to publish it."""
    if not page.live or not page.live_revision_id or page.pk is None or _why.get():
        return
    before = Page.objects.filter(pk=page.pk).values_list("live_revision_id", flat=True).first()
    if before != page.live_revision_id and not is_cleared(version_of(page, page.live_revision)):
        raise NotApproved
