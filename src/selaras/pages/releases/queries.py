"""Reads of releases."""

import hashlib
import json
from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from wagtail.models import Page, Revision

from selaras.accounts.models import User
from selaras.institutions.models import Institution
from selaras.institutions.standing import WRITING, standing_of
from selaras.pages.clearance import KIND
from selaras.pages.models import Release
from selaras.pages.states import RELEASE, ROUND, with_states
from selaras.review.models import Round
from selaras.review.versions import fingerprint_of

SOON = timedelta(hours=24)
State = Release.State
Approval = tuple[str, str, str]


def releases_for(user: User) -> QuerySet[Release]:
    """Those of the institutions that this person writes or decides for."""
    mine = standing_of(user).institutions(*WRITING)
    found = (
        Release.objects.all() if user.is_superuser else Release.objects.filter(institution__in=mine)
    )
    return found.select_related("institution__region")


def listed(user: User) -> QuerySet[Release]:
    """With the number of their pages; the newest moment first."""
    return releases_for(user).annotate(pages=Count("items")).order_by("-goes_at", "-pk")


def calling(user: User) -> QuerySet[Release]:
    """What somebody must look at: failed, not able to go, or soon and not ready."""
    soon = Q(state=State.DRAFT, goes_at__lt=timezone.now() + SOON)
    bad = Q(state=State.FAILED) | Q(state=State.READY, troubled=True)
    return releases_for(user).filter(bad | soon).order_by("goes_at", "pk")


def preparing(user: User) -> QuerySet[Institution]:
    """The institutions with a site for which this person may put a release together."""
    own = Institution.objects.exclude(site=None)
    if not user.is_superuser:
        own = own.filter(pk__in=standing_of(user).institutions(*WRITING))
    return own.select_related("region", "site__root_page").order_by("region_id", "slug")


def pages_of(institution: Institution) -> QuerySet[Page]:
    """All pages of its site, each knowing its state; none where it has no site."""
    if institution.site is None:
        return Page.objects.none()
    root = institution.site.root_page
    found: QuerySet[Page] = with_states(Page.objects.descendant_of(root, inclusive=True))
    return found


def candidates(institution: Institution) -> QuerySet[Page]:
    """The pages whose newest version was approved in review and is not public yet."""
    approved = {ROUND: Round.State.APPROVED, "_approved_schedule": False, f"{RELEASE}": None}
    found = pages_of(institution).filter(has_unpublished_changes=True, **approved)
    return found.order_by("draft_title", "pk")


def approvals(revisions: Iterable[Revision]) -> set[Approval]:
    """Which of these versions are approved: `(page, version, fingerprint)`. One query."""
    wanted = list(revisions)
    rows = Round.objects.filter(
        subject_kind=KIND,
        subject_key__in=[revision.object_id for revision in wanted],
        version__in=[str(revision.pk) for revision in wanted],
        state=Round.State.APPROVED,
    )
    return set(rows.values_list("subject_key", "version", "fingerprint"))


def approval_of(revision: Revision) -> Approval:
    return revision.object_id, str(revision.pk), fingerprint_of(revision.content)


def mark_of(release: Release) -> str:
    """Equal as long as the release says the same: what was read is what is made ready."""
    items = release.items.order_by("pk").values_list("page", "revision", "fingerprint")
    said = [release.title, release.goes_at.isoformat(), release.document, [*map(list, items)]]
    text = json.dumps(said, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
