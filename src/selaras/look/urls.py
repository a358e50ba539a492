"""Addresses of the design system: the same on every public host and in every language."""

from django.urls import re_path

from selaras.look import views

app_name = "look"
urlpatterns = [
    re_path(r"^warna/(?P<digits>[0-9a-f]{6})\.css$", views.colour_sheet, name="colour"),
]
