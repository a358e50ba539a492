"""What allauth's sign-in asks this product: how a person is let in, told, and told no."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from allauth.core import context
from django.contrib import messages
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from selaras.accounts import devices, guessing, mail, second_factor, security_log
from selaras.accounts.backends import AccountBackend
from selaras.accounts.entry import may_enter
from selaras.accounts.limits import TooMany
from selaras.accounts.models import User
from selaras.accounts.words import ACCOUNT_ERRORS, NO_ROLE

# Where the next screen says it anyway.
SILENT = {"account/messages/logged_in.txt", "mfa/messages/recovery_codes_generated.txt"}
# allauth tells these only once the change is committed; the views here owe them with the change.
AFTER_COMMIT = {"totp_activated", "recovery_codes_generated"}
PASSWORD_ALONE = "reauthenticate"  # noqa: S105 allauth's name for the method


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {**DefaultAccountAdapter.error_messages, **ACCOUNT_ERRORS}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are opened by invitation only."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """Counted by `guessing`; an account that is switched off is as good as unknown."""
        login = credentials.get("username") or credentials.get("email") or ""
        try:
            give_back = guessing.count(request, login)
        except TooMany as error:
            security_log.limited(error.limit, guessing.folded(login), guessing.users_called(login))
            raise ValidationError(str(error), code="limited") from error
        user = authenticate(request, **credentials)
        AccountBackend.unstash_authenticated_user()
        if not isinstance(user, User):
            security_log.failed(guessing.users_called(login))
            return None
        give_back()
        return user

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse | None:
        """After the password or the passkey, before the second factor."""
        if not (may_enter(user) and AccountBackend().user_can_authenticate(user)):
            clear_login(request)
            messages.error(request, NO_ROLE)
            return redirect("account_login")
        return super().pre_login(request, user, **kwargs)

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        known = devices.knows(request, user)
        response = super().post_login(request, user, **kwargs)
        devices.remember(request, response, user)
        if not known:
            mail.tell(user, "new_device", request)
        return response

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        if message_template not in SILENT:
            super().add_message(request, level, message_template, *args, **kwargs)

    def is_ajax(self, request: HttpRequest) -> bool:
        """Only a passkey's challenge is asked for by a script."""
        return request.method == "GET" and request.path == reverse("mfa_login_webauthn")

    def get_client_ip(self, request: HttpRequest) -> str:
        return request.META.get("REMOTE_ADDR") or "0.0.0.0"  # noqa: S104 a socket has no address

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever has just signed in, or just shown the second factor, is not asked again."""
        return not second_factor.is_fresh(context.request)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """With a second factor, the password alone confirms nothing."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        if not methods or not second_factor.is_set_up(user):
            return [method for method in methods if method["id"] == PASSWORD_ALONE]
        return [method for method in methods if method["id"] != PASSWORD_ALONE]

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: Any = None, email: str | None = None
    ) -> None:
        what = template_prefix.rpartition("/")[2]
        if what not in AFTER_COMMIT:
            mail.tell(user, what, self.request)

    def send_password_reset_mail(self, user: Any, email: str, context: Any) -> None:
        mail.send_reset(user, email)
