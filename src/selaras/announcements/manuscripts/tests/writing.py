"""Manuscripts and their people, for the tests."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from selaras.accounts.models import User
from selaras.announcements.manuscripts.content import Content
from selaras.announcements.manuscripts.queries import newest_version
from selaras.announcements.manuscripts.services import approve, save, start, submit
from selaras.announcements.models import Announcement, Manuscript
from selaras.facts.models import FactType
from selaras.facts.queries import resolve
from selaras.facts.results import key_of
from selaras.institutions.models import Membership, Topic
from support.people import person

Role = Membership.Role
OWNER, SIAGA = "bnpb", "siaga-musim-hujan"
BANDUNG, SLEMAN = "32.73", "34.04"
ROWS = [["siaga.status", BANDUNG, "merah"]]


def author(name: str = "penyusun") -> User:
    return person(name, OWNER, Role.AUTHOR)


def approver(name: str = "penyetuju") -> User:
    return person(name, OWNER, Role.APPROVER)


def publisher(name: str = "darurat") -> User:
    return person(name, OWNER, Role.EMERGENCY)


def content(**given: Any) -> Content:
    fields: dict[str, Any] = {
        "title": "Status siaga diperbarui",
        "summary": "Kota Bandung naik.",
        "instrument": "Keputusan 12 Tahun 2026",
        "rows": ROWS,
    }
    return Content(**{**fields, **given})


def written(user: User, topic: str = SIAGA, **given: Any) -> Manuscript:
    owned = Topic.objects.select_related("owner__region").get(key=topic)
    return start(topic=owned, user=user, content=content(**given))


def saved(manuscript: Manuscript, user: User, **given: Any) -> Manuscript:
    """With another version."""
    manuscript.refresh_from_db()
    save(manuscript=manuscript, content=content(**given), user=user, seen=manuscript.number)
    manuscript.refresh_from_db()
    return manuscript


def seen(manuscript: Manuscript) -> str:
    manuscript.refresh_from_db()
    return newest_version(manuscript).fingerprint


def submitted(user: User, **given: Any) -> Manuscript:
    manuscript = written(user, **given)
    submit(manuscript=manuscript, user=user, seen=seen(manuscript))
    return manuscript


def announced(by: User, approved_by: User, **given: Any) -> Announcement:
    manuscript = submitted(by, **given)
    return approve(manuscript=manuscript, user=approved_by, seen=seen(manuscript))


def later(hours: int = 1) -> datetime:
    return (timezone.now() + timedelta(hours=hours)).replace(microsecond=0)


def wall(moment: datetime) -> str:
    """As the form sends it, in the owner's zone."""
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M:%S")


def value_in(code: str, key: str = "siaga.status") -> str | None:
    """What citizens read now."""
    fact_type = FactType.objects.get(key=key)
    found = resolve([(fact_type, code)]).get(key_of(fact_type, code))
    return str(found.value.value) if found else None
