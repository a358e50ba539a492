"""An invitation by link: made once, opened by whoever has it, used once, and silent otherwise."""

import hashlib
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone

from selaras.accounts.limits import TooMany
from selaras.accounts.models import User
from selaras.institutions.models import Invitation, InvitationLink, Membership
from selaras.institutions.people.errors import (
    InvitationOver,
    InvitedAlready,
    NotToOneself,
    RoleNotOffered,
    WrongInvited,
)
from selaras.institutions.people.services import (
    Invited,
    accept,
    end_role,
    renew_link,
    revoke,
)
from selaras.institutions.people.services.inviting import (
    INVITING,
    KEPT,
    LIFETIME,
    forget_invitations,
)
from selaras.institutions.tests.joining import (
    BANDUNG,
    HOST,
    Role,
    client_of,
    fresh,
    held_in,
    invited_by,
    office,
    path_of,
)
from selaras.ledger.models import AuditEntry
from selaras.ledger.worker import settle_due
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
PASSWORD = "langit-biru-di-atas-bandung"
CHOSEN = {"name": "Wulan Sari", "username": "wulan", "password": PASSWORD}


@pytest.fixture
def admin() -> User:
    return person("sari", "kota-bandung", Role.ADMINISTRATOR)


@pytest.fixture
def invited(admin: User) -> Invited:
    return invited_by(admin, Role.WRITER)


def token_of(invited: Invited) -> str:
    return path_of(invited).split("/")[2]


def open_(path: str, client: Client | None = None) -> tuple[int, str]:
    response = (client or client_of(None)).get(path)
    return response.status_code, response.content.decode()


def test_the_link_tells_who_invites_whereto_and_for_what(invited: Invited) -> None:
    status, body = open_(path_of(invited))
    assert status == 200
    for words in ("sari", "Dinas Komunikasi dan Informatika Kota Bandung", "Penulis", "Wulan"):
        assert words in body


def test_only_the_digest_of_the_link_is_kept(invited: Invited) -> None:
    token = token_of(invited)
    kept = set(InvitationLink.objects.values_list("digest", flat=True))
    assert hashlib.sha256(token.encode()).hexdigest() in kept
    row = Invitation.objects.values().get()
    assert not any(token in str(value) for value in row.values())
    assert not AuditEntry.objects.filter(details__icontains=token).exists()


def test_looking_uses_nothing_up(invited: Invited) -> None:
    for _ in range(3):
        assert open_(path_of(invited))[0] == 200
        assert client_of(None).head(path_of(invited)).status_code == 200
    assert Invitation.objects.filter(accepted_at=None).count() == 1


def test_a_new_person_chooses_a_name_and_password_and_is_in(invited: Invited) -> None:
    client = client_of(None)
    response = client.post(path_of(invited), CHOSEN)
    assert response.status_code == 302
    user = User.objects.get(username="wulan")
    assert (user.email, str(user)) == ("wulan@bandung.go.id", "Wulan Sari")
    assert user.check_password(PASSWORD)
    assert held_in(user) == {Role.WRITER}
    assert client.get(response["Location"]).status_code == 200
    entry = AuditEntry.objects.filter(action="institutions.invitation.accept").get()
    assert entry.actor == f"orang:{user.reference}"


def test_whoever_will_publish_is_led_to_the_second_factor(admin: User) -> None:
    client = client_of(None)
    response = client.post(path_of(invited_by(admin, Role.APPROVER)), CHOSEN, follow=True)
    assert response.redirect_chain[-1][0] == "/akun/mulai/"


def test_a_link_works_once(invited: Invited) -> None:
    client_of(None).post(path_of(invited), CHOSEN)
    second = client_of(None).post(path_of(invited), CHOSEN | {"username": "lain"})
    assert second.status_code == 404
    assert not User.objects.filter(username="lain").exists()


def test_after_it_was_used_name_and_address_are_kept_by_the_account_alone(invited: Invited) -> None:
    client_of(None).post(path_of(invited), CHOSEN)
    row = Invitation.objects.get()
    assert (row.name, row.email) == ("", "")


def test_every_link_that_does_not_work_gets_the_same_answer(admin: User) -> None:
    used, expired, revoked, orphaned = (invited_by(admin, email=f"{n}@go.id") for n in "abcd")
    client_of(None).post(path_of(used), CHOSEN)
    Invitation.objects.filter(pk=expired.invitation.pk).update(expires_at=timezone.now())
    revoke(actor=admin, invitation=revoked.invitation)
    second = person("dewi", "kota-bandung", Role.ADMINISTRATOR)
    Invitation.objects.filter(pk=orphaned.invitation.pk).update(invited_by=second)
    end_role(actor=admin, membership=Membership.objects.get(user=second), reason="Pindah")
    paths = [path_of(one) for one in (used, expired, revoked, orphaned)]
    paths += ["/undangan/tidak-ada/", f"/undangan/{'x' * 5000}/", "/undangan/%00%ff/"]
    answers = {open_(path) for path in paths}
    assert len(answers) == 1
    assert answers.pop()[0] == 404
    posted = {client_of(None).post(path, CHOSEN | {"username": "z"}).status_code for path in paths}
    assert posted == {404}


def test_a_link_opens_until_its_seven_days_are_over(invited: Invited) -> None:
    end = invited.invitation.expires_at
    assert end - invited.invitation.created_at == LIFETIME == timedelta(days=7)
    with time_machine.travel(end - timedelta(seconds=1), tick=False):
        assert open_(path_of(invited))[0] == 200
    with time_machine.travel(end, tick=False):
        assert open_(path_of(invited))[0] == 404


def test_a_period_that_is_over_before_it_is_accepted_invites_nobody(admin: User) -> None:
    today = timezone.localdate()
    invited = invited_by(admin, valid_to=today + timedelta(days=2))
    with time_machine.travel(timezone.now() + timedelta(days=3)):
        assert open_(path_of(invited))[0] == 404


def test_a_new_link_ends_the_one_before(admin: User, invited: Invited) -> None:
    second = renew_link(actor=admin, invitation=invited.invitation)
    assert open_(path_of(invited))[0] == 404
    assert open_(path_of(second))[0] == 200


def test_somebody_with_an_account_accepts_with_it(admin: User) -> None:
    user = person("wulan", "jawa-barat", Role.WRITER)
    User.objects.filter(pk=user.pk).update(email="wulan@bandung.go.id")
    invited = invited_by(admin, Role.APPROVER)
    client = client_of(fresh(user))
    body = open_(path_of(invited), client)[1]
    assert "sedangkan undangan ini" not in body
    assert client.post(path_of(invited)).status_code == 302
    assert held_in(user) == {Role.APPROVER}
    assert held_in(user, "jawa-barat") == {Role.WRITER}


def test_whoever_is_signed_in_as_somebody_else_is_told(invited: Invited) -> None:
    client = client_of(person("orang-lain", "jawa-barat", Role.WRITER))
    status, body = open_(path_of(invited), client)
    assert status == 200
    assert "Anda masuk sebagai orang-lain, sedangkan undangan ini ditujukan kepada Wulan" in body
    assert "wulan@bandung.go.id" not in body


def test_nobody_invites_herself_to_publish(admin: User) -> None:
    invited = invited_by(admin, Role.APPROVER)
    response = client_of(admin).post(path_of(invited))
    assert response.status_code == 200
    assert "tidak dapat Anda berikan kepada diri sendiri" in response.content.decode()
    with pytest.raises(NotToOneself):
        accept(token=token_of(invited), user=fresh(admin))
    assert held_in(admin) == {Role.ADMINISTRATOR}


def test_an_invited_person_whose_roles_are_over_may_sign_in_to_accept(admin: User) -> None:
    user = User.objects.create_user("wulan", "Wulan@bandung.go.id", PASSWORD)
    client = client_of(None)
    credentials = {"login": "wulan", "password": PASSWORD}
    assert (
        "tidak memegang peran" in client.post("/masuk/", credentials, follow=True).content.decode()
    )
    invited = invited_by(admin, Role.WRITER)
    client.post("/masuk/", credentials | {"next": path_of(invited)}, follow=True)
    assert client.get(BANDUNG).status_code in {403, 404}, "she is in, and holds nothing"
    assert client.post(path_of(invited)).status_code == 302
    assert held_in(user) == {Role.WRITER}


def test_roles_that_she_holds_already_are_left_as_they_are(admin: User) -> None:
    user = person("wulan", "kota-bandung", Role.WRITER)
    invited = invited_by(admin, Role.WRITER, Role.APPROVER)
    accept(token=token_of(invited), user=fresh(user))
    assert Membership.objects.filter(user=user, role=Role.WRITER).count() == 1
    assert held_in(user) == {Role.WRITER, Role.APPROVER}


def test_inviting_does_not_say_whether_an_address_has_an_account(admin: User) -> None:
    User.objects.create_user("ada", "ada@bandung.go.id", PASSWORD)
    pages = []
    for email in ("ada@bandung.go.id", "tak@bandung.go.id"):
        sent = {"name": "Ada", "email": email, "roles": ["writer"], "ticket": str(uuid4())}
        response = client_of(admin).post(f"{BANDUNG}undang/", sent)
        path = response.context["url"].partition("localhost")[2].partition("/undangan/")
        opened = open_(f"/undangan/{path[2]}")[1]
        pages.append((response.status_code, opened.replace(path[2], "").split("csrf")[0]))
    assert pages[0] == pages[1]


def test_a_second_account_for_an_address_is_refused_without_saying_why(admin: User) -> None:
    client_of(None).post(path_of(invited_by(admin)), CHOSEN)
    again = invited_by(admin)
    response = client_of(None).post(path_of(again), CHOSEN | {"username": "wulan2"})
    body = response.content.decode()
    assert response.status_code == 200
    assert "Akun baru tidak dapat dibuat dengan undangan ini." in body
    assert "sudah punya akun." not in body
    assert CHOSEN["name"] in body, "what was typed stays"
    assert not User.objects.filter(username="wulan2").exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("username", ""),
        ("username", "x" * 200),
        ("username", "spasi di dalam"),
        ("username", "sari"),
        ("password", "123"),
        ("password", "x" * 5000),
        ("name", ""),
        ("name", "\x00"),
        ("name", "x" * 5000),
    ],
)
def test_what_cannot_be_an_account_is_told_at_its_field(
    invited: Invited, field: str, value: str
) -> None:
    response = client_of(None).post(path_of(invited), CHOSEN | {field: value})
    assert response.status_code == 200
    assert response.context["form"].errors.keys() == {field}
    assert not User.objects.filter(email="wulan@bandung.go.id").exists()
    assert open_(path_of(invited))[0] == 200, "the invitation still waits"


@pytest.mark.parametrize(
    "email",
    ["", "x", "a@b", "a b@c.id", f"{'a' * 300}@go.id", "a@go.id\nBcc: b@go.id", "@@", "\x00@go.id"],
)
def test_an_address_that_is_none_is_refused(admin: User, email: str) -> None:
    with pytest.raises(WrongInvited) as refused:
        invited_by(admin, email=email)
    assert refused.value.field == "email"


@pytest.mark.parametrize("name", ["", "  ", "x" * 151, "a\x00b", "a\u202eb"])
def test_a_name_that_is_none_is_refused(admin: User, name: str) -> None:
    with pytest.raises(WrongInvited) as refused:
        invited_by(admin, name=name)
    assert refused.value.field == "name"


def test_a_role_that_she_may_not_give_invites_nobody(admin: User) -> None:
    with pytest.raises(RoleNotOffered):
        invited_by(admin, Role.AUTHOR)
    assert not Invitation.objects.exists()


def test_the_same_form_twice_invites_once(admin: User) -> None:
    ticket = uuid4()
    invited_by(admin, ticket=ticket)
    with pytest.raises(InvitedAlready):
        invited_by(admin, ticket=ticket)
    assert Invitation.objects.count() == 1


def test_inviting_is_limited(admin: User) -> None:
    for _ in range(INVITING.burst):
        invited_by(admin)
    with pytest.raises(TooMany):
        invited_by(admin)


def test_opening_links_is_limited_for_each_address(invited: Invited) -> None:
    statuses = [
        Client(headers=HOST, REMOTE_ADDR="10.0.0.9").get("/undangan/tebak/").status_code
        for _ in range(62)
    ]
    assert statuses[0] == 404
    assert statuses[-1] == 429
    assert open_(path_of(invited))[0] == 200, "from elsewhere it still opens"


def test_the_letter_carries_a_link_that_is_kept_nowhere(
    admin: User, mailoutbox: list[EmailMessage]
) -> None:
    from selaras.ledger.models import OwedEffect

    invited = invited_by(admin, Role.WRITER)
    settle_due()
    (letter,) = mailoutbox
    assert letter.to == ["wulan@bandung.go.id"]
    path = "/undangan/" + str(letter.body).partition("/undangan/")[2].split()[0]
    assert path != path_of(invited)
    assert open_(path)[0] == 200
    assert path.split("/")[2] not in str(list(OwedEffect.objects.values()))


def test_a_letter_of_an_older_link_is_not_sent(admin: User, mailoutbox: list[EmailMessage]) -> None:
    invited = invited_by(admin)
    renew_link(actor=admin, invitation=invited.invitation)
    settle_due()
    assert len(mailoutbox) == 1


def test_what_nobody_accepted_is_forgotten(admin: User, invited: Invited) -> None:
    end = invited.invitation.expires_at
    with time_machine.travel(end + KEPT - timedelta(seconds=1), tick=False):
        forget_invitations()
        assert Invitation.objects.count() == 1
    with time_machine.travel(end + KEPT + timedelta(seconds=1), tick=False):
        forget_invitations()
        assert not Invitation.objects.exists()


def test_a_revoked_invitation_cannot_be_renewed(admin: User, invited: Invited) -> None:
    revoke(actor=admin, invitation=invited.invitation)
    with pytest.raises(InvitationOver):
        renew_link(actor=admin, invitation=invited.invitation)


def test_an_invitation_of_an_institution_is_renewed_by_its_own_people_only(
    invited: Invited,
) -> None:
    other = person("lain", "jawa-barat", Role.ADMINISTRATOR)
    for verb in ("tautan", "cabut"):
        for slug in ("kota-bandung", "jawa-barat"):
            path = f"/admin/orang/instansi/{slug}/undangan/{invited.invitation.pk}/{verb}/"
            assert client_of(other).post(path).status_code == 404
    assert office() == invited.invitation.institution
    assert open_(path_of(invited))[0] == 200
