"""Give up an announcement before anybody has seen it."""

from django.db import transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.announcements.errors import NoReason, NotPlanned
from selaras.announcements.leaves import CALLED_OFF, append_leaf
from selaras.announcements.models import Announcement
from selaras.announcements.policies import require_calling_off
from selaras.announcements.reviewing import subject_of
from selaras.announcements.services.rebasing import rebase_types
from selaras.facts import services as facts
from selaras.institutions.models import Topic
from selaras.ledger.services import advance_epoch, record
from selaras.review.services.rounds import void_approvals


def call_off(*, announcement: Announcement, user: User, reason: str) -> None:
    """A planned announcement does not become public; its manuscript can be worked on again.

    Raises `MayNotSpeak`, `NoReason`, or `NotPlanned` where its second has come.
    """
    require_calling_off(user=user, announcement=announcement)
    words = reason.strip()
    if not words:
        raise NoReason
    with transaction.atomic():
        Topic.objects.select_for_update().get(pk=announcement.topic_id)
        found = Announcement.objects.select_for_update(of=("self",)).get(pk=announcement.pk)
        if not found.is_planned:
            raise NotPlanned
        if found.facts.exists():
            facts.call_off(statement=found.pk, speaker=found.speaker, actor=user, reason=words)
        found.called_off_at = timezone.now()
        found.save(update_fields=["called_off_at"])
        append_leaf(CALLED_OFF, found)
        if found.manuscript is not None:
            void_approvals(subject=subject_of(found.manuscript), why=words)
        types = set(found.facts.values_list("version__fact_type", flat=True))
        rebase_types(types, besides=found)
        record(
            actor=user,
            institution=found.speaker.slug,
            action="announcements.call_off",
            object_kind="announcement",
            object_id=str(found.pk),
            reason=words,
        )
        advance_epoch(found.change_key)
