"""Who answers, once, and how late; what became of the value meanwhile."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from selaras.accounts.models import User
from selaras.facts.models import FactVersion, Objection
from selaras.facts.objections.errors import BadAnswer, BadObjection, MayNotAnswer, NotOpen
from selaras.facts.objections.errors import MayNotObject as MayNotWithdraw
from selaras.facts.objections.queries import objections
from selaras.facts.objections.services import answer, withdraw
from selaras.facts.objections.telling import Told, tell
from selaras.facts.objections.tests.objecting import Role, fresh, objected, owner_person
from selaras.facts.tests.speaking import BANDUNG, day, say
from selaras.institutions.models import Institution
from selaras.ledger.models import AuditEntry
from support.people import person

pytestmark = pytest.mark.django_db
State = Objection.State


@pytest.fixture
def objection(version: FactVersion, writer: User) -> Objection:
    return objected(writer, version, proposed="80")


def told(objection: Objection) -> Told:
    return tell(objections().filter(pk=objection.pk))[0]


@pytest.mark.parametrize("role", list(Role))
def test_authors_and_approvers_of_the_owner_answer(objection: Objection, role: Role) -> None:
    user = owner_person("pemilik", objection.fact_type, role)
    if role in {Role.AUTHOR, Role.APPROVER}:
        assert answer(objection=objection, user=user, accepted=False, text="Tetap.").is_answered
    else:
        with pytest.raises(MayNotAnswer):
            answer(objection=objection, user=user, accepted=False, text="Tetap.")


def test_the_present_owner_answers_not_the_one_of_then(objection: Objection, author: User) -> None:
    heir = Institution.objects.get(slug="komdigi")
    objection.fact_type.topic.owner = heir
    objection.fact_type.topic.save()
    with pytest.raises(MayNotAnswer):
        answer(objection=objection, user=author, accepted=True, text="Ya.")
    new = person("waris", heir, Role.AUTHOR)
    assert answer(objection=objection, user=new, accepted=True, text="Ya.").is_answered


def test_neither_who_filed_nor_the_objector_that_owns_the_topic_now_answers(
    objection: Objection, writer: User
) -> None:
    Institution.objects.get(pk=objection.objector_id).topics.add(objection.fact_type.topic)
    own = person("bandung", "kota-bandung", Role.AUTHOR)
    with pytest.raises(MayNotAnswer):
        answer(objection=objection, user=own, accepted=True, text="Ya.")
    moved = Institution.objects.get(slug="komdigi")
    moved.topics.add(objection.fact_type.topic)
    person_moved = writer
    for row in person("pola", moved, Role.AUTHOR).memberships.all():
        row.pk, row.user = None, person_moved
        row.save()
    with pytest.raises(MayNotAnswer):
        answer(objection=objection, user=fresh(writer), accepted=True, text="Ya.")


def test_of_two_answers_one_stands(objection: Objection, author: User) -> None:
    first, second = (Objection.objects.get(pk=objection.pk) for _ in range(2))
    answer(objection=first, user=author, accepted=True, text="Benar.", correction="Nomor 12")
    with pytest.raises(NotOpen, match="sudah diterima"):
        answer(objection=second, user=author, accepted=False, text="Tidak.")
    with pytest.raises(NotOpen):
        withdraw(objection=second, user=fresh(User.objects.get(username="wati")))
    objection.refresh_from_db()
    assert (objection.state, objection.answer) == (State.ACCEPTED, "Benar.")
    acts = AuditEntry.objects.filter(object_kind="facts.objection").values_list("action", flat=True)
    assert sorted(acts) == ["facts.objection.accept", "facts.objection.file"]


def test_an_answer_says_why_and_names_a_correction_only_of_what_was_accepted(
    objection: Objection, author: User
) -> None:
    with pytest.raises(BadObjection):
        answer(objection=objection, user=author, accepted=True, text=" ")
    with pytest.raises(BadAnswer):
        answer(objection=objection, user=author, accepted=False, text="Tetap.", correction="12")
    objection.refresh_from_db()
    assert objection.is_open


def test_the_statement_that_corrected_it_is_kept_where_it_stated_this_fact(
    objection: Objection, author: User
) -> None:
    statement = uuid4()
    say(objection.fact_type, BANDUNG, "80", day("2026-01-01"), statement=statement)
    address = f"https://selaras.example/pengumuman/{statement}/"
    answer(objection=objection, user=author, accepted=True, text="Ya.", correction=address)
    objection.refresh_from_db()
    assert (objection.correction, objection.correction_statement) == (address, statement)


def test_a_statement_about_something_else_stays_words(objection: Objection, author: User) -> None:
    answer(objection=objection, user=author, accepted=True, text="Ya.", correction=str(uuid4()))
    objection.refresh_from_db()
    assert objection.correction
    assert objection.correction_statement is None


def test_a_late_answer_is_possible_and_told_as_late(objection: Objection, author: User) -> None:
    assert told(objection).late == 0
    # Two days and a little past: in the owner's zone that is the third day.
    past = timezone.now() - timedelta(days=20)
    due = timezone.now() - timedelta(days=2, minutes=1)
    Objection.objects.filter(pk=objection.pk).update(filed_at=past, due_at=due)
    days = told(objection).late
    assert days in {2, 3}
    answer(objection=objection, user=author, accepted=False, text="Tetap.")
    assert told(objection).late == days
    assert AuditEntry.objects.get(action="facts.objection.reject").details["days_late"] == days


def test_the_first_minute_of_the_next_day_is_one_day_late(objection: Objection) -> None:
    home = objection.owner.region
    midnight = home.local(timezone.now()).replace(hour=0, minute=0, second=0, microsecond=0)
    Objection.objects.filter(pk=objection.pk).update(
        filed_at=midnight - timedelta(days=14), due_at=midnight
    )
    assert told(objection).late == 1


def test_who_objected_withdraws_and_may_object_again(
    objection: Objection, writer: User, author: User
) -> None:
    with pytest.raises(MayNotWithdraw):
        withdraw(objection=objection, user=author)
    withdraw(objection=objection, user=writer)
    with pytest.raises(NotOpen, match="sudah ditarik"):
        withdraw(objection=objection, user=writer)
    with pytest.raises(NotOpen):
        answer(objection=objection, user=author, accepted=True, text="Ya.")
    assert objected(writer, objection.version).is_open


def test_a_value_that_changed_is_told_with_the_one_of_then(objection: Objection) -> None:
    assert not told(objection).changed
    say(objection.fact_type, BANDUNG, "80", day("2026-01-01"))
    after = told(objection)
    assert after.changed
    assert (after.words, after.now_words) == ("120 orang", "80 orang")


def test_stating_the_same_value_again_is_no_change(objection: Objection) -> None:
    say(objection.fact_type, BANDUNG, "120", day("2026-01-01"))
    assert not told(objection).changed
