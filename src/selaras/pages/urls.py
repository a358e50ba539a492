"""Addresses that every public host has beside its pages."""

from django.urls import path

from selaras.pages.views import subjects

app_name = "pages"
urlpatterns = [
    path("topik/<slug:slug>/", subjects.subject, name="subject"),
    path("topik/<slug:slug>/halaman/<int:number>/", subjects.subject, name="subject_later"),
]
