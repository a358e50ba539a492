"""What somebody sees who opens the link of an invitation. Looking at it uses nothing up."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from selaras.accounts import guessing, limits
from selaras.accounts.errors import AccountRefused
from selaras.accounts.limits import Limit, TooMany
from selaras.accounts.models import User
from selaras.accounts.services import sign_in
from selaras.common.errors import Refused
from selaras.institutions.models import Invitation
from selaras.institutions.people.errors import InvitationOver
from selaras.institutions.people.forms.inviting import NewAccountForm
from selaras.institutions.people.services import accept, accept_with_new_account
from selaras.institutions.people.services.accepting import waiting

OPENING = Limit("invitation", 60, timedelta(seconds=10))
TEMPLATES = "institutions/people/invitation"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Counted for each address, right or wrong; then what stands behind the link, or nothing."""
    try:
        limits.take(OPENING, guessing.address_of(request))
        found = waiting(token)
        return _answer(request, token, found)
    except TooMany as error:
        return _over(request, error, status=429)
    except InvitationOver as error:
        return _over(request, error, status=404)


def _answer(request: HttpRequest, token: str, found: Invitation) -> HttpResponse:
    if isinstance(request.user, User):
        return _with_account(request, request.user, token, found)
    form = NewAccountForm(request.POST or None, initial={"name": found.name})
    if request.method == "POST" and form.is_valid():
        try:
            user = accept_with_new_account(token=token, **form.cleaned_data)
        except AccountRefused as refused:
            _tell(form, refused)
        else:
            return sign_in(request, user, next_url=reverse("people:first_steps"))
    login = f"{reverse('account_login')}?next={request.path}"
    return _show(request, "new", found, form=form, login=login)


def _with_account(request: HttpRequest, user: User, token: str, found: Invitation) -> HttpResponse:
    """Whoever is signed in accepts as herself; if it was meant for somebody else, it says so."""
    refused = None
    if request.method == "POST":
        try:
            accept(token=token, user=user)
        except InvitationOver:
            raise
        except Refused as error:
            refused = error
        else:
            return redirect("people:first_steps")
    other = user.email.casefold() != found.email.casefold()
    return _show(request, "signed_in", found, other=other, refused=refused)


def _tell(form: NewAccountForm, refused: AccountRefused) -> None:
    """What is wrong with the address is not told: it would say that there is an account."""
    if refused.field in form.fields:
        form.add_error(refused.field, str(refused))
        return
    problem = _("Akun baru tidak dapat dibuat dengan undangan ini.")
    remedy = _("Jika Anda sudah punya akun, masuklah; jika belum, mintalah undangan baru.")
    form.add_error(None, f"{problem} {remedy}")


def _show(request: HttpRequest, name: str, found: Invitation, **more: Any) -> HttpResponse:
    context = {"invitation": found, "institution": found.institution, **more}
    return render(request, f"{TEMPLATES}/{name}.html", context)


def _over(request: HttpRequest, error: Refused, *, status: int) -> HttpResponse:
    return render(request, f"{TEMPLATES}/over.html", {"error": error}, status=status)
