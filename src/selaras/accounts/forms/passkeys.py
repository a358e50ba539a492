"""Forms that take what a passkey answered; any nonsense in it is a wrong passkey, not a crash."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms as passkey_forms
from cryptography.exceptions import InvalidSignature
from django import forms
from django.utils.translation import gettext_lazy as _

from selaras.accounts import security_log
from selaras.accounts.words import WRONG_PASSKEY

# What the parsers below raise for an answer that no browser makes.
NONSENSE = (ValueError, TypeError, KeyError, AttributeError, IndexError, InvalidSignature)


class TakesPasskey(forms.Form):
    user: Any

    def clean_credential(self) -> Authenticator:
        try:
            found: Authenticator = super().clean_credential()  # type: ignore[misc]
        except (forms.ValidationError, *NONSENSE) as error:
            security_log.failed([self.user] if self.user else [], by="passkey")
            raise forms.ValidationError(WRONG_PASSKEY, code="passkey") from error
        return found


class SignInPasskeyForm(TakesPasskey, passkey_forms.LoginWebAuthnForm):
    pass


class SecondPasskeyForm(TakesPasskey, passkey_forms.AuthenticateWebAuthnForm):
    pass


class ConfirmPasskeyForm(TakesPasskey, passkey_forms.ReauthenticateWebAuthnForm):
    pass


class AddPasskeyForm(passkey_forms.AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.CharField(
            label=_("Nama kunci sandi"),
            help_text=_("Misalnya: laptop kantor, ponsel, kunci USB."),
            required=False,
            max_length=60,
        )
        self.fields["passwordless"] = forms.BooleanField(
            label=_("Pakai juga untuk masuk tanpa kata sandi"),
            help_text=_("Perangkat meminta sidik jari, wajah, atau PIN setiap kali."),
            required=False,
            initial=True,
        )

    def clean(self) -> dict[str, Any]:
        try:
            cleaned: dict[str, Any] = super().clean()
        except (forms.ValidationError, *NONSENSE) as error:
            raise forms.ValidationError(WRONG_PASSKEY, code="passkey") from error
        return cleaned


class RenamePasskeyForm(passkey_forms.EditWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.CharField(label=_("Nama kunci sandi"), max_length=60)
