"""What one has a view over: institutions, their pages with states; each is read on its screen."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.models import Page

from selaras.institutions.models import Institution
from selaras.institutions.standing import standing_of
from selaras.pages.admin.access import crumbs
from selaras.pages.models.base import HOME_DEPTH
from selaras.pages.review.people import person
from selaras.pages.states import with_states

TITLE = "Pembinaan"
ICON = "glasses"


class InstitutionsView(BaseListingView):
    """The institutions that this person may read besides her own."""

    template_name = "pages/review/oversight.html"
    table_classname: Any = "listing review-list"
    page_title: Any = TITLE
    header_icon = ICON
    index_url_name: Any = "oversight:institutions"
    verbose_name_plural: Any = "instansi"
    paginate_by = 50
    columns: Any = (
        TitleColumn(
            "name",
            label="Instansi",
            get_url=lambda one: reverse("oversight:pages", args=[one.slug]),
        ),
        Column("region", label="Wilayah", accessor="region.full_name"),
    )

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return crumbs(("", TITLE))

    def get_base_queryset(self) -> QuerySet[Institution]:
        standing = standing_of(person(self.request.user))
        others = standing.overseen - standing.institutions()
        found = Institution.objects.filter(pk__in=others).exclude(site=None)
        return found.select_related("region").order_by("region_id", "slug")


class PagesView(BaseListingView):
    """The pages of one of them, newest first, drafts included."""

    template_name = "pages/review/oversight.html"
    table_classname: Any = "listing review-list"
    header_icon = ICON
    index_url_name: Any = "oversight:pages"
    verbose_name_plural: Any = "halaman"
    paginate_by = 50
    columns: Any = (
        TitleColumn(
            "title",
            label="Judul",
            accessor="draft_title",
            get_url=lambda page: reverse("page_review:page", args=[page.pk]),
        ),
        DateColumn("latest_revision_created_at", label="Diperbarui"),
        Column("state", label="Keadaan", accessor="status_string"),
    )

    @cached_property
    def institution(self) -> Institution:
        found = Institution.objects.select_related("region", "site__root_page")
        institution = found.filter(slug=self.kwargs["slug"]).first()
        if institution is None or institution.site is None:
            raise Http404
        return institution

    def get_page_title(self) -> str:
        return self.institution.short_name

    def get_index_url(self) -> str:
        return reverse("oversight:pages", args=[self.kwargs["slug"]])

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        above = (reverse("oversight:institutions"), TITLE)
        return crumbs(above, ("", self.institution.short_name))

    def get_base_queryset(self) -> QuerySet[Page]:
        site = self.institution.site
        root = site.root_page if site else None
        pages = Page.objects.descendant_of(root).filter(depth__gt=HOME_DEPTH)
        ordered: Any = with_states(pages).order_by("-latest_revision_created_at", "-pk")
        found: QuerySet[Page] = ordered.defer_streamfields().specific()
        return found
