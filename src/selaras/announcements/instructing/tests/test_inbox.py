"""Whoever is asked for something finds it in the inbox, and nobody else does."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.accounts.inbox.registry import Item, Urgency
from selaras.accounts.models import User
from selaras.announcements.instructing import inbox
from selaras.announcements.instructing.services import acknowledge, ask, remind, report, send_back
from selaras.announcements.instructing.tests.asking import (
    OFFICE,
    Role,
    addressee,
    approver,
    author,
    issued,
    submitted,
)
from selaras.announcements.models import Instruction
from support.people import person

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("country"),
    pytest.mark.urls("selaras.config.urls.editor"),
]


def local(name: str = "bandung") -> User:
    return person(name, OFFICE, Role.WRITER)


def found(user: User) -> list[tuple[str, Urgency]]:
    items: list[Item] = [
        item
        for provider in (inbox.received, inbox.questions, inbox.approvals, inbox.returned)
        for item in provider(user).items
    ]
    return [(item.kind, item.urgency) for item in items]


def due_in(made: Instruction, **ahead: float) -> None:
    Instruction.objects.filter(pk=made.pk).update(due_at=timezone.now() + timedelta(**ahead))


def test_an_addressee_is_asked_until_it_acknowledged_and_again_when_it_is_soon_due() -> None:
    made, user = issued(drill=True), local()
    assert found(user) == [("LATIHAN · Instruksi baru", Urgency.WAITED_FOR)]
    assert found(local("auditor-tidak")) == found(user)
    remind(instruction=made, user=author())
    assert found(user) == [("LATIHAN · Diingatkan: instruksi", Urgency.NOW)]
    acknowledge(addressee=addressee(made), user=user)
    assert found(user) == []
    due_in(made, hours=30)
    assert found(user) == [("LATIHAN · Instruksi segera jatuh tempo", Urgency.WAITED_FOR)]
    due_in(made, hours=-1)
    assert found(user) == [("LATIHAN · Instruksi terlambat", Urgency.NOW)]
    report(addressee=addressee(made), user=user, done=True)
    assert found(user) == []


def test_the_issuer_is_asked_for_answers_and_the_approver_for_a_decision() -> None:
    writer, decider = author(), approver()
    waiting = submitted(writer)
    assert found(decider) == [("Instruksi menunggu persetujuan", Urgency.WAITED_FOR)]
    assert found(writer) == []
    send_back(instruction=waiting, user=decider, comment="Kurang jelas.")
    assert found(writer) == [("Instruksi perlu diperbaiki", Urgency.OWN_WORK)]
    made = issued()
    ask(addressee=addressee(made), user=local(), text="Di mana?")
    assert ("Pertanyaan instruksi", Urgency.WAITED_FOR) in found(writer)
    assert found(person("kemendagri", "kemendagri", *Role)) == []


def test_more_instructions_cost_no_more_queries() -> None:
    user = local()
    counts = []
    for number in (2, 12):
        for _ in range(number):
            issued()
        with CaptureQueriesContext(connection) as captured:
            assert inbox.received(User.objects.get(pk=user.pk)).total
        counts.append(len(captured))
    assert counts[0] == counts[1]
