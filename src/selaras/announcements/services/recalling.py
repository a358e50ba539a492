"""Take back what was announced by mistake, in two steps, knowing what it had reached."""

from django.db import transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.announcements.errors import NoReason, NotRecallable
from selaras.announcements.events import AnnouncementRecalled
from selaras.announcements.leaves import RECALLED, append_leaf
from selaras.announcements.models import Announcement, Recall
from selaras.announcements.policies import require_confirming_recall, require_recalling
from selaras.announcements.reaching import reach_of
from selaras.announcements.services.rebasing import rebase_types
from selaras.announcements.services.restoring import restore_before
from selaras.common.events import emit
from selaras.facts import services as facts
from selaras.facts.models import FactVersion
from selaras.institutions.models import Topic
from selaras.ledger.services import advance_epoch, record

State = Recall.State


def ask_recall(
    *, announcement: Announcement, user: User, reason: str, restores: bool = False
) -> Recall:
    """The first step: nothing is taken back yet.

    Raises `MayNotSpeak`, `NoReason`, or `NotRecallable` for what is not public, was recalled,
    or whose recall waits already.
    """
    require_recalling(user=user, announcement=announcement)
    words = reason.strip()
    if not words:
        raise NoReason
    with transaction.atomic():
        found = _locked(announcement)
        if found.recalls.filter(state=State.WAITING).exists():
            raise NotRecallable("Penarikannya sudah diminta dan menunggu pengesahan.")
        asked = Recall.objects.create(
            announcement=found, reason=words, restores=restores, asked_by=user
        )
        _note(asked, user, "announcements.recall.ask", words)
    return asked


def confirm_recall(*, recall: Recall, user: User) -> int:
    """The second step, by another person: its facts end; returns how many values.

    Raises `MayNotSpeak` or `NotRecallable`.
    """
    with transaction.atomic():
        asked = _waiting(recall)
        found = _locked(asked.announcement)
        require_confirming_recall(user=user, announcement=found, asked_by=asked.asked_by_id)
        reach = [(one.label, one.count) for one in reach_of(found)]
        ended = _end(found, asked, user)
        asked.reach = reach
        _decide(asked, State.CONFIRMED, user)
        found.recalled_at, found.recall_reason = asked.decided_at, asked.reason
        found.save(update_fields=["recalled_at", "recall_reason"])
        append_leaf(RECALLED, found)
        rebase_types(set(found.facts.values_list("version__fact_type", flat=True)), besides=found)
        _note(asked, user, "announcements.recall", asked.reason, values=ended)
        emit(AnnouncementRecalled(found.pk))
        advance_epoch(found.change_key)
    return ended


def decline_recall(*, recall: Recall, user: User) -> None:
    """It stays. By whoever might confirm it, or who asked. Raises as `confirm_recall`."""
    with transaction.atomic():
        asked = _waiting(recall)
        if user.pk != asked.asked_by_id:
            require_confirming_recall(
                user=user, announcement=asked.announcement, asked_by=asked.asked_by_id
            )
        _decide(asked, State.DECLINED, user)
        _note(asked, user, "announcements.recall.decline", asked.reason)


def _end(found: Announcement, asked: Recall, user: User) -> int:
    standing = FactVersion.objects.filter(statement=found.pk, recorded_to=None)
    if not standing.exists():
        return 0
    ended = facts.withdraw(
        statement=found.pk, speaker=found.speaker, actor=user, reason=asked.reason
    )
    if asked.restores:
        restore_before(announcement=found, actor=user)
    return ended


def _locked(announcement: Announcement) -> Announcement:
    """The announcement when it is our turn, if it can be recalled."""
    Topic.objects.select_for_update().get(pk=announcement.topic_id)
    found = Announcement.objects.select_related("speaker").get(pk=announcement.pk)
    if found.recalled_at is not None:
        raise NotRecallable("Pengumuman ini sudah ditarik.")
    if not found.is_public:
        raise NotRecallable("Pengumuman ini belum terbit; batalkan saja jadwalnya.")
    return found


def _waiting(recall: Recall) -> Recall:
    asked = (
        Recall.objects.select_for_update(of=("self",))
        .select_related("announcement__speaker")
        .get(pk=recall.pk)
    )
    if asked.state != State.WAITING:
        raise NotRecallable("Penarikan ini sudah diputuskan.")
    return asked


def _decide(asked: Recall, state: str, user: User) -> None:
    asked.state, asked.decided_by, asked.decided_at = state, user, timezone.now()
    asked.save()


def _note(asked: Recall, user: User, action: str, reason: str, **details: int) -> None:
    record(
        actor=user,
        institution=asked.announcement.speaker.slug,
        action=action,
        object_kind="announcement",
        object_id=str(asked.announcement_id),
        reason=reason,
        details={"restores": asked.restores, **details},
    )
