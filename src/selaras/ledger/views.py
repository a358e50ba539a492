"""The screen "Audit" of the editors' host, and the file that it gives."""

from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, QueryDict, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from selaras.ledger.errors import UnclearFilter
from selaras.ledger.exporting import FORMATS
from selaras.ledger.policies import Reach, reach_of
from selaras.ledger.presenting import shown
from selaras.ledger.queries import entries, older_than
from selaras.ledger.searching import AuditFilters
from selaras.ledger.services import export_entries

TITLE = "Audit"
ICON = "history"
SHOWN = 50
OLDER = "sebelum"
DIGITS = 18  # what the database takes as a number


class ForAuditors(View):
    """Turns away everybody who may read no entry."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if reach_of(request.user) is None:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def reach(self) -> Reach:
        reach = reach_of(self.request.user)
        if reach is None:
            raise PermissionDenied
        return reach

    def filters(self, given: QueryDict) -> AuditFilters:
        return AuditFilters(given, readable=self.reach.names(), everything=self.reach.everything)


class AuditView(ForAuditors, WagtailAdminTemplateMixin, TemplateView):
    """Who did what, newest first; a page costs the same wherever it stands."""

    template_name = "ledger/audit.html"
    page_title = TITLE
    header_icon = ICON

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        home = {"url": reverse("wagtailadmin_home"), "label": "Beranda"}
        return [home, {"url": "", "label": TITLE}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[no-untyped-call]
        filters = self.filters(self.request.GET)
        found = self._found(filters) if filters.is_valid() else []
        page = shown(self.request.user, found[:SHOWN], filters.institutions)
        asked = filters.asked()
        last = page[-1].entry.number if len(found) > SHOWN else None
        return context | {
            "filters": filters,
            "asked": asked,
            "entries": page,
            "begun": OLDER not in self.request.GET,
            "older": urlencode(asked | {OLDER: last}) if last else "",
            "newest": urlencode(asked),
        }

    def _found(self, filters: AuditFilters) -> list[Any]:
        given = self.request.GET.get(OLDER, "")
        number = int(given) if given.isdecimal() and len(given) <= DIGITS else None
        found = older_than(entries(filters.wanted()).select_related("origin"), number)
        return list(found[: SHOWN + 1])


class ExportView(ForAuditors):
    """The entries that the filters show, as a file. Taking it is itself an act: only by POST."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest) -> HttpResponseBase:
        form = request.POST.get("format", "")
        filters = self.filters(request.POST)
        if form not in FORMATS:
            raise UnclearFilter("Bentuk berkas itu tidak ada.", "Pilih CSV atau JSON Lines.")
        lines = export_entries(
            wanted=filters.wanted(),
            asked=filters.asked(),
            form=form,
            names="names" in request.POST,
            actor=request.user,  # type: ignore[arg-type]
        )
        name = f"audit-{timezone.localtime():%Y%m%d-%H%M%S}.{form}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return StreamingHttpResponse(lines, content_type=FORMATS[form], headers=headers)
