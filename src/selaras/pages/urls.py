"""Addresses that every public host has beside its pages."""

from django.urls import path

from selaras.pages.views import reports, statement, subjects

app_name = "pages"
urlpatterns = [
    path("topik/<slug:slug>/", subjects.subject, name="subject"),
    path("topik/<slug:slug>/halaman/<int:number>/", subjects.subject, name="subject_later"),
    path("lapor/", reports.report, name="report"),
    path("lapor/<str:number>/", reports.thanks, name="report_thanks"),
    path("aksesibilitas/", statement.accessibility, name="accessibility"),
]
