"""The page that asks for a second factor in the middle of an act, and keeps what was posted."""

from typing import Any

from allauth.mfa.webauthn.internal import auth as webauthn
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from selaras.accounts import second_factor
from selaras.accounts.forms.codes import ConfirmCodeForm
from selaras.accounts.forms.passkeys import ConfirmPasskeyForm
from selaras.accounts.models import User

PREFIX = "step_up"
ASKED = f"{PREFIX}-asked"
CODE, CREDENTIAL = f"{PREFIX}-code", f"{PREFIX}-credential"
OURS = {"csrfmiddlewaretoken", ASKED, CODE, CREDENTIAL}


def confirm(request: HttpRequest) -> HttpResponse | None:
    """None once the second factor that came with this request was right."""
    user = request.user
    if not isinstance(user, User):
        raise TypeError("only a signed-in person can confirm an act")
    form = _answered(request, user)
    if form is not None and form.is_valid():
        form.save()
        return None
    return _page(request, user, form)


def _answered(request: HttpRequest, user: User) -> ConfirmCodeForm | ConfirmPasskeyForm | None:
    if request.POST.get(CREDENTIAL):
        return ConfirmPasskeyForm(user=user, data=request.POST, prefix=PREFIX)
    if ASKED in request.POST:
        return ConfirmCodeForm(user=user, data=request.POST, prefix=PREFIX)
    return None


def _page(
    request: HttpRequest, user: User, form: ConfirmCodeForm | ConfirmPasskeyForm | None
) -> HttpResponse:
    kept = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in OURS
        for value in values
    ]
    code_form = form if isinstance(form, ConfirmCodeForm) else None
    found: dict[str, Any] = {
        "form": code_form or ConfirmCodeForm(user=user, prefix=PREFIX),
        "passkey_errors": form.errors if isinstance(form, ConfirmPasskeyForm) else None,
        "asked": ASKED,
        "credential": CREDENTIAL,
        "kept": kept,
        "lost_files": bool(request.FILES),
    }
    found["set_up"] = second_factor.is_set_up(user)
    found["js_data"] = {"request_options": webauthn.begin_authentication(user)}
    return render(request, "accounts/step_up.html", found)
