"""What an objection asks of whom, and when it stops asking."""

from datetime import timedelta

import pytest
from django.utils import timezone

from selaras.accounts.inbox.registry import Item, Urgency, inbox_of
from selaras.accounts.models import User
from selaras.facts.models import FactVersion, Objection
from selaras.facts.objections.services import answer, mark_answer_read, withdraw
from selaras.facts.objections.tests.objecting import Role, fresh, objected
from support.people import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def objection(version: FactVersion, writer: User) -> Objection:
    return objected(writer, version)


def items(user: User) -> list[Item]:
    return [one for one in inbox_of(fresh(user)).items if one.kind.startswith("Keberatan")]


def test_the_owner_is_asked_and_past_the_deadline_first_of_all(
    objection: Objection, author: User, writer: User
) -> None:
    (item,) = items(author)
    assert item.urgency == Urgency.WAITED_FOR
    assert "Jawab sampai" in item.detail
    Objection.objects.update(
        filed_at=timezone.now() - timedelta(days=30), due_at=timezone.now() - timedelta(days=2)
    )
    (item,) = items(author)
    assert item.urgency == Urgency.NOW
    assert "terlambat" in item.detail
    assert items(writer) == []


def test_what_is_withdrawn_asks_nobody(objection: Objection, author: User, writer: User) -> None:
    withdraw(objection=objection, user=writer)
    assert items(author) == items(writer) == []


def test_an_answer_lies_in_the_inbox_until_somebody_of_the_objector_opens_it(
    objection: Objection, author: User, writer: User
) -> None:
    answer(objection=objection, user=author, accepted=False, text="Tetap.")
    assert items(author) == []
    (item,) = items(writer)
    assert item.urgency == Urgency.OWN_WORK
    assert item.detail.startswith("Ditolak oleh")
    read = Objection.objects.get(pk=objection.pk)
    mark_answer_read(objection=read, user=author)
    mark_answer_read(objection=read, user=person("audit", "kota-bandung", Role.AUDITOR))
    assert len(items(writer)) == 1
    mark_answer_read(objection=read, user=writer)
    assert items(writer) == []


def test_an_old_answer_asks_no_more(objection: Objection, author: User, writer: User) -> None:
    answer(objection=objection, user=author, accepted=False, text="Tetap.")
    long_ago = timezone.now() - timedelta(days=15)
    Objection.objects.update(answered_at=long_ago, filed_at=long_ago - timedelta(days=1))
    assert items(writer) == []
