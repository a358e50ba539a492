"""Signing in, whole: the password and the second factor."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

from support.servers import RunningServer

PASSWORD = "peragaan"
SHOWN = "[data-demonstration-code]"
# Less than a quarter of an hour, after which publishing asks for the second factor again.
SHARED_SECONDS = 8 * 60
_sessions: dict[tuple[str, str], tuple[list[Any], float]] = {}


def sign_in(server: RunningServer, page: Page, username: str, password: str = PASSWORD) -> Page:
    """An account of the demonstration enters as a person does, with the code that is shown."""
    page.goto(server.url("redaksi", "/masuk/"))
    page.fill("#id_login", username)
    page.fill("#id_password", password)
    page.press("#id_password", "Enter")
    page.locator(SHOWN).wait_for()
    page.fill("#id_code", page.locator(SHOWN).inner_text())
    page.press("#id_code", "Enter")
    page.wait_for_url(re.compile(r"/admin/$"))
    return page


def at_work(server: RunningServer, page: Page, username: str) -> Page:
    """As after `sign_in`, where signing in is not what is tried: the first who asks for this
    account enters by the form, and for some minutes others go on with her session.

    Nobody may end this session or take back its second factor. The page may be empty still.
    """
    whose = (server.env["SELARAS_DATA_DIR"], username)
    cookies, until = _sessions.get(whose, ([], 0.0))
    if time.monotonic() < until:
        page.context.add_cookies(cookies)
        return page
    page.context.clear_cookies()
    sign_in(server, page, username)
    _sessions[whose] = (page.context.cookies(), time.monotonic() + SHARED_SECONDS)
    return page


@contextmanager
def people_at(
    server: RunningServer, chromium: Browser, **options: Any
) -> Iterator[Callable[[str], Page]]:
    """People at their first screen, each in a context of her own; options are its."""
    contexts = []

    def enter(username: str) -> Page:
        context = chromium.new_context(viewport={"width": 1280, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        at_work(server, page, username)
        page.goto(server.url("redaksi", "/admin/"))
        return page

    yield enter
    for context in contexts:
        context.close()


def give_totp(user: Any) -> str:
    """The person gets an authenticator app; returns its secret."""
    from allauth.mfa.models import Authenticator
    from allauth.mfa.totp.internal.auth import generate_totp_secret

    from selaras.accounts.safekeeping import closed

    secret = generate_totp_secret()
    Authenticator.objects.create(
        user=user, type=Authenticator.Type.TOTP, data={"secret": closed(secret)}
    )
    return secret


def code_for(user: Any, *, later: int = 0) -> str:
    """The code that the person's app shows now, or some steps later."""
    from allauth.mfa.models import Authenticator

    from selaras.accounts.codes import code_at, step_now
    from selaras.accounts.safekeeping import opened

    found = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP)
    return code_at(opened(found.data["secret"]), step_now() + later)


def complete(sender: Any, request: Any, user: Any, **_: Any) -> None:
    """`client.force_login` stands for a whole sign-in: with a second factor, just given."""
    if hasattr(request, "allauth"):
        return  # a real one
    from allauth.account.internal.flows.login import record_authentication
    from allauth.mfa.models import Authenticator

    if not Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists():
        give_totp(user)
    record_authentication(request, user, "mfa", type="totp")
