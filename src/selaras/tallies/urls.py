"""Addresses on the portal."""

from django.urls import path, re_path

from selaras.tallies import oembed, views

app_name = "tallies"
urlpatterns = [
    path("rekapitulasi/", views.index, name="index"),
    path("rekapitulasi/<slug:slug>.json", views.data_json, name="json"),
    path("rekapitulasi/<slug:slug>.csv", views.data_csv, name="csv"),
    path("rekapitulasi/<slug:slug>/", views.detail, name="detail"),
    # A number of any length would be a database error.
    re_path(
        r"^rekapitulasi/(?P<slug>[-a-zA-Z0-9_]+)/versi/(?P<number>[0-9]{1,6})/$",
        views.version,
        name="version",
    ),
    path("rekapitulasi/<slug:slug>/sematan/", views.embed, name="embed"),
    path("oembed/", oembed.provide, name="oembed"),
]
