"""How long a session lasts, where a person is signed in, and how it ends."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.accounts.entry import may_enter
from selaras.accounts.models import User

LONGEST = timedelta(hours=12)
IDLE = timedelta(hours=2)
# Written this often at most: every request of an editor would otherwise write.
NOTED_EVERY = timedelta(minutes=1)
SINCE, SEEN = "selaras_since", "selaras_seen"


@dataclass(frozen=True)
class Ended:
    """Why a session goes no further: a word for the audit and a sentence for the person."""

    why: str
    message: str


def begin(request: HttpRequest) -> None:
    now = timezone.now().timestamp()
    request.session[SINCE] = request.session[SEEN] = now


def ended(request: HttpRequest, user: User) -> Ended | None:
    """Whether this session may go on; asked at every request."""
    now = timezone.now().timestamp()
    since = request.session.get(SINCE, now)
    if not may_enter(user):
        return Ended("rights", _("Sesi Anda berakhir: hari ini Anda tidak memegang peran apa pun."))
    if now - since > LONGEST.total_seconds():
        return Ended("age", _("Sesi Anda berakhir setelah 12 jam. Silakan masuk lagi."))
    if now - request.session.get(SEEN, now) > IDLE.total_seconds():
        return Ended("idle", _("Sesi Anda berakhir karena lama tidak dipakai. Silakan masuk lagi."))
    return None


def touch(request: HttpRequest) -> None:
    """Note that a person is at work in this session."""
    now = timezone.now()
    if SINCE not in request.session:
        begin(request)
    elif now.timestamp() - request.session[SEEN] < NOTED_EVERY.total_seconds():
        return
    request.session[SEEN] = now.timestamp()
    UserSession.objects.create_from_request(request)


def open_sessions(user: User) -> QuerySet[UserSession]:
    """Where this person is signed in now; last used first."""
    alive = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    seen_since: datetime = timezone.now() - IDLE
    return UserSession.objects.filter(
        user=user, session_key__in=alive, last_seen_at__gt=seen_since
    ).order_by("-last_seen_at")


def end(sessions: Iterable[UserSession]) -> int:
    """End these sessions at once; returns how many."""
    keys = [session.session_key for session in sessions]
    with transaction.atomic():
        Session.objects.filter(session_key__in=keys).delete()
        UserSession.objects.filter(session_key__in=keys).delete()
    return len(keys)


def end_all(*, user: User, keep: str | None = None) -> int:
    """End every session of a person but the one with this key."""
    return end(UserSession.objects.filter(user=user).exclude(session_key=keep or ""))
