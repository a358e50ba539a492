"""A search that somebody follows: what it finds, newest first, as an Atom feed (RFC 4287)."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.pages.machines.addresses import site_address
from selaras.pages.machines.answers import answer
from selaras.pages.machines.letters import plain
from selaras.search.following import EPOCH, newest
from selaras.search.found import Result
from selaras.search.links import feed_link, in_language, link
from selaras.search.parameters import Asked, asked
from selaras.textindex.errors import EngineError

TYPE = "application/atom+xml; charset=utf-8"
SECONDS = 300
RETRY_SECONDS = 30


@require_safe
def feed(request: HttpRequest) -> HttpResponseBase:
    """404 for what cannot be searched for, 503 while the engine is away."""
    question = asked(request)
    if not question.question.searchable:
        return render(request, "404.html", status=404)
    try:
        found = newest(question.question)
    except EngineError:
        return HttpResponse(status=503, headers={"Retry-After": str(RETRY_SECONDS)})
    modified = next((one.dated for one in found if one.dated), EPOCH)
    return answer(
        request,
        _written(question, found, modified),
        TYPE,
        seconds=SECONDS,
        modified=modified,
        headers={"X-Robots-Tag": "noindex"},
    )


class _Dated(Atom1Feed):
    """Django dates a feed without items by the clock, which would change it at every look."""

    def latest_post_date(self) -> datetime:
        modified: datetime = self.feed["modified"]
        return modified


def _written(asked: Asked, found: list[Result], modified: datetime) -> bytes:
    question = replace(asked.question, page=1)
    address = site_address(asked.site, feed_link(question))
    speaker = asked.site.short_name if asked.site else "Selaras"
    title = _("Cari: %(words)s") % {"words": plain(question.text)}
    generator = _Dated(
        title=f"{title} · {speaker}",
        link=site_address(asked.site, f"{reverse('search:results')}{link(question)}"),
        description=None,
        language=get_language(),
        feed_url=address,
        feed_guid=address,
        modified=modified,
    )
    for one in found:
        url = in_language(one.url)
        generator.add_item(
            title=plain(one.title.text) or "…",
            link=url,
            description=plain(one.excerpt.text),
            author_name=plain(one.institution_name),
            updateddate=one.dated or EPOCH,
            pubdate=one.dated,
            unique_id=one.url,
        )
    content = BytesIO()
    generator.write(content, "utf-8")
    return content.getvalue()
