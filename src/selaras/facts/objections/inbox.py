"""What objections ask of people, and how one begins."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from selaras.accounts.inbox.registry import MOST, Item, Urgency, Waiting, fills_inbox
from selaras.accounts.inbox.starts import Start, offers_start
from selaras.accounts.models import User
from selaras.facts.models import Objection
from selaras.facts.objections.addresses import address_of, screen
from selaras.facts.objections.periods import days_late, last_day
from selaras.facts.objections.queries import answers_for, to_answer
from selaras.language.dates import format_date

ICON = "comment-add"


@fills_inbox("objections: to answer")
def waiting_objections(user: User) -> Waiting:
    """Overdue is public harm: a region says that what everybody reads is wrong for it."""
    now = timezone.now()
    found = to_answer(user)
    return _waiting(found, [_asked(one, now) for one in found[:MOST]])


@fills_inbox("objections: answers")
def answered_objections(user: User) -> Waiting:
    found = answers_for(user)
    return _waiting(found, [_told(one) for one in found[:MOST]])


def _asked(one: Objection, now: datetime) -> Item:
    late = days_late(one, now)
    until = f"Jawab sampai {format_date(last_day(one))}."
    return Item(
        kind="Keberatan",
        title=_title(one),
        url=address_of(one),
        urgency=Urgency.NOW if late else Urgency.WAITED_FOR,
        since=one.filed_at,
        detail=f"Diajukan {one.objector.short_name}. "
        + (f"Jawaban terlambat {late} hari." if late else until),
        institution=one.fact_type.topic.owner.short_name,
    )


def _told(one: Objection) -> Item:
    owner = one.fact_type.topic.owner.short_name
    return Item(
        kind="Keberatan dijawab",
        title=_title(one),
        url=address_of(one),
        urgency=Urgency.OWN_WORK,
        since=one.answered_at or one.filed_at,
        detail=f"{one.get_state_display().capitalize()} oleh {owner}.",
        institution=one.objector.short_name,
    )


def _title(one: Objection) -> str:
    return f"{one.fact_type.label}, {one.region.full_name}"


def _waiting(found: QuerySet[Objection], items: list[Item]) -> Waiting:
    return Waiting(items, len(items) if len(items) < MOST else found.count())


offers_start(Start("Ajukan keberatan", ICON, "objections:choose", lambda user: screen("choose")))
