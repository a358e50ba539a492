"""How large what is sent may be: little from a stranger, more from an editor, most for files.

Rooms that take files say so for their routes, when their apps are ready. All sizes in bytes.
"""

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve

KB, MB = 1 << 10, 1 << 20
FROM_A_STRANGER = 256 * KB
# A page of 300,000 characters with some hundred blocks, and a little around it.
FROM_AN_EDITOR = 12 * MB
_by_route: dict[str, int] = {}


def allow(*routes: str, most: int) -> None:
    """Let an editor send up to `most` bytes to these routes, named as `namespace:name`."""
    _by_route.update(dict.fromkeys(routes, most))


def most_for(request: HttpRequest, length: int) -> int:
    """What may be sent with this request; asks who it is from only where that matters."""
    if length <= FROM_A_STRANGER or getattr(request, "host_kind", None) != "editor":
        return FROM_A_STRANGER
    if not is_from_an_editor(request):
        # A session that ended while somebody wrote: the page says so, whatever was written.
        ended = settings.SESSION_COOKIE_NAME in request.COOKIES
        return FROM_AN_EDITOR if ended else FROM_A_STRANGER
    return max(FROM_AN_EDITOR, _by_route.get(_route(request), 0))


def is_from_an_editor(request: HttpRequest) -> bool:
    return getattr(request, "host_kind", None) == "editor" and request.user.is_authenticated


def _route(request: HttpRequest) -> str:
    try:
        return resolve(request.path_info, getattr(request, "urlconf", None)).view_name
    except Resolver404:
        return ""
