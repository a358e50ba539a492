"""What a session must fulfil at every request to the editors' host, before any view runs."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from selaras.accounts import security_log, sessions
from selaras.accounts.models import User
from selaras.accounts.second_factor import Missing, missing

# Asked by an open tab without anybody there: it keeps no session alive.
BY_ITSELF = {"wagtailadmin_editing_sessions:ping"}
CONFIRMING = {"mfa_reauthenticate", "mfa_reauthenticate_webauthn"}
SETTING_UP = {
    "accounts:begin", "mfa_activate_totp", "mfa_add_webauthn", "mfa_view_recovery_codes",
    "account_reauthenticate",
}  # fmt: skip
ALWAYS = {
    "account_login", "account_logout", "accounts:wagtail_logout", "accounts:wagtail_login",
    "wagtailadmin_javascript_catalog", "editor_robots",
}  # fmt: skip
REACHED = {
    Missing.SET_UP: ALWAYS | SETTING_UP,
    Missing.PROOF: ALWAYS | CONFIRMING,
}


class SessionGateMiddleware:
    """Ends a session whose time or rights are over, and leads first to the second factor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        if getattr(request, "host_kind", None) != "editor" or request.resolver_match is None:
            return None
        user = request.user
        if not isinstance(user, User):
            return None
        over = sessions.ended(request, user)
        if over is not None:
            security_log.note(user, "session.over", why=over.why)
            logout(request)
            messages.warning(request, over.message)
            return None  # as for everybody who is not signed in
        route = request.resolver_match.view_name
        if route not in BY_ITSELF:
            sessions.touch(request)
        return _detour(request, route)


def _detour(request: HttpRequest, route: str) -> HttpResponse | None:
    lacking = missing(request)
    if lacking is Missing.NOTHING or route in REACHED[lacking]:
        return None
    if request.headers.get("x-requested-with"):
        raise PermissionDenied  # a script cannot follow the way to another screen
    if lacking is Missing.SET_UP:
        return redirect("accounts:begin")
    address = reverse("mfa_reauthenticate")
    here = request.get_full_path() if request.method in {"GET", "HEAD"} else "/"
    return redirect(f"{address}?{urlencode({'next': here})}")
