"""Citizens' reports: a list, and what became of each."""

from typing import Any

from django import forms
from django.db.models import Case, QuerySet, When
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import Truncator
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView, WagtailAdminTemplateMixin

from selaras.institutions.hosts import portal_url
from selaras.pages.admin.access import AnyFormView, EditorsView, crumbs
from selaras.pages.models import WrongInformationReport
from selaras.pages.policies import reports_for
from selaras.pages.services import handle_report

TITLE = "Laporan warga"
ICON = "warning"
LETTERS_LISTED = 90
WAITING_FIRST = Case(When(status=WrongInformationReport.Status.NEW, then=0), default=1)


def _site(report: WrongInformationReport) -> str:
    return report.institution.short_name if report.institution else "Portal nasional"


def _beginning(report: WrongInformationReport) -> str:
    return Truncator(report.wrong).chars(LETTERS_LISTED)


class ReportListView(EditorsView, BaseListingView):
    """The reports about this person's sites: those that wait first, then the newest."""

    template_name = "pages/admin/reports.html"
    table_classname: Any = "listing report-list"
    page_title: Any = TITLE
    header_icon = ICON
    index_url_name: Any = "citizen_reports:list"
    verbose_name_plural: Any = "laporan warga"
    paginate_by = 20
    columns: Any = (
        TitleColumn(
            "path",
            label="Halaman",
            get_url=lambda report: reverse("citizen_reports:handle", args=[report.pk]),
        ),
        Column("wrong", label="Yang salah", accessor=_beginning),
        Column("site", label="Situs", accessor=_site),
        Column("received", label="Diterima"),
        Column("status", label="Status", accessor="get_status_display"),
    )

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return crumbs(("", TITLE))

    def get_base_queryset(self) -> QuerySet[WrongInformationReport]:
        return reports_for(self.user).order_by(WAITING_FIRST, "-received_at", "-pk")


class HandlingForm(forms.Form):
    status = forms.ChoiceField(
        label="Status", choices=WrongInformationReport.Status.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label="Catatan",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Hanya untuk redaksi: apa yang diperbaiki, atau mengapa tidak.",
    )


class HandleReportView(EditorsView, WagtailAdminTemplateMixin, AnyFormView):
    """One report; anybody else's is not found."""

    template_name = "pages/admin/report.html"
    form_class = HandlingForm
    header_icon = ICON

    @cached_property
    def report(self) -> WrongInformationReport:
        return get_object_or_404(reports_for(self.user), pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return f"Laporan {self.report.number}"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return crumbs((reverse("citizen_reports:list"), TITLE), ("", self.get_page_title()))

    def get_initial(self) -> dict[str, Any]:
        return {"status": self.report.status, "note": self.report.note}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        institution = self.report.institution
        path = self.report.path
        address = f"{institution.url}{path}" if institution else portal_url(path)
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[no-untyped-call]
        return context | {
            "report": self.report,
            "site": _site(self.report),
            "address": address,
        }

    def form_valid(self, form: forms.Form) -> HttpResponse:
        handle_report(report=self.report, user=self.user, **form.cleaned_data)
        messages.success(self.request, f"Laporan {self.report.number} disimpan.")
        return redirect("citizen_reports:list")
