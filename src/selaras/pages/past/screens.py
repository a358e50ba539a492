"""What the public saw of one page: the list of its periods, and the page of each."""

import re
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView

from selaras.accounts.models import User
from selaras.common.errors import Refused
from selaras.institutions.models import Institution
from selaras.look.middleware import PUBLIC_POLICY
from selaras.pages.admin.access import crumbs
from selaras.pages.models import Publication
from selaras.pages.past.errors import NotReproduced
from selaras.pages.past.finding import Asked, moment_words
from selaras.pages.past.moments import past_moment
from selaras.pages.past.rendering import render_at
from selaras.pages.past.tree import public_at
from selaras.pages.policies import may_read_past, publications_for

TITLE = "Yang terlihat publik"
ICON = "history"
AS_IT_WAS = f"{PUBLIC_POLICY}; sandbox allow-same-origin"
TICK = timedelta(microseconds=1)
BODY = re.compile(rb"<body[^>]*>")
OWN_LINKS = re.compile(rb'(<a\b[^>]*?\shref=")(?=/(?!/))')


class PastItem(PageMenuItem):
    label: Any = TITLE
    icon_name: Any = ICON
    url_name: Any = "past_pages:list"

    def is_shown(self, user: User) -> bool:
        return self.page.first_published_at is not None


class PublicationListView(BaseListingView):
    """The periods in which one page was public, the newest first."""

    template_name = "pages/admin/past.html"
    table_classname: Any = "listing report-list"
    page_title: Any = TITLE
    header_icon = ICON
    paginate_by = 50

    @cached_property
    def columns(self) -> list[Column]:  # type: ignore[override]
        owner, page_id = self.institution, self.kwargs["page_id"]
        return [
            TitleColumn(
                "begun",
                label="Terlihat sejak",
                accessor=lambda row: short(row.public_from, owner),
                get_url=lambda row: show_url(page_id, row.public_from),
            ),
            TitleColumn(
                "ended",
                label="Sampai",
                accessor=lambda row: f"sampai {short(row.public_to, owner)}",
                get_url=lambda row: show_url(page_id, last_moment(row)),
            ),
            Column("reason", label="Berakhir karena", accessor="get_ended_display"),
            Column("address", label="Alamat", accessor=lambda row: f"{row.host}{row.path}"),
            Column("title", label="Judul saat itu"),
            Column("revision", label="Revisi", accessor=_revision),
        ]

    @cached_property
    def newest(self) -> Publication:
        found = self.get_base_queryset().first()
        if found is None:
            raise Http404
        return found

    @cached_property
    def institution(self) -> Institution:
        return owner_of(self.newest)

    def get_base_queryset(self) -> QuerySet[Publication]:
        mine = publications_for(self.request.user).filter(page_id=self.kwargs["page_id"])
        return mine.order_by("-public_from", "-pk")

    def get_index_url(self) -> str:
        return reverse("past_pages:list", args=[self.kwargs["page_id"]])

    def get_page_subtitle(self) -> str:
        return self.newest.title

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return crumbs(("", self.newest.title), ("", TITLE))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[no-untyped-call]
        here = self.institution.region
        return context | {
            "show_url": reverse("past_pages:show", args=[self.kwargs["page_id"]]),
            "latest": here.local(timezone.now()).strftime("%Y-%m-%dT%H:%M"),
            "zone": here.zone,
        }


@require_safe
def show(request: HttpRequest, page_id: int) -> HttpResponse:
    """The page as it was at `pada`; marked, not kept, and without scripts or forms."""
    rows = Publication.objects.filter(page_id=page_id)
    newest = rows.order_by("-public_from").first()
    if newest is None:
        raise Http404
    back = reverse("past_pages:list", args=[page_id])
    institution = owner_of(newest)
    try:
        moment = past_moment(request.GET.get("pada", ""), institution.region)
        row = rows.filter(public_at(moment)).select_related("content").first()
        if row is None or not may_read_past(request.user, row):
            said = moment_words(moment, institution)
            raise Refused(f"Halaman ini tidak terlihat publik pada {said}.")
        asked = Asked(owner_of(row), row, row.path)
        rendered = render_at(asked, at=moment, known_at=moment)
    except Refused as refusal:
        kind = messages.error if isinstance(refusal, NotReproduced) else messages.warning
        kind(request, str(refusal))  # type: ignore[no-untyped-call]
        return redirect(back)
    context = {
        "moment": moment_words(moment, institution),
        "back": back,
        "missing": rendered.missing,
    }
    banner = render_to_string("pages/past_banner.html", context)
    response = HttpResponse(marked(rendered.content, banner, institution.url))
    for name, value in {
        "Cache-Control": "no-store, private",
        "Content-Security-Policy": AS_IT_WAS,
        "X-Robots-Tag": "noindex, nofollow",
    }.items():
        response.headers[name] = value
    return response


def short(moment: datetime | None, owner: Institution) -> str:
    """`24 November 2026, 14.30 WIB`: the day of the week would only make a column wide."""
    return moment_words(moment, owner).partition(", ")[2] if moment else "kini"


def _revision(row: Publication) -> str:
    return f"revisi {row.revision}" if row.revision else ""


def show_url(page_id: int, moment: datetime) -> str:
    query = urlencode({"pada": moment.isoformat()})
    return f"{reverse('past_pages:show', args=[page_id])}?{query}"


def last_moment(row: Publication) -> datetime:
    """Within the period, however short it was."""
    if row.public_to is None:
        return timezone.now()
    return max(row.public_from, row.public_to - TICK)


def owner_of(row: Publication) -> Institution:
    found = Institution.objects.select_related("region").filter(slug=row.institution).first()
    if found is None:
        raise Http404
    return found


def marked(content: bytes, banner: str, site: str) -> bytes:
    """The banner stands first; links lead to the site itself, which this host does not serve."""
    absolute = OWN_LINKS.sub(rb"\1" + site.encode(), content)
    return BODY.sub(lambda found: found[0] + banner.encode(), absolute, count=1)
