"""Addresses for machines on the portal's host, outside the languages.

As those of `pages.machines`, this module is also used by itself to compute them.
"""

from django.urls import path, re_path

from selaras.portal.alerts import views

app_name = "alerts"
urlpatterns = [
    path("pengumuman/<slug:slug>/cap.xml", views.message, name="message"),
    path("pengumuman/<slug:slug>/cap-batal.xml", views.recall, name="recall"),
    path("umpan/peringatan.xml", views.alerts, name="alerts"),
    re_path(
        r"^umpan/pengumuman/(?P<name>rss\.xml|atom\.xml|feed\.json)$",
        views.announced,
        name="announced",
    ),
]
