"""Nothing is parsed before its whole size is known to be allowed and all of it has come."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from selaras.look.bodies.limits import MB, is_from_an_editor, most_for
from selaras.look.bodies.receiving import TooManyAtOnce, TooSlow, receive

logger = logging.getLogger(__name__)

LENGTH = re.compile(r"[0-9]{1,19}")

# A browser shows an answer only after it has sent everything: what is refused is read and dropped,
# up to this size, by whether an editor sent it.
DROPPED = {False: 8 * MB, True: 256 * MB}
PATIENCE_FOR_A_PLACE = 5.0  # seconds
# Of the threads that answer, strangers who send slowly hold a quarter and editors half; the rest
# always reads.
_places = {
    False: BoundedSemaphore(max(1, settings.SERVER_THREADS // 4)),
    True: BoundedSemaphore(max(1, settings.SERVER_THREADS // 2)),
}


class BodyMiddleware:
    """Refuses what is too large (413), without length (411), too slow (408), too much (503).

    Stands where it is known which host is asked, and by whom.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        said = request.META.get("CONTENT_LENGTH") or ""
        if not said and request.META.get("HTTP_TRANSFER_ENCODING"):
            return refusal(request, 411)
        if said and not LENGTH.fullmatch(said):
            return refusal(request, 400)
        length = int(said or 0)
        return (_taken_in(request, length) if length else None) or self.get_response(request)


def _taken_in(request: HttpRequest, length: int) -> HttpResponse | None:
    """Put the whole body in the place of the one that is still coming, or say why not."""
    known = is_from_an_editor(request)
    too_large = length > most_for(request, length)
    if too_large and length > DROPPED[known]:
        return refusal(request, 413)
    try:
        with _place(known):
            whole = receive(request._stream, length, patient=known, keep=not too_large)
    except TooSlow:
        return refusal(request, 408)
    except (TooManyAtOnce, OSError) as error:
        logger.warning("what was sent could not be taken in: %r", error)
        return refusal(request, 503)
    if too_large:
        return refusal(request, 413)
    request._stream = whole
    return None


@contextmanager
def _place(known: bool) -> Iterator[None]:
    if not _places[known].acquire(timeout=PATIENCE_FOR_A_PLACE):
        raise TooManyAtOnce
    try:
        yield
    finally:
        _places[known].release()


def refusal(request: HttpRequest, status: int) -> HttpResponse:
    """A page for people, JSON for scripts; the connection ends, for its rest was not read."""
    title, words = _sentences()[status]
    if "application/json" in request.headers.get("Accept", ""):
        response: HttpResponse = JsonResponse(
            {"success": False, "error_message": f"{title}. {words}"}, status=status
        )
    else:
        page = render_to_string("look/refusal.html", {"title": title, "words": words})
        response = HttpResponse(page, status=status)
    response.headers["Connection"] = "close"
    if status == 503:  # noqa: PLR2004 - the code of HTTP
        response.headers["Retry-After"] = "30"
    return response


def _sentences() -> dict[int, tuple[str, str]]:
    return {
        400: (_("Kiriman ini tidak terbaca"), _("Muat ulang halamannya, lalu kirim lagi.")),
        408: (
            _("Kiriman ini terlalu lama"),
            _("Sambungan Anda terlalu lambat atau terputus. Periksa, lalu kirim lagi."),
        ),
        411: (
            _("Ukuran kiriman ini tidak disebutkan"),
            _("Kirim lagi dengan peramban, atau sebutkan Content-Length."),
        ),
        413: (
            _("Kiriman ini terlalu besar"),
            _("Kembali, perkecil berkasnya atau kurangi isinya, lalu kirim lagi."),
        ),
        503: (
            _("Terlalu banyak kiriman sekaligus"),
            _("Tidak ada yang tersimpan. Tunggu sebentar, lalu kirim lagi."),
        ),
    }
