"""What review asks of people."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from selaras.accounts.inbox.registry import MOST, Item, Urgency, Waiting, fills_inbox
from selaras.accounts.models import User
from selaras.review.models.base import AboutVersion
from selaras.review.queries import emergencies_for, remarks_for, returned_to, waiting_for
from selaras.review.subjects import address_of, kinds

LETTERS = 120


@fills_inbox("review: emergencies")
def emergencies(user: User) -> Waiting:
    found = _first(emergencies_for(user))
    return _waiting(
        emergencies_for(user),
        (_item(one, "Terbit darurat", Urgency.NOW, one.published_at, one.reason) for one in found),
    )


@fills_inbox("review: approvals")
def approvals(user: User) -> Waiting:
    found = _first(waiting_for(user))
    return _waiting(
        waiting_for(user),
        (
            _item(one, "Menunggu persetujuan", Urgency.WAITED_FOR, one.submitted_at, _by(one))
            for one in found
        ),
    )


@fills_inbox("review: returned")
def returned(user: User) -> Waiting:
    found = _first(returned_to(user))
    return _waiting(
        returned_to(user),
        (
            _item(
                one, "Perlu diperbaiki", Urgency.OWN_WORK, one.decided_at or one.submitted_at,
                one.comment,
            )
            for one in found
        ),
    )  # fmt: skip


@fills_inbox("review: remarks")
def remarks(user: User) -> Waiting:
    found = _first(remarks_for(user))
    return _waiting(
        remarks_for(user),
        (
            _item(
                one,
                "Usulan" if one.is_suggestion else "Catatan",
                Urgency.OWN_WORK,
                one.written_at,
                f"{one.writer_name}: {one.text or one.replacement}",
            )
            for one in found
        ),
    )


def _by(one: Any) -> str:
    return f"Diajukan {one.submitted_by}" if one.submitted_by else ""


def _first(found: QuerySet[Any]) -> list[Any]:
    return list(found.filter(subject_kind__in=kinds())[:MOST])


def _waiting(found: QuerySet[Any], items: Iterable[Item]) -> Waiting:
    shown = list(items)
    few = len(shown) < MOST
    return Waiting(shown, len(shown) if few else found.filter(subject_kind__in=kinds()).count())


def _item(one: AboutVersion, kind: str, urgency: Urgency, since: Any, detail: str) -> Item:
    return Item(
        kind=kind,
        title=one.title,
        url=address_of(one.subject_kind, one.subject_key),
        urgency=urgency,
        since=since,
        detail=detail[:LETTERS],
        institution=one.institution.short_name,
    )
