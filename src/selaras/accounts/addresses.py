"""The address that a request comes from, also behind proxies of one's own."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class ClientAddressMiddleware:
    """Puts the client's address into `REMOTE_ADDR`, where everything else looks for it.

    Each of `TRUSTED_PROXIES` proxies adds the address that it sees to `X-Forwarded-For`; what
    stands before these is written by the client and believed by nobody.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        proxies = settings.TRUSTED_PROXIES
        seen = request.headers.get("X-Forwarded-For", "").split(",")
        if proxies and len(seen) >= proxies and seen[-proxies].strip():
            request.META["REMOTE_ADDR"] = seen[-proxies].strip()
        return self.get_response(request)
