"""Writes about accounts: opening one, letting its person in, and helping who lost a device."""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.userkit import filter_users_by_email
from allauth.account.models import EmailAddress
from allauth.account.utils import perform_login
from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse

from selaras.accounts import mail, security_log, sessions
from selaras.accounts.errors import AccountRefused
from selaras.accounts.models import User
from selaras.ledger.actors import Actor

TAKEN = ("Nama pengguna ini sudah dipakai.", "Pilih yang lain.")
KNOWN = ("Alamat surel ini sudah punya akun.", "Masuk dengan akun itu.")


def open_account(*, username: str, email: str, name: str, password: str) -> User:
    """Open the account of somebody who was invited, and whose e-mail address thereby is proved.

    Raises `AccountRefused`, which names the field. Letting her in is `sign_in`.
    """
    user = User(
        username=User.normalize_username(username.strip()),
        email=email.strip().lower(),
        first_name=" ".join(name.split()),
    )
    _check(user, password)
    user.set_password(password)
    try:
        with transaction.atomic():
            user.save()
            EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
            security_log.note(user, "open")
    except IntegrityError as error:  # somebody else took the name or the address just now
        raise AccountRefused("username", *TAKEN) from error
    return user


def sign_in(
    request: HttpRequest, user: User, *, by: str = "invitation", next_url: str = ""
) -> HttpResponse:
    """Let a person in who proved who she is in another way; the answer leads her on.

    A second factor that she has is still asked for. `next_url` must be one of our own.
    """
    record_authentication(request, user, by)
    answer: HttpResponse = perform_login(request, user, redirect_url=next_url or None)
    return answer


def remove_second_factor(
    *, user: User, actor: Actor, reason: str, request: HttpRequest | None = None
) -> int:
    """Remove every second factor of somebody who lost hers, and end her sessions.

    Whether `actor` may do this is decided by the caller's policy. Returns how many were removed.
    """
    with transaction.atomic():
        factors = Authenticator.objects.filter(user=user)
        count = factors.count()
        factors.delete()
        sessions.end_all(user=user)
        security_log.note(user, "factor.take", actor=actor, reason=reason, count=count)
        mail.tell(user, "factors_taken", request)
    return count


def _check(user: User, password: str) -> None:
    try:
        user.full_clean(exclude=["password"], validate_unique=False)
    except ValidationError as error:
        field = next(iter(error.message_dict))
        raise AccountRefused(field, " ".join(error.message_dict[field])) from error
    if not user.email:
        raise AccountRefused("email", "Alamat surel wajib diisi.")
    if not user.first_name:
        raise AccountRefused("name", "Nama wajib diisi.")
    if User.objects.filter(username__iexact=user.username).exists():
        raise AccountRefused("username", *TAKEN)
    if filter_users_by_email(user.email):
        raise AccountRefused("email", *KNOWN)
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise AccountRefused("password", " ".join(error.messages)) from error
