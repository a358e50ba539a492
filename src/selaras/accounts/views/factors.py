"""Setting up a second factor, renewing the recovery codes, and removing a factor."""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from selaras.accounts import codes, mail, second_factor, security_log
from selaras.accounts.forms.codes import SetUpAppForm
from selaras.accounts.models import User
from selaras.accounts.policies import may_remove
from selaras.accounts.words import FACTOR_ERRORS

Type = Authenticator.Type


@require_safe
@login_required
def begin(request: HttpRequest) -> HttpResponse:
    """The first screen of whoever has no second factor yet: which kind shall it be."""
    if not isinstance(request.user, User) or second_factor.is_set_up(request.user):
        return redirect("mfa_index")
    required = second_factor.is_required(request.user)
    return render(request, "accounts/begin.html", {"required": required})


class SetUpAppView(ActivateTOTPView):
    @transaction.atomic
    def form_valid(self, form: SetUpAppForm) -> HttpResponse:
        """The code that proved the app is used up, as every other."""
        response: HttpResponse = super().form_valid(form)
        codes.use_up(form.user, form.step)
        _added(self.request, form.user, Type.TOTP)
        mail.tell(form.user, "totp_activated", self.request)
        return response


class AddPasskeyView(AddWebAuthnView):
    @transaction.atomic
    def form_valid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        _added(self.request, _user(self.request), Type.WEBAUTHN)
        return response


class RenewRecoveryCodesView(GenerateRecoveryCodesView):
    @transaction.atomic
    def form_valid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        user = _user(self.request)
        security_log.note(user, "factor.renew", kind=Type.RECOVERY_CODES)
        mail.tell(user, "recovery_codes_generated", self.request)
        return response


class RemoveAppView(DeactivateTOTPView):
    @transaction.atomic
    def form_valid(self, form: Form) -> HttpResponse:
        """allauth tells of it by a signal, so that the audit is written with it."""
        response: HttpResponse = super().form_valid(form)
        return response


class RemovePasskeyView(RemoveWebAuthnView):
    object: Authenticator

    @transaction.atomic
    def form_valid(self, form: Form) -> HttpResponse:
        if not may_remove(self.get_object()):
            messages.error(self.request, FACTOR_ERRORS["cannot_delete_authenticator"])
            return redirect("mfa_index")
        response: HttpResponse = super().form_valid(form)
        return response


def _user(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise TypeError("an anonymous request passed the sign-in")
    return request.user


def _added(request: HttpRequest, user: User, kind: Type) -> None:
    """Whoever has just set it up has just shown that she holds it."""
    record_authentication(request, user, "mfa", type=kind.value)
    security_log.note(user, "factor.add", kind=kind)
