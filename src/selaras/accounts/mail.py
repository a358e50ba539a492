"""Letters to people with accounts: owed with the change that causes them, sent by the worker.

How long an answer takes therefore does not say whether an account exists.
"""

from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string

from selaras.accounts.entry import may_enter
from selaras.accounts.models import User
from selaras.language.times import Zone, format_datetime
from selaras.ledger.services import owe
from selaras.ledger.worker import settles

EDITOR_URLS = settings.HOST_URLCONFS["editor"]
TEMPLATES = "accounts/mail"


def post(*, key: str, to: str, template: str, context: dict[str, Any]) -> None:
    """Owe a letter; the same `key` is sent once. Its first line is the subject.

    `context` is kept until it is sent and longer: put no secret into it.
    """
    payload = {"to": to, "template": template, "context": context}
    owe(kind="accounts.letter", key=f"letter:{key}", payload=payload)


def tell(user: User, what: str, request: HttpRequest | None = None) -> None:
    """Owe a notice of what happened to a person's account, with when and from where."""
    payload = {
        "user": user.pk,
        "what": what,
        "when": format_datetime(timezone.now(), Zone.WIB),
        "address": request.META.get("REMOTE_ADDR", "") if request else "",
    }
    with transaction.atomic():
        owe(kind="accounts.notice", key=_once(f"notice:{user.pk}"), payload=payload)


def send_reset(user: User, email: str) -> None:
    """Owe the link that sets a new password; it is made only when it is sent."""
    with transaction.atomic():
        owe(
            kind="accounts.reset",
            key=_once(f"reset:{user.pk}"),
            payload={"user": user.pk, "to": email},
        )


def address_of(name: str, **arguments: str) -> str:
    """The whole address of a route of the editors' host."""
    path = reverse(name, urlconf=EDITOR_URLS, kwargs=arguments or None)
    return f"{settings.WAGTAILADMIN_BASE_URL}{path}"


@settles("accounts.letter", waits=True)
def send_letter(payload: dict[str, Any]) -> None:
    send(payload["to"], payload["template"], payload["context"])


@settles("accounts.notice", waits=True)
def send_notice(payload: dict[str, Any]) -> None:
    user = User.objects.filter(pk=payload["user"]).exclude(email="").first()
    if user is None:
        return
    context = {**payload, "name": str(user), "security_url": address_of("mfa_index")}
    send(user.email, f"{TEMPLATES}/{payload['what']}.txt", context)


@settles("accounts.reset", waits=True)
def send_reset_letter(payload: dict[str, Any]) -> None:
    user = User.objects.filter(pk=payload["user"]).first()
    if user is None or not may_enter(user):
        return
    uid, key = user_pk_to_url_str(user), default_token_generator.make_token(user)
    url = address_of("account_reset_password_from_key", uidb36=uid, key=key)
    context = {"name": str(user), "username": user.get_username(), "url": url}
    send(payload["to"], f"{TEMPLATES}/password_reset_link.txt", context)


def _once(key: str) -> str:
    return f"{key}:{get_random_string(16)}"


def send(to: str, template: str, context: dict[str, Any]) -> None:
    """Send a letter now; only by whoever settles what is owed. Its first line is the subject."""
    subject, _, body = render_to_string(template, context).lstrip().partition("\n")
    EmailMessage(subject.strip(), body.strip() + "\n", to=[to]).send()
