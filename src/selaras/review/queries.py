"""Reads: what waits for whom, and what stands about one subject."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from selaras.accounts.models import User
from selaras.institutions.models import Membership
from selaras.institutions.standing import WRITING, standing_of
from selaras.review.models import CommentLink, EmergencyPublication, Remark, Round
from selaras.review.versions import Subject, Version

Role = Membership.Role
CLEARED = (Round.State.APPROVED, Round.State.EXEMPT)


def waiting_for(user: User) -> QuerySet[Round]:
    """What this person may decide, the longest waiting first. One query beside her standing."""
    mine = standing_of(user).institutions(Role.APPROVER)
    others = Round.objects.filter(state=Round.State.WAITING, institution__in=mine)
    return (
        others.exclude(author=user)
        .exclude(submitted_by=user)
        .select_related("institution", "submitted_by", "author")
        .order_by("submitted_at", "pk")
    )


def returned_to(user: User) -> QuerySet[Round]:
    """What this person submitted and got back, and nobody has submitted again; newest first."""
    mine = standing_of(user).institutions(*WRITING)
    back = Round.objects.filter(state=Round.State.RETURNED, submitted_by=user, institution__in=mine)
    again = Round.objects.filter(
        subject_kind=OuterRef("subject_kind"),
        subject_key=OuterRef("subject_key"),
        pk__gt=OuterRef("pk"),
    )
    return (
        back.filter(~Exists(again))
        .select_related("institution", "decided_by")
        .order_by("-decided_at", "-pk")
    )


def emergencies_for(user: User) -> QuerySet[EmergencyPublication]:
    """What was published at once and waits for this person's review; oldest first."""
    mine = standing_of(user).institutions(Role.APPROVER)
    waiting = EmergencyPublication.objects.filter(
        outcome=EmergencyPublication.Outcome.WAITING, institution__in=mine
    )
    return (
        waiting.exclude(published_by=user)
        .exclude(author=user)
        .select_related("institution", "published_by")
        .order_by("published_at", "pk")
    )


def remarks_for(user: User) -> QuerySet[Remark]:
    """Open comments and suggestions of others on what this person's institutions write."""
    mine = standing_of(user).institutions(*WRITING)
    found = Remark.objects.filter(state=Remark.State.OPEN, institution__in=mine)
    return found.exclude(written_by=user).select_related("institution").order_by("written_at", "pk")


def remarks_on(subject: Subject) -> QuerySet[Remark]:
    """All of them, the open ones first."""
    order = ("-state", "-written_at", "-pk")  # `open` is the last of the three by letter
    return Remark.objects.filter(_about(subject)).order_by(*order)


def remarks_by(link: CommentLink) -> QuerySet[Remark]:
    return Remark.objects.filter(link=link).order_by("written_at", "pk")


def links_to(subject: Subject) -> QuerySet[CommentLink]:
    links = CommentLink.objects.filter(_about(subject)).select_related("made_by")
    return links.order_by("-made_at", "-pk")


def waiting_round(subject: Subject) -> Round | None:
    found = Round.objects.filter(_about(subject), state=Round.State.WAITING)
    return found.select_related("institution__region", "submitted_by", "author").first()


def newest_round(subject: Subject, number: str) -> Round | None:
    """The last round of this version, decided or not."""
    found = Round.objects.filter(_about(subject), version=number)
    return found.select_related("institution", "submitted_by", "decided_by").order_by("-pk").first()


def waiting_emergency(subject: Subject) -> EmergencyPublication | None:
    found = EmergencyPublication.objects.filter(
        _about(subject), outcome=EmergencyPublication.Outcome.WAITING
    )
    return found.select_related("institution", "published_by").order_by("-pk").first()


def is_cleared(version: Version) -> bool:
    """Whether exactly this content was approved, or published at once by who may."""
    same = Q(**version.fields)
    return (
        Round.objects.filter(same, state__in=CLEARED).exists()
        or EmergencyPublication.objects.filter(same)
        .exclude(outcome=EmergencyPublication.Outcome.SENT_BACK)
        .exists()
    )


def is_kept(subject: Subject, number: str) -> bool:
    """Whether something is said about this version, so that it must stay as it is."""
    same = _about(subject) & Q(version=number)
    rows = (model._default_manager for model in (Round, EmergencyPublication, CommentLink, Remark))
    return any(found.filter(same).exists() for found in rows)


def _about(subject: Subject) -> Q:
    return Q(subject_kind=subject.kind, subject_key=subject.key)
