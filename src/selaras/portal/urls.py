"""Addresses of the national portal."""

from django.urls import path, re_path

from selaras.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    re_path(r"^wilayah/(?P<code>[0-9]{2})/$", views.province, name="province"),
    path("cari-wilayah/", views.find_region, name="find_region"),
]
