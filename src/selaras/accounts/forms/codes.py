"""Forms that take a code of the second factor."""

from typing import Any

from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as code_forms
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

from selaras.accounts import codes, devices
from selaras.accounts.forms import limited, plain
from selaras.accounts.limits import CODE
from selaras.accounts.models import User

LONGEST = 40


def code_field(label: Any) -> forms.CharField:
    widget = plain(autocomplete="one-time-code", inputmode="numeric", autofocus=True)
    return forms.CharField(label=label, max_length=LONGEST, widget=widget)


class TakesCode(forms.Form):
    """A code of the app or a recovery code; wrong ones are counted for each person."""

    user: User
    authenticator: Authenticator

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field(_("Kode"))

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        with limited(CODE, pool_of(self.user), self.user):
            found = codes.use_code(self.user, code)
            if found is None:
                self._fail()
                raise get_adapter().validation_error("incorrect_code")
        found.user = self.user
        self.authenticator = found
        return code

    def _fail(self) -> None:
        first = Authenticator.objects.filter(user=self.user).order_by("-type").first()
        if first is not None:
            self._emit_authentication_failed(first)

    def _emit_authentication_failed(self, authenticator: Authenticator) -> None:
        raise NotImplementedError


class SignInCodeForm(TakesCode, code_forms.AuthenticateForm):
    def _emit_authentication_failed(self, authenticator: Authenticator) -> None:
        code_forms.AuthenticateForm._emit_authentication_failed(self, authenticator)


class ConfirmCodeForm(TakesCode, code_forms.ReauthenticateForm):
    def _emit_authentication_failed(self, authenticator: Authenticator) -> None:
        code_forms.ReauthenticateForm._emit_authentication_failed(self, authenticator)


class SetUpAppForm(ActivateTOTPForm):
    """The first code, which proves that the app knows the secret."""

    user: User

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field(_("Kode dari aplikasi"))
        self.step: int | None = None

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        with limited(CODE, pool_of(self.user), self.user):
            self.step = codes.step_of(self.secret, code)
            if self.step is None:
                raise get_adapter().validation_error("incorrect_code")
        return code


def pool_of(user: User) -> str:
    """A device that the person knows has a pool of its own, as for passwords."""
    return f"{user.pk} {devices.device_of(context.request, [user])}"
