"""Giving, changing and taking roles: who may, and what is refused."""

from datetime import date, timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.common.errors import Refused
from selaras.common.events import _receivers, receives
from selaras.institutions.models import Membership, Topic
from selaras.institutions.people.errors import (
    AlreadyHeld,
    LastAdministrator,
    LastPlatform,
    MayNotManage,
    NoReason,
    NotToOneself,
    OnlyPlatform,
    RoleNotOffered,
    WrongPeriod,
)
from selaras.institutions.people.events import RoleEnded
from selaras.institutions.people.policies import grantable_by
from selaras.institutions.people.queries import today_in
from selaras.institutions.people.services import change_period, end_role, grant_role, move_person
from selaras.institutions.standing import standing_of
from selaras.institutions.tests.joining import Role, client_of, fresh, held_in, office
from selaras.ledger.models import AuditEntry
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
WHY = "Pindah tugas"


@pytest.fixture
def admin() -> User:
    return person("sari", "kota-bandung", Role.ADMINISTRATOR)


@pytest.fixture
def platform() -> User:
    return person("pusat", "komdigi", Role.PLATFORM)


@pytest.fixture
def writer() -> User:
    return person("tini", "kota-bandung", Role.WRITER)


def today() -> date:
    return today_in(office())


def row(user: User, role: Role, slug: str = "kota-bandung") -> Membership:
    return Membership.objects.get(user=user, role=role, institution__slug=slug)


def give(
    actor: User, user: User, role: Role, slug: str = "kota-bandung", **days: date
) -> Membership:
    return grant_role(actor=fresh(actor), user=user, institution=office(slug), role=role, **days)


def test_an_administrator_gives_the_five_roles_of_her_institution(admin: User) -> None:
    roles = [Role.WRITER, Role.APPROVER, Role.EMERGENCY, Role.ADMINISTRATOR, Role.AUDITOR]
    assert grantable_by(admin, office()) == roles
    for role in roles:
        give(admin, User.objects.create(username=f"orang-{role}"), role)


def test_nobody_without_the_role_gives_any(writer: User) -> None:
    with pytest.raises(MayNotManage):
        give(writer, User.objects.create(username="baru"), Role.WRITER)


def test_an_administrator_gives_nothing_elsewhere(admin: User, writer: User) -> None:
    with pytest.raises(MayNotManage):
        give(admin, writer, Role.WRITER, "jawa-barat")
    assert held_in(writer, "jawa-barat") == set()


def test_an_author_exists_where_a_topic_is_owned_or_at_the_centre(
    admin: User, writer: User
) -> None:
    with pytest.raises(RoleNotOffered):
        give(admin, writer, Role.AUTHOR)
    Topic.objects.create(key="banjir", label="Banjir", owner=office())
    give(admin, writer, Role.AUTHOR)
    head = person("pimpin", "bnpb", Role.ADMINISTRATOR)
    give(head, User.objects.create(username="susun"), Role.AUTHOR, "bnpb")


def test_only_the_platform_gives_the_platform_and_only_at_the_centre(platform: User) -> None:
    head = person("pimpin", "komdigi", Role.ADMINISTRATOR)
    other = person("lain", "komdigi", Role.WRITER)
    with pytest.raises(OnlyPlatform):
        give(head, other, Role.PLATFORM, "komdigi")
    with pytest.raises(RoleNotOffered):
        give(platform, other, Role.PLATFORM, "kota-bandung")
    give(platform, other, Role.PLATFORM, "komdigi")


@pytest.mark.parametrize("role", [Role.APPROVER, Role.EMERGENCY])
def test_nobody_gives_herself_the_right_to_publish(admin: User, role: Role) -> None:
    with pytest.raises(NotToOneself, match="diri sendiri"):
        give(admin, admin, role)
    second = person("dewi", "kota-bandung", Role.ADMINISTRATOR)
    give(second, admin, role)
    assert held_in(admin) == {Role.ADMINISTRATOR, role}


def test_not_even_the_platform_gives_itself_the_right_to_publish(platform: User) -> None:
    for role, slug in ((Role.APPROVER, "kota-bandung"), (Role.AUTHOR, "komdigi")):
        with pytest.raises(NotToOneself):
            give(platform, platform, role, slug)


def test_an_administrator_may_write_herself(admin: User) -> None:
    give(admin, admin, Role.WRITER)


def test_nobody_extends_her_own_right_to_publish(admin: User) -> None:
    end = today() + timedelta(days=10)
    mine = grant_role(
        actor="uji", user=admin, institution=office(), role=Role.APPROVER, valid_to=end
    )
    with pytest.raises(NotToOneself):
        change_period(
            actor=fresh(admin), membership=mine, valid_from=mine.valid_from, valid_to=None
        )
    earlier = end - timedelta(days=5)
    changed = change_period(
        actor=fresh(admin), membership=mine, valid_from=mine.valid_from, valid_to=earlier
    )
    assert changed.valid_to == earlier


@pytest.mark.parametrize(
    ("start", "end"), [(0, None), (-400, 1), (5, 9), (20, 40)], ids=["same", "before", "in", "over"]
)
def test_the_same_role_twice_on_a_day_is_refused(writer: User, start: int, end: int | None) -> None:
    first = row(writer, Role.WRITER)
    Membership.objects.filter(pk=first.pk).update(
        valid_from=today(), valid_to=today() + timedelta(days=30)
    )
    day = today() + timedelta(days=start)
    until = None if end is None else today() + timedelta(days=end)
    with pytest.raises(AlreadyHeld, match="penulis"):
        grant_role(
            actor="uji",
            user=writer,
            institution=office(),
            role=Role.WRITER,
            valid_from=day,
            valid_to=until,
        )


def test_a_role_may_follow_on_itself(admin: User, writer: User) -> None:
    first = row(writer, Role.WRITER)
    handover = today() + timedelta(days=3)
    end_role(actor=fresh(admin), membership=first, end=handover, reason=WHY)
    give(admin, writer, Role.WRITER, valid_from=handover)


@pytest.mark.parametrize(
    ("start", "end", "field"),
    [(-1, None, "start"), (0, 0, "last"), (5, 4, "last"), (4000, None, "start"), (0, 4000, "last")],
    ids=["past", "empty", "reversed", "far", "long"],
)
def test_days_that_cannot_be_meant_are_refused(
    admin: User, start: int, end: int | None, field: str
) -> None:
    with pytest.raises(WrongPeriod) as refused:
        give(
            admin,
            User.objects.create(username="baru"),
            Role.WRITER,
            valid_from=today() + timedelta(days=start),
            valid_to=None if end is None else today() + timedelta(days=end),
        )
    assert refused.value.field == field


def test_what_has_begun_keeps_its_first_day(admin: User, writer: User) -> None:
    held = row(writer, Role.WRITER)
    with pytest.raises(WrongPeriod, match="sudah berjalan"):
        change_period(actor=admin, membership=held, valid_from=today(), valid_to=None)


def test_what_has_not_begun_may_begin_later(admin: User) -> None:
    new = User.objects.create(username="baru")
    held = give(admin, new, Role.WRITER, valid_from=today() + timedelta(days=2))
    later = today() + timedelta(days=7)
    changed = change_period(actor=admin, membership=held, valid_from=later, valid_to=None)
    assert changed.valid_from == later
    past = today() - timedelta(days=1)
    with pytest.raises(WrongPeriod):
        change_period(actor=admin, membership=held, valid_from=past, valid_to=None)


def test_a_role_that_is_over_is_history(admin: User, writer: User) -> None:
    held = row(writer, Role.WRITER)
    end_role(actor=admin, membership=held, reason=WHY)
    with pytest.raises(Refused, match="sudah berakhir"):
        change_period(actor=admin, membership=held, valid_from=held.valid_from, valid_to=None)
    with pytest.raises(Refused, match="sudah berakhir"):
        end_role(actor=admin, membership=held, reason=WHY)


def test_ending_now_ends_the_sessions_of_who_holds_nothing_more(admin: User, writer: User) -> None:
    with time_machine.travel(timezone.now() - timedelta(minutes=2)):
        client = client_of(writer)
    assert client.get("/admin/").status_code == 200
    key = client.session.session_key
    end_role(actor=admin, membership=row(writer, Role.WRITER), reason=WHY)
    assert not standing_of(fresh(writer)).may_enter
    assert not Session.objects.filter(session_key=key).exists()
    assert client.get("/admin/").status_code == 302


def test_ending_a_role_of_today_leaves_the_audit_and_no_row(admin: User) -> None:
    new = User.objects.create(username="baru")
    held = give(admin, new, Role.WRITER)
    end_role(actor=admin, membership=held, reason=WHY)
    assert held_in(new) == set()
    entry = AuditEntry.objects.filter(action="institutions.role.end").latest("number")
    assert entry.reason == WHY
    assert entry.object_id == str(held.pk)
    assert entry.details["person"] == f"orang:{new.reference}"
    assert "baru" not in str(entry.details)


def test_an_end_cannot_be_put_off_by_ending(admin: User, writer: User) -> None:
    held = row(writer, Role.WRITER)
    end_role(actor=admin, membership=held, end=today() + timedelta(days=2), reason=WHY)
    with pytest.raises(WrongPeriod, match="lebih awal"):
        end_role(actor=admin, membership=held, end=today() + timedelta(days=9), reason=WHY)


@pytest.mark.parametrize("reason", ["", " \n ", "x" * 301])
def test_an_end_needs_a_reason(admin: User, writer: User, reason: str) -> None:
    with pytest.raises(NoReason):
        end_role(actor=admin, membership=row(writer, Role.WRITER), reason=reason)


def test_the_last_administrator_cannot_go(admin: User, platform: User) -> None:
    mine = row(admin, Role.ADMINISTRATOR)
    for end in (None, today() + timedelta(days=9)):
        with pytest.raises(LastAdministrator, match="tanpa pengelola"):
            end_role(actor=fresh(admin), membership=mine, end=end, reason=WHY)
    with pytest.raises(LastAdministrator):
        change_period(
            actor=fresh(admin),
            membership=mine,
            valid_from=mine.valid_from,
            valid_to=today() + timedelta(days=9),
        )
    end_role(actor=platform, membership=mine, reason=WHY)
    assert held_in(admin) == {Role.ADMINISTRATOR}, "the row is history"
    assert not standing_of(fresh(admin)).may_enter


def test_an_administrator_goes_when_another_stays(admin: User) -> None:
    second = person("dewi", "kota-bandung", Role.ADMINISTRATOR)
    end_role(actor=fresh(admin), membership=row(admin, Role.ADMINISTRATOR), reason=WHY)
    with pytest.raises(LastAdministrator):
        end_role(actor=fresh(second), membership=row(second, Role.ADMINISTRATOR), reason=WHY)


def test_an_administrator_whose_own_end_comes_first_does_not_count(admin: User) -> None:
    second = person("dewi", "kota-bandung", Role.ADMINISTRATOR)
    Membership.objects.filter(user=second).update(valid_to=today() + timedelta(days=5))
    mine = row(admin, Role.ADMINISTRATOR)
    with pytest.raises(LastAdministrator):
        end_role(actor=fresh(admin), membership=mine, end=today() + timedelta(days=6), reason=WHY)
    end_role(actor=fresh(admin), membership=mine, end=today() + timedelta(days=4), reason=WHY)


def test_the_platform_is_never_without(platform: User) -> None:
    mine = row(platform, Role.PLATFORM, "komdigi")
    with pytest.raises(LastPlatform):
        end_role(actor=fresh(platform), membership=mine, reason=WHY)


def test_whoever_ends_nothing_of_hers_ends_nothing(writer: User) -> None:
    other = person("jabar", "jawa-barat", Role.ADMINISTRATOR)
    with pytest.raises(MayNotManage):
        end_role(actor=other, membership=row(writer, Role.WRITER), reason=WHY)


def test_an_end_is_announced_with_its_day(admin: User, writer: User) -> None:
    heard: list[RoleEnded] = []
    receives(RoleEnded)(heard.append)
    try:
        day = today() + timedelta(days=3)
        end_role(actor=admin, membership=row(writer, Role.WRITER), end=day, reason=WHY)
    finally:
        _receivers[RoleEnded].remove(heard.append)
    assert heard == [RoleEnded(writer.pk, office().pk, Role.WRITER, day)]


def test_a_person_moves_with_one_act(platform: User) -> None:
    person("kepala", "kota-bandung", Role.ADMINISTRATOR)
    user = person("tini", "kota-bandung", Role.WRITER, Role.APPROVER)
    day = today() + timedelta(days=4)
    move_person(
        actor=platform,
        user=user,
        origin=office(),
        destination=office("jawa-barat"),
        roles=[Role.WRITER],
        day=day,
        reason=WHY,
    )
    assert {one.valid_to for one in user.memberships.filter(institution=office())} == {day}
    assert row(user, Role.WRITER, "jawa-barat").valid_from == day


def test_a_move_that_is_refused_halfway_changes_nothing(platform: User, admin: User) -> None:
    user = person("tini", "kota-bandung", Role.WRITER)
    for actor, roles, refusal in (
        (fresh(admin), [Role.WRITER], MayNotManage),
        (platform, [Role.WRITER, Role.AUTHOR], RoleNotOffered),
    ):
        with pytest.raises(refusal), transaction.atomic():
            move_person(
                actor=actor,
                user=user,
                origin=office(),
                destination=office("jawa-barat"),
                roles=roles,
                day=today(),
                reason=WHY,
            )
    assert held_in(user, "jawa-barat") == set()
    assert row(user, Role.WRITER).valid_to is None
