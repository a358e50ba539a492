"""Addresses on the portal, in every language."""

from django.urls import path, re_path

from selaras.portal.elsewhere.views import data, frames
from selaras.portal.elsewhere.views.page import page

CODE = r"(?P<code>[^/]+)"
KEY = r"(?P<key>[^/]+)"

app_name = "elsewhere"
urlpatterns = [
    path("sematan/", page, name="page"),
    re_path(rf"^sematan/fakta/{KEY}/{CODE}\.json$", data.fact, name="fact_data"),
    re_path(rf"^sematan/fakta/{KEY}/{CODE}/$", frames.fact, name="fact_frame"),
    re_path(rf"^sematan/pengumuman/{CODE}\.json$", data.announcements, name="announcements_data"),
    path("sematan/pengumuman/isi/<slug:slug>/", frames.announcement, name="announcement_frame"),
    re_path(rf"^sematan/pengumuman/{CODE}/$", frames.announcements, name="announcements_frame"),
]
