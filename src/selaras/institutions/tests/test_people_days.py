"""Rights begin and end at midnight where the institution is, and everything with them."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.accounts.models import User
from selaras.institutions.models import Membership, Oversight
from selaras.institutions.people.errors import InvitationOver
from selaras.institutions.people.services import accept, grant_role
from selaras.institutions.people.services.accepting import waiting
from selaras.institutions.queries import institutions_of
from selaras.institutions.standing import standing_of
from selaras.institutions.tests.joining import (
    Role,
    client_of,
    fresh,
    invited_by,
    office,
    path_of,
)
from selaras.ledger.worker import settle_due
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
FIRST, END = date(2026, 3, 2), date(2026, 4, 1)
Letters = list[EmailMessage]
SECOND = timedelta(seconds=1)
# Midnight of 1 April where the office is, in UTC.
MIDNIGHTS = {
    "kota-bandung": datetime(2026, 3, 31, 17, tzinfo=UTC),
    "kota-makassar": datetime(2026, 3, 31, 16, tzinfo=UTC),
    "kota-jayapura": datetime(2026, 3, 31, 15, tzinfo=UTC),
}
both_ends = pytest.mark.parametrize("slug", MIDNIGHTS)


def someone(slug: str, role: Membership.Role = Role.WRITER, name: str = "tini") -> User:
    user = User.objects.create(username=name, email=f"{name}@contoh.go.id")
    grant_role(
        actor="uji", user=user, institution=office(slug), role=role, valid_from=FIRST, valid_to=END
    )
    return user


@both_ends
def test_a_role_ends_at_midnight_of_its_institution(slug: str) -> None:
    user = someone(slug)
    with time_machine.travel(MIDNIGHTS[slug] - SECOND, tick=False):
        assert standing_of(user).holds(office(slug), Role.WRITER)
        assert institutions_of(user).get() == office(slug)
    with time_machine.travel(MIDNIGHTS[slug], tick=False):
        assert not standing_of(user).may_enter, "the same object, a second later"
        assert not institutions_of(user).exists()


@both_ends
def test_a_role_begins_at_midnight_of_its_institution(slug: str) -> None:
    user = someone(slug)
    begin = MIDNIGHTS[slug] - timedelta(days=30)
    with time_machine.travel(begin - SECOND, tick=False):
        assert not standing_of(user).may_enter
    with time_machine.travel(begin, tick=False):
        assert standing_of(user).holds(office(slug), Role.WRITER)


def test_two_roles_end_each_at_its_own_midnight() -> None:
    user = someone("kota-jayapura")
    grant_role(
        actor="uji",
        user=user,
        institution=office(),
        role=Role.WRITER,
        valid_from=FIRST,
        valid_to=END,
    )
    with time_machine.travel(MIDNIGHTS["kota-jayapura"], tick=False):
        assert standing_of(user).institutions() == {office().pk}


def test_a_view_ends_at_midnight_of_whoever_reads() -> None:
    user = someone("papua")
    Membership.objects.update(valid_to=None)
    Oversight.objects.create(viewer=office("papua"), region_id="91", valid_from=FIRST, valid_to=END)
    read = office("kota-jayapura")
    with time_machine.travel(MIDNIGHTS["kota-jayapura"] - SECOND, tick=False):
        assert standing_of(user).may_view(read)
    with time_machine.travel(MIDNIGHTS["kota-jayapura"], tick=False):
        assert not standing_of(user).may_view(read)


@both_ends
def test_an_open_session_ends_at_that_second(slug: str) -> None:
    user = someone(slug)
    with time_machine.travel(MIDNIGHTS[slug] - timedelta(minutes=5), tick=False) as clock:
        client = client_of(user)
        assert client.get("/admin/").status_code == 200
        clock.move_to(MIDNIGHTS[slug] - SECOND)
        assert client.get("/admin/").status_code == 200
        clock.move_to(MIDNIGHTS[slug])
        response = client.get("/admin/")
        assert response.status_code == 302
        assert response["Location"].startswith("/masuk/")
        assert "_auth_user_id" not in client.session


def test_who_still_holds_another_role_stays_with_that_role() -> None:
    user = someone("kota-bandung", Role.ADMINISTRATOR)
    grant_role(
        actor="uji", user=user, institution=office("jawa-barat"), role=Role.WRITER, valid_from=FIRST
    )
    with time_machine.travel(MIDNIGHTS["kota-bandung"] - SECOND, tick=False) as clock:
        client = client_of(user)
        screen = "/admin/orang/instansi/kota-bandung/"
        assert client.get(screen).status_code == 200
        clock.move_to(MIDNIGHTS["kota-bandung"])
        assert client.get(screen).status_code == 404, "it is foreign now"
        assert client.get("/admin/").status_code == 200


def test_the_invitations_of_an_administrator_end_with_her_role() -> None:
    user = someone("kota-bandung", Role.ADMINISTRATOR)
    with time_machine.travel(MIDNIGHTS["kota-bandung"] - SECOND, tick=False) as clock:
        invited = invited_by(fresh(user))
        token = path_of(invited).split("/")[2]
        assert waiting(token) == invited.invitation
        clock.move_to(MIDNIGHTS["kota-bandung"])
        with pytest.raises(InvitationOver):
            waiting(token)
        with pytest.raises(InvitationOver):
            accept(token=token, user=person("wulan", "jawa-barat", Role.WRITER))


@both_ends
def test_a_letter_for_a_new_password_is_not_sent_any_more(slug: str, mailoutbox: Letters) -> None:
    user = someone(slug)
    with time_machine.travel(MIDNIGHTS[slug] - timedelta(minutes=1), tick=False) as clock:
        client_of(None).post("/sandi/lupa/", {"email": user.email})
        clock.move_to(MIDNIGHTS[slug])
        settle_due()
        assert mailoutbox == []


@both_ends
def test_a_link_for_a_new_password_opens_nothing_any_more(slug: str, mailoutbox: Letters) -> None:
    user = someone(slug)
    with time_machine.travel(MIDNIGHTS[slug] - timedelta(minutes=5), tick=False) as clock:
        client = client_of(None)
        client.post("/sandi/lupa/", {"email": user.email})
        settle_due()
        found = re.search(r"/sandi/baru/\S+", str(mailoutbox[0].body))
        assert found
        assert client.get(found[0]).status_code == 302, "now it opens the form"
        clock.move_to(MIDNIGHTS[slug])
        response = client_of(None).get(found[0])
        assert response.status_code == 200
        assert "tidak berlaku" in response.content.decode()


def test_the_day_costs_no_further_query() -> None:
    user = someone("kota-jayapura")
    counts = []
    for moment in (MIDNIGHTS["kota-jayapura"] - timedelta(hours=5), MIDNIGHTS["kota-jayapura"]):
        with time_machine.travel(moment - SECOND), CaptureQueriesContext(connection) as captured:
            assert standing_of(fresh(user)).may_enter
        counts.append(len(captured))
    assert counts[0] == counts[1]
