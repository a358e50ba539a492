"""What may be meant, while somebody types: in the form that browsers know (OpenSearch)."""

import json

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.pages.machines.answers import answer
from selaras.pages.throttle import Throttle
from selaras.search.links import in_language
from selaras.search.parameters import asked
from selaras.search.suggesting import suggest
from selaras.textindex.errors import EngineError

TYPE = "application/x-suggestions+json"
SECONDS = 60
# Of each server process; nobody types so fast, and a suggestion is never missed.
here_and_now = Throttle(most=500, seconds=10)


@require_safe
def suggestions(request: HttpRequest) -> HttpResponseBase:
    """`[typed, texts, what each is, addresses]`; an address is empty where it is a question.

    Empty lists where the engine is away; 429 with `Retry-After` where too much is asked.
    """
    if not here_and_now.admits():
        return HttpResponse("", TYPE, 429, headers={"Retry-After": "2"})
    question = asked(request).question
    try:
        found = suggest(question.text, region=question.region, site=question.site)
    except EngineError:
        return _told(request, question.text, [], seconds=0)
    words = {
        "query": "",
        "institution": _("Situs instansi"),
        "fact": _("Fakta resmi"),
        "page": _("Halaman"),
    }
    rows = [(one.text, words[one.kind], in_language(one.url) if one.url else "") for one in found]
    return _told(request, question.text, rows, seconds=SECONDS)


def _told(
    request: HttpRequest, typed: str, rows: list[tuple[str, str, str]], *, seconds: int
) -> HttpResponseBase:
    lists = [list(column) for column in zip(*rows, strict=True)] or [[], [], []]
    body = json.dumps([typed, *lists], ensure_ascii=False, separators=(",", ":"))
    return answer(request, body.encode(), TYPE, seconds=seconds)
