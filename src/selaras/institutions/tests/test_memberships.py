"""No row, no right: a person's roles count on the days for which they were given."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership, Topic
from selaras.institutions.policies import MayNotSpeak, require_author, require_owner
from selaras.institutions.queries import institutions_of, topics_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
FIRST, LAST = date(2026, 3, 1), date(2026, 4, 1)


@pytest.fixture
def user() -> User:
    return User.objects.create_user("tini")


def office(slug: str = "kota-bandung") -> Institution:
    return Institution.objects.get(slug=slug)


def join(user: User, role: str, start: date = FIRST, end: date | None = LAST) -> Membership:
    return Membership.objects.create(
        user=user, institution=office(), role=role, valid_from=start, valid_to=end
    )


@pytest.mark.parametrize(
    ("moment", "holds"),
    [
        (datetime(2026, 2, 28, 16, 59, tzinfo=UTC), False),
        (datetime(2026, 2, 28, 17, tzinfo=UTC), True),
        (datetime(2026, 3, 15, tzinfo=UTC), True),
        (datetime(2026, 3, 31, 16, 59, tzinfo=UTC), True),
        (datetime(2026, 3, 31, 17, tzinfo=UTC), False),
    ],
    ids=["before", "from its first day in Jakarta", "during", "on its last day", "after"],
)
def test_a_role_counts_from_its_first_day_to_its_last(
    user: User, moment: datetime, holds: bool
) -> None:
    join(user, Membership.Role.WRITER)
    assert institutions_of(user, at=moment).exists() is holds


def test_a_role_without_an_end_goes_on(user: User) -> None:
    join(user, Membership.Role.WRITER, end=None)
    assert institutions_of(user, at=datetime(2040, 1, 1, tzinfo=UTC)).get() == office()


def test_without_a_row_there_is_no_right(user: User) -> None:
    assert not institutions_of(user).exists()
    assert not institutions_of(AnonymousUser()).exists()
    User.objects.filter(pk=user.pk).update(is_superuser=True)
    assert not institutions_of(User.objects.get(pk=user.pk)).exists()


def test_one_role_is_not_another(user: User) -> None:
    today = timezone.localdate()
    join(user, Membership.Role.WRITER, today, None)
    assert institutions_of(user).get() == office()
    assert not institutions_of(user, role=Membership.Role.AUTHOR).exists()
    with pytest.raises(MayNotSpeak, match="penyusun pengumuman"):
        require_author(user=user, speaker=office())


def test_an_author_may_announce_for_that_institution_only(user: User) -> None:
    join(user, Membership.Role.AUTHOR, timezone.localdate(), None)
    require_author(user=user, speaker=office())
    with pytest.raises(MayNotSpeak, match="Bencana"):
        require_author(user=user, speaker=office("bnpb"))


def test_a_role_that_ended_yesterday_gives_no_right_today(user: User) -> None:
    today = timezone.localdate()
    join(user, Membership.Role.AUTHOR, today - timedelta(days=9), today)
    with pytest.raises(MayNotSpeak):
        require_author(user=user, speaker=office())


def test_somebody_with_two_roles_is_listed_once(user: User) -> None:
    for role in Membership.Role.values:
        join(user, role, timezone.localdate(), None)
    assert list(institutions_of(user)) == [office()]


def test_only_the_owner_speaks_about_a_topic() -> None:
    topic = Topic.objects.get(key="ppkm")
    require_owner(topic=topic, speaker=office("kemendagri"))
    with pytest.raises(MayNotSpeak) as refusal:
        require_owner(topic=topic, speaker=office())
    assert "Kementerian Dalam Negeri" in refusal.value.remedy


def test_the_topics_of_institutions_are_those_that_they_own() -> None:
    owners = Institution.objects.filter(slug__in=["kemendagri", "kota-bandung"])
    assert [topic.key for topic in topics_of(owners)] == ["ppkm"]


@pytest.mark.parametrize("end", [FIRST, FIRST - timedelta(days=1)])
def test_the_database_refuses_a_role_that_ends_before_it_begins(user: User, end: date) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        join(user, Membership.Role.WRITER, FIRST, end)


def test_the_database_refuses_the_same_role_twice(user: User) -> None:
    join(user, Membership.Role.WRITER)
    with pytest.raises(IntegrityError), transaction.atomic():
        join(user, Membership.Role.WRITER, end=None)
