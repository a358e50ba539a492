"""Addresses on the portal."""

from django.urls import path

from selaras.announcements import views

app_name = "announcements"
urlpatterns = [
    path("pengumuman/", views.index, name="index"),
    path("pengumuman/<slug:slug>.json", views.detail_json, name="json"),
    path("pengumuman/<slug:slug>/", views.detail, name="detail"),
]
