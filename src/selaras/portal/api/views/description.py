"""The description over HTTP, and what is at no address."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from selaras.pages.machines.answers import answer
from selaras.portal.api.answers import JSON, machine
from selaras.portal.api.description import as_bytes
from selaras.portal.api.errors import NothingThere

SECONDS = 3600


@machine
def openapi(request: HttpRequest) -> HttpResponseBase:
    """For programs on every website, as the data that it describes."""
    return answer(request, as_bytes(), JSON, seconds=SECONDS)


@machine
def absent(request: HttpRequest) -> HttpResponseBase:
    raise NothingThere("Tidak ada apa pun di alamat ini.", "Daftar alamat: /api/openapi.json.")
