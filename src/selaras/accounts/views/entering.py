"""Where allauth's own screens of signing in need a limit that tells when to try again."""

from typing import Any

from allauth.account.views import PasswordResetView
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from selaras.accounts import guessing, limits, security_log
from selaras.accounts.forms.passwords import ForgottenPasswordForm
from selaras.accounts.limits import PASSKEY, TooMany


class ForgottenPasswordView(PasswordResetView):
    def form_valid(self, form: ForgottenPasswordForm) -> HttpResponse:
        """The same answer whether or not the address has an account."""
        try:
            form.count(self.request)
        except TooMany as error:
            security_log.limited(error.limit, form.cleaned_data["email"])
            form.add_error("email", str(error))
            refused: HttpResponse = self.form_invalid(form)
            return refused
        response: HttpResponse = super().form_valid(form)
        return response


class PasskeySignInView(LoginWebAuthnView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST":
            who = guessing.address_of(request)
            try:
                limits.take(PASSKEY, who)
            except TooMany as error:
                security_log.limited(PASSKEY, who)
                messages.error(request, str(error))
                return redirect("account_login")
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response
