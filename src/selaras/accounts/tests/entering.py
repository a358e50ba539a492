"""Signing in by the real screens, with Django's client."""

import time
from typing import Any

from django.test import Client

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership
from support.people import LONG_AGO
from support.signing_in import code_for, give_totp

EDITOR = "redaksi.localhost"
PASSWORD = "sandi-yang-panjang"
PERIOD, NEAR_THE_END = 30, 3  # seconds
Role = Membership.Role


def member(name: str, *roles: Role, email: str = "", totp: bool = True) -> User:
    """A person of Bandung with a password; with an authenticator app unless said otherwise."""
    user = User.objects.create_user(username=name, email=email, password=PASSWORD)
    bandung = Institution.objects.get(slug="kota-bandung")
    for role in roles:
        Membership.objects.create(user=user, institution=bandung, role=role, valid_from=LONG_AGO)
    if totp:
        give_totp(user)
    return user


def browser(address: str = "198.51.100.7") -> Client:
    return Client(headers={"host": EDITOR}, REMOTE_ADDR=address)


def give_password(client: Client, login: str, password: str = PASSWORD, **more: str) -> Any:
    return client.post("/masuk/", {"login": login, "password": password, **more})


def sign_in(client: Client, user: User, **more: str) -> Any:
    """The password, then the code of a step that was not used yet."""
    asked = give_password(client, user.username, **more)
    if asked.status_code != 302 or asked["Location"] != "/masuk/kode/":
        return asked
    return client.post("/masuk/kode/", {"code": next_code(user)})


def next_code(user: User) -> str:
    """The codes of the steps before, now and after are right; each only once, and in order."""
    from allauth.mfa.models import Authenticator

    from selaras.accounts.codes import LAST_STEP, step_now

    if (left := PERIOD - time.time() % PERIOD) < NEAR_THE_END:
        time.sleep(left)  # the step before would be too old when the code arrives
    app = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP)
    later = max(app.data.get(LAST_STEP, 0) + 1 - step_now(), -1)
    return code_for(user, later=later)


def is_in(client: Client) -> bool:
    return client.get("/akun/").status_code == 200
