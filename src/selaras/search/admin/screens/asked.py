"""What people ask: the most frequent, by province and period, and those without results."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin.paginator import WagtailPaginator

from selaras.institutions.models import Region
from selaras.search.admin.periods import PERIODS, Wanted, wanted_from
from selaras.search.admin.rounding import line_from
from selaras.search.admin.screens.base import Screen
from selaras.search.admin.services import export_asked
from selaras.search.asked.queries import most_asked, provinces_asked

PER_PAGE = 50


class AskedView(Screen, TemplateView):
    template_name: Any = "search/admin/asked.html"
    page_title: Any = "Yang dicari orang"
    here = "asked"

    @cached_property
    def wanted(self) -> Wanted:
        return wanted_from(self.request.GET.dict())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        wanted = self.wanted
        rows = most_asked(
            wanted.since, wanted.until,
            province=wanted.province, without_results=wanted.without_results,
        )  # fmt: skip
        page: Any = WagtailPaginator(rows, PER_PAGE).get_page(self.request.GET.get("p"))
        named = provinces_asked(wanted.since, wanted.until) | {wanted.province}
        return super().get_context_data(**kwargs) | {
            "wanted": wanted,
            "page_obj": page,
            "lines": [line_from(row) for row in page.object_list],
            "periods": PERIODS,
            "provinces": Region.objects.filter(
                code__in=named, level=Region.Level.PROVINCE
            ).order_by("name"),
            "all_address": wanted.but(without_results=False).address(),
            "without_address": wanted.but(without_results=True).address(),
            "askers": settings.SEARCH_ASKERS,
            "kept_days": settings.SEARCH_ASKED_DAYS,
        }


class AskedExportView(Screen, View):
    """The same as a file. Taking it is itself an act: only by POST."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> StreamingHttpResponse:
        lines = export_asked(actor=self.user, wanted=wanted_from(request.POST.dict()))
        name = f"yang-dicari-{timezone.localtime():%Y%m%d-%H%M}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)
