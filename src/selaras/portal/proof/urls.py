"""The addresses for machines, on the portal's host and outside the languages."""

from django.urls import path, re_path

from selaras.portal.proof import views
from selaras.portal.proof.addresses import KEYS

app_name = "proof"
# Numbers of any length would be database errors.
urlpatterns = [
    path(KEYS.removeprefix("/"), views.keys, name="keys"),
    path("bukti/kepala.json", views.head, name="head"),
    path("bukti/konsistensi.json", views.consistency, name="consistency"),
    re_path(r"^bukti/entri/(?P<index>0|[1-9][0-9]{0,14})\.json$", views.entry, name="entry"),
    re_path(r"^bukti/fakta/(?P<version>[1-9][0-9]{0,14})\.json$", views.fact, name="fact"),
    path("bukti/pengumuman/<slug:slug>.json", views.announcement, name="announcement"),
]
