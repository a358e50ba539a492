"""Choose a page of any site, and see it as it will be."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from selaras.accounts.models import User
from selaras.announcements.draft import AnnouncementDraft
from selaras.announcements.manuscripts.content import Content
from selaras.announcements.manuscripts.queries import manuscripts_of, newest_version
from selaras.announcements.manuscripts.reading import Read, read_content
from selaras.announcements.models import ManuscriptVersion
from selaras.common.errors import Refused
from selaras.institutions.hosts import portal_url
from selaras.institutions.models import Institution
from selaras.pages.admin.access import EditorsView, crumbs
from selaras.pages.foreseeing.errors import NotWhole
from selaras.pages.foreseeing.places import Spot, institutions, portal_spots, site_spots
from selaras.pages.foreseeing.rendering import foresee
from selaras.pages.past.screens import AS_IT_WAS, marked

TITLE = "Pratinjau"
ICON = "view"
LONGEST = 100


class Asked:
    """The manuscript's newest version, and the site and page that the request names."""

    def __init__(self, request: HttpRequest, pk: Any) -> None:
        mine = manuscripts_of(request.user) if isinstance(request.user, User) else None
        self.manuscript = mine.filter(pk=pk).first() if mine is not None else None
        self.site, self.key = request.GET.get("instansi", ""), request.GET.get("halaman", "")

    @cached_property
    def version(self) -> ManuscriptVersion:
        if self.manuscript is None:
            raise Http404
        return newest_version(self.manuscript)

    @cached_property
    def read(self) -> Read:
        return read_content(Content.from_json(self.version.content), self.version.manuscript)

    @property
    def draft(self) -> AnnouncementDraft:
        """Raises `NotWhole`."""
        if self.read.draft is None:
            raise NotWhole(len(self.read.texts.flaws) + len(self.read.grid.flaws))
        return self.read.draft

    @cached_property
    def institution(self) -> Institution | None:
        """Whose site was chosen, None for the portal. An unknown one is not found."""
        if not self.site:
            return None
        found = Institution.objects.select_related("region", "site__root_page")
        one = found.filter(slug=self.site[:LONGEST]).first()
        if one is None:
            raise Http404
        return one

    @cached_property
    def spots(self) -> list[Spot]:
        """The pages to choose from; those of the site first."""
        if self.institution is None:
            return portal_spots()
        types = {fact.fact_type.pk for fact in self.draft.facts}
        own = site_spots(self.institution, types)
        return [*own, *portal_spots(self.institution.region)]

    @cached_property
    def spot(self) -> Spot:
        """The chosen page, else the first; one that is not offered is not found."""
        found = [one for one in self.spots if one.key == self.key] if self.key else self.spots
        if not found:
            raise Http404
        return found[0]

    @property
    def show_url(self) -> str:
        return f"{reverse('announcement_preview:show', args=[self.version.manuscript.pk])}?" + (
            urlencode({"instansi": self.site, "halaman": self.spot.key})
        )


class ChooseView(EditorsView, WagtailAdminTemplateMixin, TemplateView):
    template_name = "pages/foreseeing/choose.html"
    page_title: Any = TITLE
    header_icon = ICON

    @cached_property
    def asked(self) -> Asked:
        return Asked(self.request, self.kwargs["manuscript"])

    def get_page_subtitle(self) -> str:
        return str(self.asked.version.manuscript)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return crumbs(("", str(self.asked.version.manuscript)), ("", TITLE))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked, words = self.asked, self.request.GET.get("q", "").strip()[:LONGEST]
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[no-untyped-call]
        context |= {
            "manuscript": asked.version.manuscript,
            "version": asked.version,
            "words": words,
        }
        try:
            context["moment"] = asked.draft.goes_live
        except NotWhole as refusal:
            return context | {"refused": refusal}
        return context | {
            "institution": asked.institution,
            "institutions": institutions(words) if words else [],
            "spots": asked.spots,
            "spot": asked.spot,
            "show_url": asked.show_url,
        }


@require_safe
def show(request: HttpRequest, manuscript: Any) -> HttpResponse:
    """One page as it will be; marked, not kept, and without scripts or forms."""
    asked = Asked(request, manuscript)
    try:
        content = foresee(asked.draft, asked.spot.host, asked.spot.path)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("announcement_preview:choose", manuscript)
    speaker = asked.version.manuscript.speaker
    banner = render_to_string(
        "pages/foreseeing/banner.html",
        {"moment": asked.draft.goes_live, "region": speaker.region},
    )
    site = asked.institution
    on_site = site is not None and asked.spot.host == site.host
    response = HttpResponse(
        marked(content, banner, site.url if site and on_site else portal_url("").rstrip("/"))
    )
    for name, value in {
        "Cache-Control": "no-store, private",
        "Content-Security-Policy": AS_IT_WAS,
        "X-Robots-Tag": "noindex, nofollow",
    }.items():
        response.headers[name] = value
    return response
