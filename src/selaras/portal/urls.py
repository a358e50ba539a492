"""Addresses of the national portal."""

from django.urls import path

from selaras.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("wilayah/<str:code>/", views.province, name="province"),
    path("cari-wilayah/", views.find_region, name="find_region"),
]
