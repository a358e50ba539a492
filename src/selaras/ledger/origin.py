"""From where an act comes: a request to the editors' host, or a command on the machine.

Services need not pass it on; `record` takes it from here.
"""

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from ipaddress import ip_address

from django.http import HttpRequest, HttpResponse

MOST_LETTERS = 300


@dataclass(frozen=True, slots=True)
class Whence:
    """An IP address if there is one, and the browser or the account of the machine."""

    address: str | None
    agent: str


_whence: ContextVar[Whence | None] = ContextVar("whence", default=None)


def whence() -> Whence | None:
    return _whence.get()


@contextmanager
def coming_from(origin: Whence) -> Iterator[None]:
    token = _whence.set(origin)
    try:
        yield
    finally:
        _whence.reset(token)


def this_machine() -> Whence:
    """For commands: which account of the machine ran it."""
    try:
        account = getpass.getuser()
    except (KeyError, OSError):  # a container may run under a number that has no name
        account = "tanpa nama"
    return Whence(None, f"akun mesin {account}"[:MOST_LETTERS])


class OriginMiddleware:
    """Notes where a request to the editors' host comes from, while it is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if getattr(request, "host_kind", None) != "editor":
            return self.get_response(request)
        with coming_from(_of(request)):
            return self.get_response(request)


def _of(request: HttpRequest) -> Whence:
    agent = request.headers.get("User-Agent", "").replace("\0", "")
    return Whence(_address(request.META.get("REMOTE_ADDR", "")), agent[:MOST_LETTERS])


def _address(text: str) -> str | None:
    """The address as it is written in full; None where the server speaks through a socket."""
    try:
        return str(ip_address(text))
    except ValueError:
        return None
