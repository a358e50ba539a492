"""The log for machines, which any website may read."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from selaras.ledger.proof import bundles
from selaras.ledger.proof.canonical import Data, canonical
from selaras.ledger.proof.heads import as_json, latest
from selaras.ledger.proof.keys import key_set
from selaras.ledger.proof.models import LogEntry
from selaras.pages.machines.answers import answer
from selaras.portal.proof.addresses import keys_url
from selaras.portal.proof.bundles import (
    entries_of_announcement,
    entries_of_version,
    found_announcement,
)

SECONDS = 1  # as long as a head may be behind
KEYS_SECONDS = 300
MOST_DIGITS = 15
OPEN_TO_ALL = {"Access-Control-Allow-Origin": "*"}


@require_safe
def keys(request: HttpRequest) -> HttpResponseBase:
    """The public halves of all keys that ever signed, as a JWK set."""
    return _told(request, key_set(), seconds=KEYS_SECONDS, content_type="application/jwk-set+json")


@require_safe
def head(request: HttpRequest) -> HttpResponseBase:
    """The latest signed head."""
    found = latest()
    return _told(request, as_json(found)) if found else _waiting()


@require_safe
def consistency(request: HttpRequest) -> HttpResponseBase:
    """`dari` and `ke` are sizes; without `ke` the latest head's."""
    first, second = _size(request, "dari"), _size(request, "ke")
    if first is None or (second is None and "ke" in request.GET):
        return _refused(gettext("dari dan ke harus ukuran catatan, angka mulai 1."), 400)
    found = bundles.consistency(first, second)
    if found is None:
        return _refused(gettext("Catatan belum berukuran itu, atau dari melebihi ke."), 404)
    return _told(request, found)


def _size(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    fits = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return int(text) or None if fits else None


@require_safe
def entry(request: HttpRequest, index: str) -> HttpResponseBase:
    """One entry by its number: what it says, or its hash alone where that is not public."""
    found = bundles.bundle_of_number(int(index), keys=keys_url())
    if found is None:
        return _refused(gettext("Belum ada entri bernomor itu."), 404)
    return _told(request, found)


@require_safe
def announcement(request: HttpRequest, slug: str) -> HttpResponseBase:
    found = found_announcement(slug)
    if found is None:
        return _refused(gettext("Tidak ada pengumuman itu."), 404)
    return _bundle(request, entries_of_announcement(found))


@require_safe
def fact(request: HttpRequest, version: str) -> HttpResponseBase:
    return _bundle(request, entries_of_version(version))


def _bundle(request: HttpRequest, entries: Sequence[LogEntry]) -> HttpResponseBase:
    if not entries:
        return _refused(gettext("Tidak ada entri tentang itu."), 404)
    found = bundles.bundle(entries, keys=keys_url())
    return _told(request, found) if found else _waiting()


def _told(
    request: HttpRequest,
    data: Data,
    *,
    seconds: int = SECONDS,
    content_type: str = "application/json",
) -> HttpResponseBase:
    content = canonical(data).encode()
    return answer(request, content, content_type, seconds=seconds, headers=OPEN_TO_ALL)


def _waiting() -> HttpResponse:
    """What was written a moment ago has no number yet."""
    response = _refused(gettext("Entrinya sedang diberi nomor; coba lagi sebentar."), 404)
    response.headers["Retry-After"] = "1"
    return response


def _refused(problem: str, status: int) -> HttpResponse:
    kept = {**OPEN_TO_ALL, "Cache-Control": f"public, max-age={SECONDS}"}
    return JsonResponse({"error": problem}, status=status, headers=kept)
