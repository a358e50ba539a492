"""Forms that take a password, and the one that asks for a letter because it is forgotten."""

from typing import Any

from allauth.account import forms as allauth_forms
from django import forms
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from selaras.accounts import guessing, limits
from selaras.accounts.forms import limited, plain
from selaras.accounts.limits import OWN_PASSWORD, RESET_ADDRESS, RESET_MAIL
from selaras.accounts.models import User

LONGEST = 1000
TOO_LONG = {"max_length": _("Kata sandi paling panjang %(limit_value)d huruf.")}
EVERYBODY = _("Akun peragaan dipakai bersama; kata sandinya tidak dapat diubah.")


def password_field(label: Any, autocomplete: str, *, most: int | None = LONGEST) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(
        label=label, widget=widget, strip=False, max_length=most, error_messages=TOO_LONG
    )


class SignInForm(allauth_forms.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("Nama pengguna atau surel"),
            max_length=254,
            widget=plain(autocomplete="username", autofocus=True),
        )
        self.fields["password"] = password_field(_("Kata sandi"), "current-password")
        self.order_fields(["login", "password"])


class ForgottenPasswordForm(allauth_forms.ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"] = forms.EmailField(
            label=_("Alamat surel akun Anda"),
            max_length=254,
            widget=forms.EmailInput(attrs={"autocomplete": "email", "autofocus": True}),
        )

    def clean_email(self) -> str:
        """Counted for the address that was typed, whether or not it has an account."""
        email: str = super().clean_email()
        return email.lower()

    def count(self, request: HttpRequest) -> None:
        """Raises `TooMany`."""
        limits.take(RESET_ADDRESS, guessing.address_of(request))
        limits.take(RESET_MAIL, guessing.folded(self.cleaned_data["email"]))


class NewPasswordForm(allauth_forms.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _new_passwords(self)


class FirstPasswordForm(allauth_forms.SetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _new_passwords(self)


class ChangePasswordForm(allauth_forms.ChangePasswordForm):
    user: User

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"] = password_field(_("Kata sandi saat ini"), "current-password")
        _new_passwords(self)
        self.order_fields(["oldpassword", "password1", "password2"])

    def clean_oldpassword(self) -> str:
        """Whoever finds an unlocked screen shall not find out the password."""
        with limited(OWN_PASSWORD, str(self.user.pk), self.user):
            password: str = super().clean_oldpassword()
        return password

    def clean(self) -> dict[str, Any]:
        if self.user.demonstration:
            raise forms.ValidationError(EVERYBODY)
        cleaned: dict[str, Any] = super().clean()  # type: ignore[no-untyped-call]
        return cleaned


class ConfirmPasswordForm(allauth_forms.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"] = password_field(_("Kata sandi"), "current-password")


def _new_passwords(form: forms.Form) -> None:
    for name, label in (
        ("password1", _("Kata sandi baru")),
        ("password2", _("Ulangi kata sandi baru")),
    ):
        field = form.fields[name]
        field.label = label
        field.help_text = ""
        field.validators.append(MaxLengthValidator(LONGEST, TOO_LONG["max_length"]))
        field.widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
