"""Sessions, sign-in and messages exist on the editors' host only.

A public page then cannot set a session cookie, vary on one or know a user, whatever a template
or a library does.
"""

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse


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


def _is_editor(request: HttpRequest) -> bool:
    return getattr(request, "host_kind", None) == "editor"
