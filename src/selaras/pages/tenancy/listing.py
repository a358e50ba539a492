"""Wagtail's lists of pages, without what they tell about everybody else."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.views.pages.listing import ExplorableIndexView, GenericPageFilterSet
from wagtail.admin.views.pages.search import SearchView
from wagtail.admin.views.pages.usage import ContentTypeUseView, UsageView
from wagtail.models import Page

from selaras.pages.review.saving import ReviewedPages
from selaras.pages.services.indexing import page_types
from selaras.pages.states import with_states
from selaras.pages.tenancy.knowing import knowing
from selaras.pages.tenancy.usage import OwnUsage


def _page_types(request: HttpRequest) -> QuerySet[ContentType]:
    types = ContentType.objects.get_for_models(*page_types()).values()
    return ContentType.objects.filter(pk__in=[kind.pk for kind in types])


class OwnPageFilters(GenericPageFilterSet):
    """Without the filters that offer every person and every site by name."""

    owner: Any = None
    edited_by: Any = None
    site: Any = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        self.filters["content_type"].extra["queryset"] = _page_types(self.request)


class Knows:
    """Rows that know their institution and their state."""

    def annotate_queryset(self, pages: QuerySet[Page]) -> QuerySet[Page]:
        return knowing(with_states(super().annotate_queryset(pages)))  # type: ignore[misc]


class OwnExplorer(Knows, ExplorableIndexView):  # type: ignore[misc]
    base_filterset_class = OwnPageFilters


class OwnSearch(Knows, SearchView):  # type: ignore[misc]
    """Over one's own pages."""


class OwnTypeUse(Knows, ContentTypeUseView):  # type: ignore[misc]
    """The pages of one type; Wagtail's way back leads to a report about all institutions."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response: HttpResponse = super().get(request, **kwargs)  # type: ignore[no-untyped-call]
        except ContentType.DoesNotExist:
            raise Http404 from None
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = super().get_breadcrumbs_items()  # type: ignore[no-untyped-call]
        return [items[0], *items[-1:]]


class OwnPageUsage(OwnUsage, UsageView):  # type: ignore[override]
    """Where a page is linked from, on own sites."""


class OwnPages(ReviewedPages):
    """Wagtail's views of pages, each for one's own."""

    index_view_class = OwnExplorer
    search_view_class = OwnSearch
    content_type_use_view_class = OwnTypeUse
    usage_view_class = OwnPageUsage
    filterset_class = OwnPageFilters
