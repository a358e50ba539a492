"""Releases of an agency that also announces, for tests."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from selaras.accounts.models import User
from selaras.institutions.models import Institution
from selaras.ledger.models import AuditEntry, Epoch, OwedEffect
from selaras.pages.models import ArticlePage, Release
from selaras.pages.releases.services import arm, go_live, make
from selaras.pages.review.services import approve, submit
from selaras.pages.review.tests.writing import Role, draft, fresh
from support.people import person

BNPB = "bnpb"


def people(institution: str = BNPB) -> tuple[User, User]:
    """A writer, and an approver who may also announce; each is made once."""
    names = (f"rilis-penulis-{institution}", f"rilis-penyetuju-{institution}")
    found = {one.username: one for one in User.objects.filter(username__in=names)}
    writer = found.get(names[0]) or person(names[0], institution, Role.WRITER)
    boss = found.get(names[1]) or person(names[1], institution, Role.APPROVER, Role.AUTHOR)
    return writer, boss


def approved(slug: str, institution: str = BNPB, **fields: Any) -> ArticlePage:
    """An article that was approved in review and is not public."""
    writer, boss = people(institution)
    page = draft(writer, slug, institution, **fields)
    submit(page=page, user=writer)
    approve(page=fresh(page), user=boss, publishing=False)
    return fresh(page)


def soon() -> datetime:
    return (timezone.now() + timedelta(hours=2)).replace(microsecond=0)


def composed(pages: Sequence[ArticlePage], institution: str = BNPB, **given: Any) -> Release:
    """A draft that the writer put together."""
    writer, _ = people(institution)
    fields = {"title": "Siaga bersama", "goes_at": soon(), "document": "", **given}
    owner = Institution.objects.get(slug=institution)
    return make(institution=owner, pages=[page.pk for page in pages], user=writer, **fields)


def ready(pages: Sequence[ArticlePage], institution: str = BNPB, **given: Any) -> Release:
    release = composed(pages, institution, **given)
    arm(release=release, user=people(institution)[1])
    return stored(release)


def due(release: Release, ago: timedelta = timedelta(seconds=1)) -> Release:
    """As if its moment had come."""
    Release.objects.filter(pk=release.pk).update(goes_at=timezone.now() - ago)
    return stored(release)


def stored(release: Release) -> Release:
    return Release.objects.select_related("institution__region").get(pk=release.pk)


def go(release: Release) -> bool:
    return go_live(release=release, wait=lambda moment: None)


def traces() -> tuple[int, int, int]:
    """What a publication would leave: owed effects, audit entries, the epoch."""
    epoch = Epoch.objects.filter(pk=1).first()
    number = epoch.number if epoch else 0
    return OwedEffect.objects.count(), AuditEntry.objects.count(), number


def public(pages: Sequence[ArticlePage]) -> list[bool]:
    return [fresh(page).live for page in pages]
