"""In which state a page is, from what is stored about it."""

from typing import Any

from django.db.models import CharField, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast
from wagtail.models import Page

from selaras.pages.clearance import KIND, OwnPage
from selaras.review.models import EmergencyPublication, Round
from selaras.review.states import Shown, Stored, state_of

ROUND, EMERGENCY, CORRECTED = "review_round", "review_emergency", "review_corrected"
RELEASE = "review_release"
NAMES = (ROUND, EMERGENCY, CORRECTED, RELEASE)


def shown(page: OwnPage) -> Shown:
    """Two or three queries for a page alone, none for a page of `with_states`."""
    if page.pk is None:
        return state_of(Stored())
    return state_of(
        Stored(
            live=page.live,
            changed=_is_changed(page),
            withdrawn=_was_public(page),
            corrected=bool(_annotated(page, CORRECTED)),
            superseded=page.superseded_by_id is not None,
            scheduled=bool(page.approved_schedule),
            round_state=_annotated(page, ROUND) or "",
            emergency=bool(_annotated(page, EMERGENCY)),
        )
    )


def with_states(pages: QuerySet[Any]) -> QuerySet[Any]:
    """The pages, each knowing what `shown` asks; pages that are made specific keep it."""
    known: QuerySet[Any] = pages.annotate_approved_schedule()  # type: ignore[attr-defined]
    found: QuerySet[Any] = known.annotate(**_annotations())
    return found


def _is_changed(page: OwnPage) -> bool:
    if page.live or not _was_public(page):
        return bool(page.has_unpublished_changes)
    since = page.withdrawn_at or page.last_published_at
    newest = page.latest_revision_created_at
    return bool(newest and since and newest > since)


def _was_public(page: OwnPage) -> bool:
    return not page.live and page.first_published_at is not None


def _annotated(page: OwnPage, name: str) -> Any:
    if name not in page.__dict__:
        found = Page.objects.filter(pk=page.pk).annotate(**_annotations()).values(*NAMES)
        page.__dict__.update(found.get())
    return page.__dict__[name]


def _annotations() -> dict[str, Any]:
    key = Cast(OuterRef("pk"), CharField())
    newest = Cast(OuterRef("latest_revision_id"), CharField())
    about: dict[str, Any] = {"subject_kind": KIND, "subject_key": key}
    rounds = Round.objects.filter(**about, version=newest).order_by("-pk")
    emergencies = EmergencyPublication.objects.filter(
        **about, outcome=EmergencyPublication.Outcome.WAITING
    )
    return {
        ROUND: Subquery(rounds.values("state")[:1]),
        EMERGENCY: Exists(emergencies),
        CORRECTED: Exists(Page.objects.filter(pk=OuterRef("pk"), corrections__isnull=False)),
        RELEASE: Subquery(
            Page.objects.filter(pk=OuterRef("pk"), release_items__armed=True).values(
                "release_items__release__title"
            )[:1]
        ),
    }


def release_of(page: OwnPage) -> str:
    """The title of the joint release that holds this page; empty where none does."""
    return _annotated(page, RELEASE) or "" if page.pk else ""


def forget(page: OwnPage) -> None:
    """For whoever decides about a page and goes on with the same object."""
    for name in NAMES:
        page.__dict__.pop(name, None)
