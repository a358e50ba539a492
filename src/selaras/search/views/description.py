"""What a browser needs to know to search here from its own box (OpenSearch 1.1)."""

from xml.sax.saxutils import escape, quoteattr

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.institutions.models import Institution
from selaras.pages.machines.addresses import site_address
from selaras.pages.machines.answers import answer
from selaras.pages.machines.letters import plain
from selaras.search.views.feed import TYPE as ATOM
from selaras.search.views.suggestions import TYPE as SUGGESTIONS

TYPE = "application/opensearchdescription+xml"
SECONDS = 86_400
MOST_NAME, MOST_WORDS = 16, 1024  # of the specification


@require_safe
def description(request: HttpRequest) -> HttpResponseBase:
    """Of this host's site; on the portal of the whole country."""
    institution = getattr(request, "institution", None)
    return answer(request, _written(institution).encode(), TYPE, seconds=SECONDS)


def _written(institution: Institution | None) -> str:
    name = plain(institution.short_name) if institution else "Selaras"
    whose = plain(institution.name) if institution else _("seluruh instansi")
    words = _("Cari informasi resmi %(whose)s") % {"whose": whose}
    asked = "?q={searchTerms}"
    page = f"{reverse('search:results')}{asked}"
    paths = {
        "text/html": f"{page}&halaman={{startPage?}}",
        SUGGESTIONS: f"{reverse('search:suggestions')}{asked}",
        ATOM.partition(";")[0]: f"{reverse('search:feed')}{asked}",
    }
    urls = {kind: site_address(institution, path) for kind, path in paths.items()}
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
            f"<ShortName>{escape(name[:MOST_NAME].strip())}</ShortName>",
            f"<Description>{escape(words[:MOST_WORDS])}</Description>",
            *(
                f"<Url type={quoteattr(kind)} template={quoteattr(template)}/>"
                for kind, template in urls.items()
            ),
            f"<Language>{get_language()}</Language>",
            "<InputEncoding>UTF-8</InputEncoding>",
            "<OutputEncoding>UTF-8</OutputEncoding>",
            "</OpenSearchDescription>",
            "",
        ]
    )
