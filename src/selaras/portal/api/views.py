"""The description over HTTP."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from selaras.pages.machines.answers import answer
from selaras.portal.api.description import as_bytes

SECONDS = 3600


@require_safe
def openapi(request: HttpRequest) -> HttpResponseBase:
    """For programs on every website, as the data that it describes."""
    response = answer(request, as_bytes(), "application/json", seconds=SECONDS)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
