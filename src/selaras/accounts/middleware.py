"""Sessions, sign-in and messages exist on the editors' host only.

A public page then cannot set a session cookie, vary on one or know a user, whatever a template
or a library does.
"""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from selaras.accounts.unreadable import is_unreadable
from selaras.common.errors import Refused
from selaras.look.bodies.middleware import refusal


class EditorSessionMiddleware(SessionMiddleware):
    def process_request(self, request: HttpRequest) -> None:
        if _is_editor(request):
            super().process_request(request)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        return super().process_response(request, response) if _is_editor(request) else response


class EditorAuthenticationMiddleware(AuthenticationMiddleware):
    def process_request(self, request: HttpRequest) -> None:
        if _is_editor(request):
            super().process_request(request)
        elif not hasattr(request, "user"):
            request.user = AnonymousUser()


class EditorMessageMiddleware(MessageMiddleware):
    def process_request(self, request: HttpRequest) -> None:
        if _is_editor(request):
            super().process_request(request)


class EditorRefusalMiddleware:
    """Tells an editor what was refused and why, wherever Wagtail did not expect a refusal."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Back to where the editor came from, with the message; elsewhere nothing changes.

        What a library's view cannot read is a bad request.
        """
        if _is_editor(request) and is_unreadable(request, exception):
            return refusal(request, 400)
        if not (_is_editor(request) and isinstance(exception, Refused)):
            return None
        if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
            # As Wagtail's editor expects it when it saves by itself.
            told = {"success": False, "error_code": "refused", "error_message": str(exception)}
            return JsonResponse(told, status=400)
        messages.error(request, str(exception))
        back = request.headers.get("Referer", "")
        own = url_has_allowed_host_and_scheme(back, {request.get_host()})
        return redirect(back if own else "/")


def _is_editor(request: HttpRequest) -> bool:
    return getattr(request, "host_kind", None) == "editor"
