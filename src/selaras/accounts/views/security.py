"""One page about the safety of one's own account, and where one is signed in."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from selaras.accounts import second_factor, security_log, sessions
from selaras.accounts.agents import described
from selaras.accounts.models import User

Type = Authenticator.Type


@require_safe
@login_required
def security(request: HttpRequest) -> HttpResponse:
    user = _user(request)
    factors = list(Authenticator.objects.filter(user=user).order_by("created_at"))
    recovery = next((one.wrap() for one in factors if one.type == Type.RECOVERY_CODES), None)
    found = {
        "app": next((one for one in factors if one.type == Type.TOTP), None),
        "passkeys": [one.wrap() for one in factors if one.type == Type.WEBAUTHN],
        "recovery_left": len(recovery.get_unused_codes()) if recovery else 0,
        "required": second_factor.is_required(user),
        "set_up": any(one.type in second_factor.FACTORS for one in factors),
        "sessions": sessions.open_sessions(user).count(),
    }
    return render(request, "accounts/security.html", found)


@require_safe
@login_required
def list_sessions(request: HttpRequest) -> HttpResponse:
    current = request.session.session_key
    rows = [
        {"session": one, "device": described(one.user_agent), "current": one.session_key == current}
        for one in sessions.open_sessions(_user(request))
    ]
    rows.sort(key=lambda row: not row["current"])
    return render(request, "accounts/sessions.html", {"rows": rows, "others": len(rows) > 1})


@require_POST
@login_required
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    user = _user(request)
    found = UserSession.objects.filter(user=user, pk=pk).first()
    if found is None:
        raise Http404
    security_log.note(user, "session.end", count=1)
    if found.session_key == request.session.session_key:
        logout(request)
        return redirect("account_login")
    sessions.end([found])
    messages.success(request, _("Sesi itu sudah diakhiri."))
    return redirect("usersessions_list")


@require_POST
@login_required
def end_others(request: HttpRequest) -> HttpResponse:
    user = _user(request)
    count = sessions.end_all(user=user, keep=request.session.session_key)
    if count:
        security_log.note(user, "session.end", count=count)
    words = ngettext("%(count)d sesi lain diakhiri.", "%(count)d sesi lain diakhiri.", count)
    messages.success(request, words % {"count": count})
    return redirect("usersessions_list")


def _user(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise TypeError("an anonymous request passed the sign-in")
    return request.user
